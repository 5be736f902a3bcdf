import { type SQL, sql } from 'drizzle-orm'
import { pages, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { listings } from '#db/schema/marketplace/listings.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { projectCollaborators, projectPicks } from '#db/schema/projects/hanging.ts'
import { projects } from '#db/schema/projects.ts'
import type { Ctx } from '#workers/lib/context.ts'
import type { WorkCard, WorkPage, WorkSearch } from './inputs.ts'
import { hangsForAll as hangs } from './sight.ts'
import { showsSkill } from './skills.ts'

const PAGE = 20

export const card = sql`
  work.id, work.slug, work.title, work.medium, '/media/' || work.picture as picture, work.alt, work.width, work.height,
  work.finished_at as "finishedAt",
  case when skill.id is not null then json_build_object('slug', skill.slug, 'name', skill.name) end as skill`

const shortly = sql`json_build_object('handle', maker.handle, 'name', maker.name) as maker`

// What a tile shows, and where it comes from: for shelves of works that are chosen elsewhere.
export const tile = sql`${card}, ${shortly}`

export const joined = sql`${projects} work join ${members} maker on maker.id = work.member_id left join ${skills} skill on skill.id = work.skill_id`

const listOf = (only: SQL) =>
  pages<WorkPage>({
    name: 'works',
    rows: sql`select ${tile} from ${joined}
    where ${hangs} and ${only} and ${whenGiven('category', showsSkill(sql`one.category = ${slot('category')}`))}
      and ${whenGiven('skill', showsSkill(sql`one.slug = ${slot('skill')}`))}
      and ${whenGiven('maker', sql`maker.handle = ${slot('maker')}::citext`)}
      and ${whenGiven('id', sql`(work.finished_at, work.id) < (${slot('before')}::timestamptz, ${slot('id')}::uuid)`)}
    order by work.finished_at desc nulls last, work.id desc nulls last limit ${PAGE + 1}`,
    key: sql`id || '~' || to_char("finishedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    size: PAGE,
  })

const lists = {
  newest: listOf(sql`true`),
  picked: listOf(sql`work.id in (select picked.project_id from ${projectPicks} picked)`),
  'for-sale': listOf(
    sql`work.id in (select offered.project_id from ${listings} offered
      where offered.on_show and (offered.copies is null or offered.taken < offered.copies))`,
  ),
}

export function searchWorks(ctx: Ctx, { show, after, ...search }: WorkSearch) {
  const [id, before] = after ?? []
  return lists[show ?? 'newest'](ctx.db, { ...search, id, before })
}

// First more by the same hands, then more of the same main skill, then whatever was finished last: each a short walk of an index.
export const moreLike = (slug: string): Shelf<WorkCard> => sql`
  with this as (select id, member_id, skill_id from ${projects} where slug = ${slug}),
  near as (
    (select work.id, 1 as rank from ${projects} work, this where work.member_id = this.member_id and work.visibility = 'public' order by work.finished_at desc nulls last limit 6)
    union all
    (select work.id, 2 from ${projects} work, this where work.skill_id = this.skill_id and work.visibility = 'public' order by work.finished_at desc nulls last limit 6)
    union all
    (select work.id, 3 from ${projects} work where work.visibility = 'public' order by work.finished_at desc nulls last, work.id desc nulls last limit 6))
  select ${tile} from ${joined}
  join (select id, min(rank) as rank from near group by id) near on near.id = work.id
  where work.id <> (select id from this) and ${hangs}
  order by near.rank, work.finished_at desc limit 5`

export const freshWorks = (limit: number): Shelf<WorkCard> => sql`
  select ${tile} from ${joined} where ${hangs}
  order by work.finished_at desc nulls last, work.id desc nulls last limit ${limit}`

export const worksOfSkill = (skillSlug: string, limit: number): Shelf<WorkCard> => sql`
  select ${tile} from ${joined} where ${showsSkill(sql`one.slug = ${skillSlug}`)} and ${hangs}
  order by work.finished_at desc nulls last, work.id desc nulls last limit ${limit}`

// Of one member, those that whoever stands so near may see, and what they made with others that hangs for everybody; whether
// all of them are shown, the profile decides.
export const worksBy = (maker: SQL, seen: SQL, limit: number): Shelf<WorkCard> => sql`
  select ${tile} from ${joined}
  where work.id in (select own.id from ${projects} own where own.member_id = ${maker}
      union all select beside.project_id from ${projectCollaborators} beside where beside.member_id = ${maker} and beside.agreed_at is not null)
    and (work.member_id = ${maker} and work.visibility <> 'me' and ${seen} or work.member_id <> ${maker} and ${hangs})
  order by work.finished_at desc nulls last, work.id desc nulls last limit ${limit}`

// As many as one sitemap may list.
export const everyWorkSlug = (): Shelf<{ slug: string }> => sql`
  select work.slug from ${projects} work join ${members} maker on maker.id = work.member_id where ${hangs}
  order by work.finished_at desc nulls last, work.id desc nulls last limit 50000`
