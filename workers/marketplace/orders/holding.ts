import { type SQL, sql } from 'drizzle-orm'
import { tries } from '#db/schema/accounts/tries.ts'
import { listings } from '#db/schema/marketplace/listings.ts'
import type { Ctx } from '#workers/lib/context.ts'
import type { PricedOrder } from './pricing.ts'

// Whoever takes the last of something keeps it from everybody else while they pay. From one place that is done twice a day;
// a third time breaks the promise `tries_held_twice`, and nothing of the statement stays.
export const countHolds = (ctx: Ctx, priced: PricedOrder[], changed: SQL): SQL => sql`
  insert into ${tries} as kept (what, who)
  select 'hold', offered.id || ' ' || ${placeOf(ctx)}::text from ${changed}, ${taken(priced)}
  join ${listings} offered on offered.id = wish.listing
  where offered.copies - offered.taken <= wish.quantity order by 2
  on conflict (what, who) do update set
    since = case when kept.since < ${A_DAY_AGO} then now() else kept.since end,
    times = case when kept.since < ${A_DAY_AGO} then 1 else kept.times + 1 end
  returning 1`

// Nobody could be sent to pay, so that one did not count.
export const forgetHolds = (ctx: Ctx, priced: PricedOrder[], changed: SQL): SQL => sql`
  update ${tries} kept set times = kept.times - 1 from ${changed}, ${taken(priced)}
  where kept.what = 'hold' and kept.who = wish.listing || ' ' || ${placeOf(ctx)}::text and kept.times > 0 returning 1`

const A_DAY_AGO = sql`now() - interval '1 day'`

const placeOf = ({ member, visit }: Ctx) => member?.id ?? visit.network

const taken = (priced: PricedOrder[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(priced.flatMap(wishes))}::jsonb) as wish(listing uuid, quantity int)`

const wishes = ({ lines }: PricedOrder) => lines.map(({ offered, quantity }) => ({ listing: offered.id, quantity }))
