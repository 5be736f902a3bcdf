import { type SQL, sql } from 'drizzle-orm'
import { fixed, type Json, type Page, readPage, readTogether, type Shelf } from '#db/reading.ts'
import { relatedSkills, skillCategories, skills } from '#db/schema/people.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import type { Skill, SkillPage, SkillSearch } from './inputs.ts'

const PAGE = 24

const card = fixed(
  sql`${skills.id}, ${skills.slug}, ${skills.name}, ${skills.category}, ${skills.summary}, ${skills.tags}`,
)

const everySkill = fixed(sql`select ${skills.card}, ${skills.id}, ${skills.name} from ${skills}`)

const finished = fixed(sql`card`)

const inOrder = fixed(sql`order by ${skills.name}, ${skills.id} limit ${PAGE + 1}`)

export const searchSkills = (ctx: Ctx, search: SkillSearch): Promise<Json<SkillPage>> =>
  readPage(ctx.db, search.q ? soundingLike(search, search.q) : byName(search))

const byName = ({ after, ...search }: SkillSearch): Page => ({
  name: 'skills',
  rows: sql`${everySkill}
    where ${fits(search)} and ${after ? sql`(${skills.name}, ${skills.id}) > (${after[2]}, ${after[0]}::uuid)` : anything}
    ${inOrder}`,
  shown: finished,
  key: sql`id || '~0~' || name`,
  size: PAGE,
})

const soundingLike = ({ after, ...search }: SkillSearch, words: string): Page => ({
  name: 'skills',
  rows: sql`select ${skills.card}, ${skills.id}, ${skills.name}, sorted_by from ${skills}
    join (select id, round((1 - closeness)::numeric, 4) as sorted_by from skills_that_sound_like(${words})) heard using (id)
    where ${fits(search)} and ${after ? sql`(sorted_by, name, id) > (${after[1]}, ${after[2]}, ${after[0]}::uuid)` : anything}
    order by sorted_by, name, id limit ${PAGE + 1}`,
  shown: finished,
  key: sql`id || '~' || sorted_by || '~' || name`,
  size: PAGE,
})

const anything = sql`true`

const fits = ({ category, tag }: Pick<SkillSearch, 'category' | 'tag'>): SQL =>
  sql`${category ? sql`${skills.category} = ${category}` : anything} and ${tag ? sql`${skills.tags} @> array[${tag}]` : anything}`

export async function findSkill(ctx: Ctx, slug: string): Promise<Skill> {
  const { skill, related } = await readTogether(ctx.db, { skill: oneSkill(slug), related: relatedTo(slug) })
  if (!skill[0]) throw notFound('skill')
  return { ...skill[0], related }
}

export const oneSkill = (slug: string): Shelf<Omit<Skill, 'related'>> =>
  sql`select ${card}, description, first_step as "firstStep", ladder, synonyms from ${skills} where slug = ${slug}`

export const relatedTo = (slug: string): Shelf<Skill['related'][number]> => sql`
  select near.slug, near.name, near.category from ${skills} this
  join ${relatedSkills} on skill_id = this.id join ${skills} near on near.id = related_id
  where this.slug = ${slug} order by near.name`

export const categoriesWithCount = (): Shelf<{ slug: string; name: string; skills: number }> => sql`
  select category.slug, category.name, (select count(*)::int from ${skills} where category = category.slug) as skills
  from ${skillCategories} category order by category.name`

// As many as one sitemap may list.
export const everySkillSlug = (): Shelf<{ slug: string }> =>
  sql`select ${skills.slug} from ${skills} order by ${skills.name}, ${skills.id} limit 50000`
