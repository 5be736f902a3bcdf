import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { kitParts, movements, resources, supplyRequests } from '#db/schema/mentoring/resources.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { zoneOf } from '../requests/queue.ts'
import type { Supply } from './inputs.ts'
import { asSupply, served } from './supplies.ts'

export type Shelved = Supply & {
  lowAt: number
  costMinor: number
  currency: string
  isLow: boolean
  parts: { name: string; quantity: number }[]
  served: { times: number; people: number; again: number; levels: number }
}
type Moved = { quantity: number; why: string; words: string; at: string; name: string; slug: string; by: string | null }
type Spent = { month: string; minor: number; currency: string }
type Counted = { asked: number; promised: number; out: number; late: number }

// What those in charge of the stock look over at once.
export async function readStock({ db, member }: MemberCtx) {
  const found = await readTogether(db, { shelf, lately, spent, counted, me: zoneOf(member.id) })
  const counts = found.counted[0] ?? { asked: 0, promised: 0, out: 0, late: 0 }
  return { ...found, counted: counts, me: found.me[0] ?? { timeZone: 'UTC' } }
}

const shelf: Shelf<Shelved> = sql`
  select ${asSupply}, thing.low_at as "lowAt", thing.cost_minor as "costMinor", thing.currency,
    thing.kind = 'supply' and thing.stock <= thing.low_at as "isLow", ${served} as served,
    (select coalesce(json_agg(json_build_object('name', part.name, 'quantity', one.quantity) order by part.name), '[]')
      from ${kitParts} one join ${resources} part on part.id = one.part_id where one.kit_id = thing.id) as parts
  from ${resources} thing where thing.retired_at is null
  order by thing.kind = 'supply' and thing.stock <= thing.low_at desc, thing.name, thing.id limit 200`

const lately: Shelf<Moved> = sql`
  select moved.quantity, moved.why, moved.words, moved.at, thing.name, thing.slug, by.name as by
  from ${movements} moved join ${resources} thing on thing.id = moved.resource_id left join ${members} by on by.id = moved.by_id
  order by moved.at desc, moved.id desc limit 12`

// What went into pieces, month by month, in the currency most of it was bought in.
const spent: Shelf<Spent> = sql`
  select to_char(month, 'YYYY-MM') as month, (coalesce(sum(request.cost_minor), 0))::bigint as minor, coalesce(max(request.currency), 'EUR') as currency
  from generate_series(date_trunc('month', now()) - interval '5 months', date_trunc('month', now()), interval '1 month') month
    left join ${supplyRequests} request on request.handed_over_at >= month and request.handed_over_at < month + interval '1 month'
      and request.currency = (select mode() within group (order by currency) from ${resources} where retired_at is null)
  group by month order by month`

const counted: Shelf<Counted> = sql`
  select count(*) filter (where state = 'asked')::int as asked, count(*) filter (where state in ('approved', 'part-approved'))::int as promised,
    count(*) filter (where state = 'handed-over')::int as out,
    count(*) filter (where state = 'handed-over' and until_day < current_date)::int as late
  from ${supplyRequests} where state in ('asked', 'approved', 'part-approved', 'handed-over')`
