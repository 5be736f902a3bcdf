import { type SQL, sql } from 'drizzle-orm'
import { ledgerAccounts, ledgerEntries, ledgerTransactions } from '#db/schema/marketplace/ledger.ts'
import type { Ctx } from '#workers/lib/context.ts'
import type { Left } from './bookings/giving-back.ts'

// Whoever gives back something of one sale stands in line: what is left is read, and then taken. For a transaction.
export async function leftOf(ctx: Ctx, orderId: string): Promise<Left> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`sale:${orderId}`}, 0))`)
  const { rows } = await ctx.db.execute(sums(sql`made.sale = ${orderId}`))
  return rows[0]
}

// What one booking did, part by part; undefined where it was never made.
export async function partsOf(ctx: Ctx, source: string, sourceId: string, kind: string): Promise<Left | undefined> {
  const { rows } = await ctx.db.execute(
    sums(sql`made.source = ${source} and made.source_id = ${sourceId} and made.kind = ${kind}`),
  )
  return rows[0]?.made ? rows[0] : undefined
}

// The id of the order that a sale in the books is of.
export const orderOf = (sale: SQL): SQL =>
  sql`case when ${sale} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then ${sale}::uuid end`

const sums = (which: ReturnType<typeof sql>) => sql`
  with entry as (
    select account.kind, account.jar_id, entry.minor from ${ledgerTransactions} made
    join ${ledgerEntries} entry on entry.transaction_id = made.id
    join ${ledgerAccounts} account on account.id = entry.account_id where ${which}
  )
  select count(*)::int as made,
    coalesce(sum(minor) filter (where kind in ('seller_payable', 'seller_owes', 'jar')), 0)::float8 as seller,
    coalesce(sum(minor) filter (where kind in ('platform_fee', 'processor_fee')), 0)::float8 as fees,
    coalesce(sum(minor) filter (where kind = 'tax'), 0)::float8 as tax,
    (select coalesce(json_agg(filled), '[]') from (
      select jar_id as "jarId", sum(minor)::float8 as minor from entry where kind = 'jar' group by 1 having sum(minor) > 0 order by 1) filled) as jars
  from entry`
