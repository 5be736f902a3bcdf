import { type SQL, sql } from 'drizzle-orm'
import { type Json, onePage } from '#db/reading.ts'
import { relatedSkills, skills } from '#db/schema/people.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import type { Skill, SkillPage, SkillSearch } from './inputs.ts'

const PAGE = 24

const card = sql`${skills.id}, ${skills.slug}, ${skills.name}, ${skills.category}, ${skills.summary}, ${skills.tags}`

export async function searchSkills(ctx: Ctx, search: SkillSearch): Promise<Json<SkillPage>> {
  const query = search.q ? soundingLike(search, search.q) : byName(search)
  const { rows } = await ctx.db.execute(query)
  return rows[0].json
}

const byName = ({ after, ...search }: SkillSearch) =>
  onePage(
    'skills',
    sql`select ${card} from ${skills}
      where ${fits(search)} and ${after ? sql`(${skills.name}, ${skills.id}) > (${after[2]}, ${after[0]}::uuid)` : sql`true`}
      order by ${skills.name}, ${skills.id} limit ${PAGE + 1}`,
    sql`id || '~0~' || name`,
    PAGE,
  )

const soundingLike = ({ after, ...search }: SkillSearch, words: string) =>
  onePage(
    'skills',
    sql`select ${card}, distance from ${skills}
      join (select id, round((1 - closeness)::numeric, 4) as distance from skills_that_sound_like(${words})) heard using (id)
      where ${fits(search)} and ${after ? sql`(distance, name, id) > (${after[1]}, ${after[2]}, ${after[0]}::uuid)` : sql`true`}
      order by distance, name, id limit ${PAGE + 1}`,
    sql`id || '~' || distance || '~' || name`,
    PAGE,
  )

const fits = ({ category, tag }: Pick<SkillSearch, 'category' | 'tag'>): SQL =>
  sql`${category ? sql`${skills.category} = ${category}` : sql`true`} and ${tag ? sql`${skills.tags} @> array[${tag}]` : sql`true`}`

export async function findSkill(ctx: Ctx, slug: string): Promise<Skill> {
  const { rows } = await ctx.db.execute(sql`
    select json_build_object(
      'id', id, 'slug', slug, 'name', name, 'category', category, 'summary', summary, 'tags', tags,
      'description', description, 'firstStep', first_step, 'ladder', ladder, 'synonyms', synonyms,
      'related', (select coalesce(json_agg(json_build_object('slug', near.slug, 'name', near.name, 'category', near.category) order by near.name), '[]')
        from ${relatedSkills} join ${skills} near on near.id = related_id where skill_id = skills.id))::text as json
    from ${skills} where slug = ${slug}`)
  if (!rows[0]) throw notFound('skill')
  return JSON.parse(rows[0].json)
}
