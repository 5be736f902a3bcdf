import { type SQL, sql } from 'drizzle-orm'
import { listings } from '#db/schema/marketplace/listings.ts'
import type { Ctx } from '#workers/lib/context.ts'

// Listings of which the market shows something else than what is true.
export const shownWrongly: SQL = sql`
  select offered.id from ${listings} offered left join lateral in_the_market(offered) truly on true
  where (offered.on_show, offered.category, offered.card)
    is distinct from (coalesce(truly.on_show, false), truly.category, coalesce(truly.card, ''))`

// Triggers keep the cards; should one ever be forgotten, the night puts it right and says so.
export async function showAgain({ db, log }: Ctx) {
  const { rows } = await db.execute(
    sql`update ${listings} set card = '' where id in (${shownWrongly}) returning ${listings.slug}`,
  )
  if (rows.length > 0) log.error('The market showed listings wrongly', { found: rows.length, such: rows[0] })
}
