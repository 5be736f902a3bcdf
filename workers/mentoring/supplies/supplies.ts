import { sql } from 'drizzle-orm'
import { pages, readTogether, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { levelClaims } from '#db/schema/mentoring/growth.ts'
import { kitParts, resources, supplyRequests } from '#db/schema/mentoring/resources.ts'
import { submissions } from '#db/schema/mentoring/tasks.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { type Piece, pictureAt } from '#workers/media/pieces.ts'
import { zoneOf } from '../requests/queue.ts'
import { type Day, daysOf } from './calendar.ts'
import { freeToday, usableCopies } from './free.ts'
import type { Supply, SupplyPage, SupplySearch, SupplySlug } from './inputs.ts'

const PAGE = 24

export const asSupply = sql`thing.id, thing.slug, thing.name, thing.kind, thing.unit, thing.place, thing.description,
  ${freeToday('thing')} as free, case thing.kind when 'tool' then ${usableCopies(sql`thing.id`)} else thing.stock end as "all",
  ${pictureAt(sql`thing.picture_id`)} as picture`

const list = pages<SupplyPage>({
  name: 'supplies',
  rows: sql`select ${asSupply} from ${resources} thing
    where thing.retired_at is null and ${whenGiven('kind', sql`thing.kind = ${slot('kind')}`)}
      and ${whenGiven('q', sql`lower(thing.name) like '%' || ${slot('q')} || '%'`)}
      and ${whenGiven('free', sql`${freeToday('thing')} > 0`)}
      and ${whenGiven('id', sql`(thing.name, thing.id) > (${slot('name')}::text, ${slot('id')}::uuid)`)}
    order by thing.name, thing.id limit ${PAGE + 1}`,
  key: sql`id || '~' || name`,
  size: PAGE,
})

export function readSupplies({ db }: MemberCtx, { q, kind, free, after }: SupplySearch) {
  const [id, name] = after ?? []
  return list(db, { q: q ? q.toLowerCase().replace(/[\\%_]/g, '\\$&') : undefined, kind, free, id, name })
}

// INS-3: what came of it is told where so many worked with it that nobody is meant.
export const FEWEST_SHOWN = 5

type Part = {
  slug: string
  name: string
  kind: Supply['kind']
  unit: string
  quantity: number
  free: number
  picture: Piece | null
}
// What came of it: how often it went out, to how many people, who came back for more, and what was learned with it.
type Served = { times: number; people: number; again: number; levels: number }
export type WholeSupply = Supply & {
  costMinor: number
  currency: string
  lowAt: number
  parts: Part[]
  days: Day[]
  served: Served
}

export async function readSupply({ db, member }: MemberCtx, { slug }: SupplySlug) {
  const { supply, me } = await readTogether(db, { supply: whole(slug), me: zoneOf(member.id) })
  return { supply: supply[0] ?? refuse(notFound('supply')), me: me[0] ?? { timeZone: 'UTC' } }
}

const whole = (slug: string): Shelf<WholeSupply> => sql`
  select ${asSupply}, thing.cost_minor as "costMinor", thing.currency, thing.low_at as "lowAt", ${parts} as parts, ${daysOf} as days, ${served} as served
  from ${resources} thing where thing.slug = ${slug} and thing.retired_at is null`

const parts = sql`(select coalesce(json_agg(json_build_object('slug', part.slug, 'name', part.name, 'kind', part.kind, 'unit', part.unit,
    'quantity', one.quantity, 'free', ${freeToday('part')}, 'picture', ${pictureAt(sql`part.picture_id`)}) order by part.name), '[]')
  from ${kitParts} one join ${resources} part on part.id = one.part_id where one.kit_id = thing.id)`

export const served = sql`(select json_build_object('times', count(*), 'people', count(distinct went.member_id),
    'again', count(distinct went.member_id) filter (where went.times > 1),
    'levels', (select count(distinct claim.id) from ${supplyRequests} request join ${submissions} version on version.task_id = request.task_id
      join ${levelClaims} claim on claim.submission_id = version.id
      where request.resource_id = thing.id and request.handed_over_at is not null))
  from (select member_id, count(*) over (partition by member_id) as times from ${supplyRequests}
    where resource_id = thing.id and handed_over_at is not null) went)`
