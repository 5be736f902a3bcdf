import { sql } from 'drizzle-orm'
import { pages, readTogether, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { orders, payments, purchases } from '#db/schema/marketplace/orders.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { awaitsAnswer, disputesShown } from '../disputes/shown.ts'
import { breakdownOf } from '../ledger/breakdown.ts'
import type { OrderNumber, SoldOrder, SoldPage, SoldSearch } from './inputs.ts'
import { linesShown, messagesShown, refundsShown, wayOf } from './shown.ts'

const PAGE = 24

const short = sql`
  ordered.id, ordered.number, ordered.state, ${wayOf} as way, ordered.currency, ordered.total_minor as "totalMinor",
  ordered.refunded_minor as "refundedMinor", ordered.paid_at as "paidAt", bought.name as buyer,
  ${awaitsAnswer(sql`bought.id`)} as "isDisputed", ${linesShown} as lines`

// A maker's orders, the newest first; what waits to be sent by itself.
const newest = pages<SoldPage>({
  name: 'orders',
  rows: sql`select ${short}, ordered.created_at as "createdAt" from ${orders} ordered join ${purchases} bought on bought.id = ordered.purchase_id
    where ordered.seller_id = ${slot('seller')}::uuid and ordered.paid_at is not null
      and ${whenGiven('state', sql`ordered.state = ${slot('state')}`)}
      and ${whenGiven('id', sql`(ordered.created_at, ordered.id) < (${slot('since')}::timestamptz, ${slot('id')}::uuid)`)}
    order by ordered.created_at desc nulls last, ordered.id desc nulls last limit ${PAGE + 1}`,
  key: sql`id || '~' || to_char("createdAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  size: PAGE,
})

export function readSold({ db, member }: MemberCtx, { after, ...search }: SoldSearch) {
  const [id, since] = after ?? []
  return newest(db, { ...search, seller: member.id, id, since })
}

export async function findSold({ db, member }: MemberCtx, { number }: OrderNumber): Promise<SoldOrder> {
  const { order } = await readTogether(db, { order: oneSold(number, member.id) })
  return order[0] ?? refuse(notFound('order'))
}

const oneSold = (number: number, sellerId: string): Shelf<SoldOrder> => sql`
  select ${short}, bought.email, bought.address, ordered.items_minor as "itemsMinor", ordered.shipping_minor as "shippingMinor",
    ordered.tax_minor as "taxMinor", ordered.platform_fee_minor as "platformFeeMinor", ordered.processor_fee_minor as "processorFeeMinor",
    ${breakdownOf(sql`ordered.id::text`)} as parts, ordered.carrier, ordered.tracking, ordered.sent_at as "sentAt",
    ordered.arrived_at as "arrivedAt",
    (select payment.provider from ${payments} payment where payment.purchase_id = bought.id and payment.state = 'paid' limit 1) as provider,
    ${refundsShown} as refunds,
    ${disputesShown(sql`bought.id`)} as disputes, ${messagesShown} as messages
  from ${orders} ordered join ${purchases} bought on bought.id = ordered.purchase_id
  where ordered.number = ${number} and ordered.seller_id = ${sellerId} and ordered.paid_at is not null`
