import { sql } from 'drizzle-orm'
import { claims } from '#db/schema/marketplace/claims.ts'
import { listings } from '#db/schema/marketplace/listings.ts'
import { orderLines, orders } from '#db/schema/marketplace/orders.ts'
import type { Ctx } from '#workers/lib/context.ts'

// Makes sure of every piece of a purchase that was let go meanwhile, for another while; says whether all of them are there.
// For a transaction: where it says no, the transaction has to vanish.
export async function claimAgain({ db }: Ctx, purchaseId: string, minutes: number): Promise<boolean> {
  await db.execute(sql`
    update ${claims} held set until = greatest(held.until, now() + ${minutes}::int * interval '1 minute')
    where held.state = 'held' and held.order_line_id in (${linesOf(purchaseId)})`)
  await db.execute(sql`
    update ${claims} late set state = 'let-go' where late.state = 'held' and late.until <= now()
      and late.listing_id in (select line.listing_id from ${orderLines} line where line.id in (${linesOf(purchaseId)}))`)
  await db.execute(sql`
    insert into ${claims} (listing_id, number, order_line_id, until)
    select missing.listing_id, free.number, missing.id, now() + ${minutes}::int * interval '1 minute'
    from (${missing(purchaseId)}) missing
    join ${listings} offered on offered.id = missing.listing_id
    cross join lateral (
      select n as number from generate_series(1, offered.copies) n
      where not exists (select from ${claims} taken
        where taken.listing_id = offered.id and taken.number = n and taken.state in ('held', 'sold'))
      order by n limit missing.lacks) free
    on conflict (listing_id, number) where state in ('held', 'sold') do nothing`)
  const { rows } = await db.execute(sql`select count(*)::int as lacking from (${missing(purchaseId)}) missing`)
  return rows[0].lacking === 0
}

export const linesOf = (purchaseId: string) => sql`
  select line.id from ${orderLines} line join ${orders} ordered on ordered.id = line.order_id
  where ordered.purchase_id = ${purchaseId}`

const missing = (purchaseId: string) => sql`
  select line.id, line.listing_id, line.quantity - (select count(*) from ${claims} mine
      where mine.order_line_id = line.id and mine.state in ('held', 'sold'))::int as lacks
  from ${orderLines} line join ${listings} offered on offered.id = line.listing_id
  where line.id in (${linesOf(purchaseId)}) and offered.copies is not null
    and line.quantity > (select count(*) from ${claims} mine where mine.order_line_id = line.id and mine.state in ('held', 'sold'))`
