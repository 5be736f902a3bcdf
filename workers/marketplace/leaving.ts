import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { ledgerAccounts } from '#db/schema/marketplace/ledger.ts'
import { orders, purchases } from '#db/schema/marketplace/orders.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import type { Money } from '#workers/lib/money.ts'

export type StillOpen = { money: Money[]; toSend: number; awaited: number }

type Orders = { toSend: number; awaited: number }

// What somebody who wants to leave should see to first: money that is theirs, and what they owe or wait for.
export async function readStillOpen({ db, member }: MemberCtx): Promise<StillOpen> {
  const { money, open } = await readTogether(db, { money: moneyOf(member.id), open: ordersOf(member.id) })
  return { money, ...(open[0] ?? { toSend: 0, awaited: 0 }) }
}

const moneyOf = (memberId: string): Shelf<Money> => sql`
  select sum(balance_minor)::bigint as minor, currency from ${ledgerAccounts}
  where member_id = ${memberId}::uuid and kind in ('seller_payable', 'jar') group by currency having sum(balance_minor) > 0
  order by 1 desc`

const ordersOf = (memberId: string): Shelf<Orders> => sql`
  select (select count(*)::int from ${orders} where seller_id = ${memberId}::uuid and state = 'paid') as "toSend",
    (select count(*)::int from ${purchases} bought join ${orders} ordered on ordered.purchase_id = bought.id
      where bought.member_id = ${memberId}::uuid and ordered.state in ('paid', 'on-its-way')) as awaited`
