import { sql } from 'drizzle-orm'
import { pages, readTogether, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { relatedSkills, skillCategories, skills } from '#db/schema/people/skills.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import type { Skill, SkillPage, SkillSearch } from './inputs.ts'

const PAGE = 24

const card = sql`${skills.id}, ${skills.slug}, ${skills.name}, ${skills.category}, ${skills.summary}, ${skills.tags}`

const fits = sql`${skills.shown} and ${whenGiven('category', sql`${skills.category} = ${slot('category')}`)}
  and ${whenGiven('tag', sql`${skills.tags} @> array[${slot('tag')}]`)}`

const byName = pages<SkillPage>({
  name: 'skills',
  rows: sql`select ${skills.card}, ${skills.id}, ${skills.name} from ${skills}
    where ${fits} and ${whenGiven('id', sql`(${skills.name}, ${skills.id}) > (${slot('after')}, ${slot('id')}::uuid)`)}
    order by ${skills.name}, ${skills.id} limit ${PAGE + 1}`,
  shown: sql`card`,
  key: sql`id || '~0~' || name`,
  size: PAGE,
})

const bySound = pages<SkillPage>({
  name: 'skills',
  rows: sql`select ${skills.card}, id, ${skills.name}, distance from ${skills}
    join (select id, round((1 - closeness)::numeric, 4) as distance from skills_that_sound_like(${slot('q')}, ${slot('category')}, ${slot('tag')})) heard using (id)
    where ${whenGiven('id', sql`(distance, name, id) > (${slot('distance')}, ${slot('after')}, ${slot('id')}::uuid)`)}
    order by distance, name, id limit ${PAGE + 1}`,
  shown: sql`card`,
  key: sql`id || '~' || distance || '~' || name`,
  size: PAGE,
})

export function searchSkills(ctx: Ctx, search: SkillSearch) {
  const [id, distance, after] = search.after ?? []
  const list = search.q ? bySound : byName
  return list(ctx.db, { ...search, id, distance, after })
}

export async function findSkill(ctx: Ctx, slug: string): Promise<Skill> {
  const { skill, related } = await readTogether(ctx.db, { skill: oneSkill(slug), related: relatedTo(slug) })
  if (!skill[0]) throw notFound('skill')
  return { ...skill[0], related }
}

export const oneSkill = (slug: string): Shelf<Omit<Skill, 'related'>> =>
  sql`select ${card}, description, first_step as "firstStep", ladder, synonyms from ${skills} where slug = ${slug} and shown`

export const relatedTo = (slug: string): Shelf<Skill['related'][number]> => sql`
  select near.slug, near.name, near.category from ${skills} this
  join ${relatedSkills} on skill_id = this.id join ${skills} near on near.id = related_id
  where this.slug = ${slug} and near.shown order by near.name`

export const categoriesWithCount = (): Shelf<{ slug: string; name: string; skills: number }> => sql`
  select category.slug, category.name, category.skills from ${skillCategories} category order by category.name`

// As many as one sitemap may list.
export const everySkillSlug = (): Shelf<{ slug: string }> =>
  sql`select ${skills.slug} from ${skills} where ${skills.shown} order by ${skills.name}, ${skills.id} limit 50000`
