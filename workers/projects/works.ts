import { sql } from 'drizzle-orm'
import { type Json, readPage, readTogether, type Shelf } from '#db/reading.ts'
import { members, skills } from '#db/schema/people.ts'
import { projects } from '#db/schema/projects.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import type { Work, WorkCard, WorkPage, WorkSearch } from './inputs.ts'

const PAGE = 20

const card = sql`
  work.id, work.slug, work.title, work.medium, '/media/' || work.picture as picture, work.alt, work.width, work.height,
  work.finished_at as "finishedAt",
  case when skill.id is not null then json_build_object('slug', skill.slug, 'name', skill.name) end as skill`

const shortly = sql`json_build_object('handle', maker.handle, 'name', maker.name) as maker`

const fully = sql`json_build_object(
  'handle', maker.handle, 'name', maker.name, 'craft', maker.craft, 'place', maker.place, 'portrait', maker.portrait) as maker`

const joined = sql`${projects} work join ${members} maker on maker.id = work.member_id left join ${skills} skill on skill.id = work.skill_id`

export const searchWorks = (ctx: Ctx, { after, ...search }: WorkSearch): Promise<Json<WorkPage>> =>
  readPage(ctx.db, {
    name: 'works',
    rows: sql`select ${card}, ${shortly} from ${joined}
      where ${fits(search)} and ${after ? sql`(work.finished_at, work.id) < (${after[1]}::timestamptz, ${after[0]}::uuid)` : sql`true`}
      order by work.finished_at desc, work.id desc limit ${PAGE + 1}`,
    key: sql`id || '~' || (to_json("finishedAt") #>> '{}')`,
    size: PAGE,
  })

const fits = ({ category, skill, maker }: Omit<WorkSearch, 'after'>) =>
  sql.join(
    [
      sql`true`,
      ...(category ? [sql`skill.category = ${category}`] : []),
      ...(skill ? [sql`skill.slug = ${skill}`] : []),
      ...(maker ? [sql`maker.handle = ${maker}::citext`] : []),
    ],
    sql` and `,
  )

export async function findWork(ctx: Ctx, slug: string): Promise<{ work: Work; more: WorkCard[] }> {
  const { work, more } = await readTogether(ctx.db, { work: oneWork(slug), more: moreLike(slug) })
  if (!work[0]) throw notFound('work')
  return { work: work[0], more }
}

const oneWork = (slug: string): Shelf<Work> => sql`
  select ${card}, ${fully}, work.story, work.length_of_work as "lengthOfWork" from ${joined} where work.slug = ${slug}`

// First more by the same hands, then more of the same skill, then whatever was finished last.
const moreLike = (slug: string): Shelf<WorkCard> => sql`
  select ${card}, ${shortly} from ${joined}
  join ${projects} this on this.slug = ${slug} and this.id <> work.id
  order by work.member_id = this.member_id desc, work.skill_id = this.skill_id desc nulls last, work.finished_at desc limit 5`

export const freshWorks = (limit: number): Shelf<WorkCard> => sql`
  select ${card}, ${shortly} from ${joined} order by work.finished_at desc, work.id desc limit ${limit}`

export const worksOfSkill = (skillSlug: string, limit: number): Shelf<WorkCard> => sql`
  select ${card}, ${shortly} from ${joined} where skill.slug = ${skillSlug}
  order by work.finished_at desc, work.id desc limit ${limit}`

// As many as one sitemap may list.
export const everyWorkSlug = (): Shelf<{ slug: string }> =>
  sql`select ${projects.slug} from ${projects} order by ${projects.finishedAt} desc, ${projects.id} desc limit 50000`
