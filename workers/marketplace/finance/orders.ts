import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { ledgerAccounts, ledgerEntries, ledgerTransactions } from '#db/schema/marketplace/ledger.ts'
import { orderLines, orderMessages, orders, payments, purchases } from '#db/schema/marketplace/orders.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { disputesShown } from '../disputes/shown.ts'
import { breakdownOf } from '../ledger/breakdown.ts'
import type { OrderNumber, SoldOrder } from '../orders/inputs.ts'
import { refundsShown, wayOf } from '../orders/shown.ts'
import type { CorrectionPage } from './inputs.ts'

type Sides = CorrectionPage['corrections'][number]['sides']

export type OrderInBooks = Omit<
  SoldOrder,
  'id' | 'lines' | 'email' | 'address' | 'messages' | 'isDisputed' | 'platformFeeMinor' | 'processorFeeMinor'
> & {
  seller: { handle: string; name: string }
  country: string | null
  // What the payment service calls the payment.
  ref: string | null
  said: number
  lines: { title: string; quantity: number; unitMinor: number }[]
  bookings: { id: string; at: string; kind: string; reason: string | null; sides: Sides }[]
}

// One order as the books know it: neither where it was sent, nor what the two of them wrote to each other.
export async function readOrder({ db }: MemberCtx, { number }: OrderNumber): Promise<OrderInBooks> {
  const { order } = await readTogether(db, { order: oneOrder(number) })
  return order[0] ?? refuse(notFound('order'))
}

const oneOrder = (number: number): Shelf<OrderInBooks> => sql`
  select ordered.number, ordered.state, ${wayOf} as way, ordered.currency, ordered.items_minor as "itemsMinor", ordered.shipping_minor as "shippingMinor",
    ordered.tax_minor as "taxMinor", ordered.total_minor as "totalMinor", ordered.refunded_minor as "refundedMinor",
    ordered.paid_at as "paidAt", ordered.sent_at as "sentAt", ordered.arrived_at as "arrivedAt", ordered.carrier, ordered.tracking,
    bought.name as buyer, bought.address ->> 'country' as country, json_build_object('handle', seller.handle, 'name', seller.name) as seller,
    payment.provider, coalesce(payment.capture_ref, payment.ref) as ref,
    (select json_agg(json_build_object('title', line.title, 'quantity', line.quantity, 'unitMinor', line.unit_minor) order by line.id)
      from ${orderLines} line where line.order_id = ordered.id) as lines,
    (select count(*)::int from ${orderMessages} said where said.order_id = ordered.id) as said,
    ${breakdownOf(sql`ordered.id::text`, sql`null::text`)} as parts, ${refundsShown} as refunds,
    ${disputesShown(sql`bought.id`)} as disputes, ${bookingsOf} as bookings
  from ${orders} ordered join ${purchases} bought on bought.id = ordered.purchase_id join ${members} seller on seller.id = ordered.seller_id
    left join ${payments} payment on payment.purchase_id = bought.id and payment.state = 'paid' and payment.review is null
  where ordered.number = ${number} and ordered.paid_at is not null`

const bookingsOf = sql`(
  select coalesce(json_agg(json_build_object('id', made.id, 'at', made.at, 'kind', made.kind, 'reason', made.reason, 'sides', (
    select json_agg(json_build_object('kind', side.kind, 'provider', side.provider, 'handle', side.handle, 'minor', side.minor) order by side.minor)
    from (select account.kind, account.provider, owner.handle, sum(entry.minor) as minor
      from ${ledgerEntries} entry join ${ledgerAccounts} account on account.id = entry.account_id
        left join ${members} owner on owner.id = account.member_id
      where entry.transaction_id = made.id group by 1, 2, 3) side)) order by made.at, made.id), '[]')
  from ${ledgerTransactions} made where made.sale = ordered.id::text)`
