import { type SQL, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { ledgerAccounts, ledgerEntries, ledgerTransactions } from '#db/schema/marketplace/ledger.ts'
import { holds } from '#db/schema/marketplace/payouts.ts'
import { supplyRequests } from '#db/schema/mentoring/resources.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { accountOf } from '../payouts/accounts.ts'
import { payoutsOf } from '../payouts/payouts.ts'
import { jarsOf } from '../savings/jars.ts'
import type { Balance, Hold, Month, Source, Spent } from './inputs.ts'

const SELLER = sql`account.kind in ('seller_payable', 'seller_owes', 'jar')`

// Everything that sales brought a member, and what went back of it.
const ofSales = (memberId: string) => sql`
  ${ledgerAccounts} account join ${ledgerEntries} entry on entry.account_id = account.id
  join ${ledgerTransactions} made on made.id = entry.transaction_id
  where account.member_id = ${memberId}::uuid and ${SELLER} and made.sale is not null`

// The last twelve whole months since the first sale; months without one are there as well.
export const monthsOf = (memberId: string, currency: SQL): Shelf<Month> => sql`
  with sold as (
    select date_trunc('month', made.at at time zone 'UTC') as month, sum(entry.minor) as minor,
      count(distinct made.id) filter (where made.kind = 'sale') as sales
    from ${ofSales(memberId)} and account.currency = ${currency} group by 1
  )
  select to_char(month, 'YYYY-MM') as month, coalesce(sold.minor, 0)::bigint as minor, coalesce(sold.sales, 0)::int as sales
  from generate_series(
    greatest((select min(month) from sold), date_trunc('month', now() at time zone 'UTC') - interval '12 months'),
    date_trunc('month', now() at time zone 'UTC') - interval '1 month', interval '1 month') month
  left join sold using (month) where exists (select from sold) order by month`

const balancesOf = (memberId: string): Shelf<Balance> => sql`
  select account.currency,
    coalesce(sum(balance_minor) filter (where kind = 'seller_payable'), 0)::bigint as payable,
    coalesce(-sum(balance_minor) filter (where kind = 'seller_owes'), 0)::bigint as owes,
    coalesce(sum(balance_minor) filter (where kind = 'jar'), 0)::bigint as jars,
    coalesce(sum(balance_minor) filter (where kind = 'payouts_in_transit'), 0)::bigint as "inTransit",
    (select coalesce(sum(held.minor), 0)::bigint from ${holds} held where held.member_id = ${memberId}::uuid
      and held.currency = account.currency and held.lifted_at is null and held.until > now()) as held
  from ${ledgerAccounts} account where account.member_id = ${memberId}::uuid group by 1 order by sum(abs(balance_minor)) desc`

const holdsOf = (memberId: string): Shelf<Hold> => sql`
  select minor, currency, reason, about, until from ${holds}
  where member_id = ${memberId}::uuid and lifted_at is null and until > now() order by until`

const sourcesOf = (memberId: string): Shelf<Source> => sql`
  select made.about, made.currency, sum(entry.minor)::bigint as minor, count(distinct made.id) filter (where made.kind = 'sale')::int as sales,
    sum(sum(entry.minor)) over (partition by made.currency)::bigint as "allMinor"
  from ${ofSales(memberId)} group by 1, 2 having sum(entry.minor) <> 0 order by 3 desc limit 12`

const spentOf = (memberId: string): Shelf<Spent> => sql`
  select sum(asked.cost_minor)::bigint as minor, asked.currency from ${supplyRequests} asked
  where asked.member_id = ${memberId}::uuid and asked.cost_minor > 0 group by 2`

const meOf = (memberId: string): Shelf<{ timeZone: string }> => sql`
  select time_zone as "timeZone" from ${members} where id = ${memberId}::uuid`

// A member's money, in one round trip for all of it and one for where it goes.
export async function readMoney(ctx: MemberCtx, { currency }: { currency: string }) {
  const { db, member } = ctx
  const [{ me, ...money }, account] = await Promise.all([
    readTogether(db, {
      me: meOf(member.id),
      balances: balancesOf(member.id),
      holds: holdsOf(member.id),
      months: monthsOf(member.id, sql`${currency}::text`),
      sources: sourcesOf(member.id),
      spent: spentOf(member.id),
      jars: jarsOf(member.id),
      payouts: payoutsOf(member.id, 5),
    }),
    accountOf(ctx, member.id),
  ])
  return { ...money, account, timeZone: me[0]?.timeZone ?? 'UTC' }
}
