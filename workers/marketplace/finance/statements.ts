import { type SQL, sql } from 'drizzle-orm'
import { type Json, pages, readJson, slot, whenGiven } from '#db/reading.ts'
import { ledgerAccounts, ledgerEntries, ledgerTransactions } from '#db/schema/marketplace/ledger.ts'
import { orders } from '#db/schema/marketplace/orders.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { orderOf } from '../ledger/thread.ts'
import type { MakerPage, MakerSearch, Statement, StatementOf, StatementSearch } from './inputs.ts'

const PAGE = 100

const sumOf = (kinds: SQL) => sql`coalesce(sum(entry.minor) filter (where account.kind in (${kinds})), 0)::bigint`

// Everything that was booked for a member, a line for each booking: what came in, what went out, and what only moved.
const booked = sql`
  select made.id, made.at, made.kind, made.about, made.reason, made.sale, made.currency, sum(entry.minor)::bigint as minor,
    ${sumOf(sql`'seller_payable', 'seller_owes'`)} as "freeMinor", ${sumOf(sql`'jar'`)} as "jarsMinor",
    ${sumOf(sql`'payouts_in_transit'`)} as "inTransitMinor"
  from who join ${ledgerAccounts} account on account.member_id = who.id
  join ${ledgerEntries} entry on entry.account_id = account.id
  join ${ledgerTransactions} made on made.id = entry.transaction_id group by made.id`

// A month of it; where none is named, the last one in which anything was booked.
export async function readStatement({ db }: MemberCtx, { handle }: StatementOf, search: StatementSearch) {
  const { month = null, currency = null, after } = search
  const [lastId = null, lastAt = null] = after ?? []
  const found: Json<Statement | null> = await readJson(
    db,
    sql`
    with who as (select id, handle, name from ${members} where handle = ${handle}::citext),
    booked as (${booked}),
    chosen as (select coalesce(${currency}::text, (select currency from booked order by at desc, id limit 1), 'EUR') as currency),
    theirs as (
      select booked.*, sum(minor) over (order by at, id)::bigint as "balanceMinor"
      from booked join chosen using (currency)
    ),
    span as (
      select month, (month || '-01')::timestamp at time zone 'UTC' as begins,
        ((month || '-01')::timestamp + interval '1 month') at time zone 'UTC' as ends
      from (select coalesce(${month}::text, (select ${monthOf(sql`max(at)`)} from theirs), ${monthOf(sql`now()`)}) as month) named
    ),
    here as (
      select theirs.*, ordered.number from theirs join span on at >= begins and at < ends
      left join ${orders} ordered on ordered.id = ${orderOf(sql`theirs.sale`)}
      where ${lastAt}::timestamptz is null or (at, theirs.id) > (${lastAt}::timestamptz, ${lastId}::uuid)
      order by at, theirs.id limit ${PAGE + 1}
    ),
    fits as (select * from here order by at, id limit ${PAGE})
    select json_build_object(
      'member', json_build_object('handle', who.handle, 'name', who.name),
      'currency', chosen.currency,
      'currencies', (select coalesce(json_agg(distinct booked.currency), '[]') from booked),
      'month', span.month,
      'earlier', (select ${monthOf(sql`max(at)`)} from theirs where at < begins),
      'later', (select ${monthOf(sql`min(at)`)} from theirs where at >= ends),
      'openingMinor', coalesce((select sum(minor) from theirs where at < begins), 0)::bigint,
      'closingMinor', coalesce((select sum(minor) from theirs where at < ends), 0)::bigint,
      'lines', (select coalesce(json_agg(json_build_object('id', id, 'at', at, 'kind', kind, 'about', about, 'reason', reason,
        'order', number, 'minor', minor, 'balanceMinor', "balanceMinor", 'freeMinor', "freeMinor", 'jarsMinor', "jarsMinor",
        'inTransitMinor', "inTransitMinor") order by at, id), '[]') from fits),
      'next', (select id || '~' || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from fits
        where (select count(*) from here) > ${PAGE} order by at desc, id desc limit 1)
    )::text as json from who cross join chosen cross join span
    union all select null where not exists (select from who)`,
  )
  return found ?? refuse(notFound('member'))
}

const monthOf = (at: SQL) => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM')`

const SIZE = 50

const makersByName = pages<MakerPage>({
  name: 'makers',
  rows: sql`
    select owner.handle, owner.name, account.currency,
      coalesce(sum(balance_minor) filter (where kind = 'seller_payable'), 0)::bigint as "freeMinor",
      coalesce(-sum(balance_minor) filter (where kind = 'seller_owes'), 0)::bigint as "owesMinor",
      coalesce(sum(balance_minor) filter (where kind = 'jar'), 0)::bigint as "jarsMinor",
      coalesce(sum(balance_minor) filter (where kind = 'payouts_in_transit'), 0)::bigint as "inTransitMinor"
    from ${ledgerAccounts} account join ${members} owner on owner.id = account.member_id
    where ${whenGiven('q', sql`(starts_with(owner.handle::text, ${slot('q')}) or starts_with(lower(owner.name), ${slot('q')}))`)}
      and ${whenGiven('handle', sql`(owner.handle, account.currency) > (${slot('handle')}::citext, ${slot('currency')}::text)`)}
    group by owner.id, account.currency order by owner.handle, account.currency limit ${SIZE + 1}`,
  key: sql`currency || '~' || handle`,
  size: SIZE,
})

// Whoever has, or ever had, anything in the books.
export function searchMakers({ db }: MemberCtx, { q, after }: MakerSearch) {
  const [currency, handle] = after ?? []
  return makersByName(db, { q, currency, handle })
}
