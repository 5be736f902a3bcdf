import { type SQL, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { orders, payments, purchases } from '#db/schema/marketplace/orders.ts'
import { members } from '#db/schema/people.ts'
import { hashOf } from '#workers/accounts/sign-ins/tokens.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import type { Address, Message, OrderState, OrderWay, ShownLine } from './inputs.ts'
import { linesShown, messagesShown, wayOf } from './shown.ts'

export type Tracked = {
  id: string
  state: 'paying' | 'paid' | 'let-go'
  currency: string
  totalMinor: number
  until: string
  paidAt: string | null
  name: string
  email: string
  address: Address | null
  payAt: string | null
  isPending: boolean
  orders: TrackedOrder[]
}

export type TrackedOrder = {
  number: number
  state: OrderState['state']
  way: OrderWay
  seller: { handle: string; name: string }
  itemsMinor: number
  shippingMinor: number
  taxMinor: number
  totalMinor: number
  refundedMinor: number
  platformFeeMinor: number
  processorFeeMinor: number | null
  carrier: string
  tracking: string
  sentAt: string | null
  arrivedAt: string | null
  lines: ShownLine[]
  messages: Message[]
}

// By the secret link alone: guests have no account, and members get theirs in the list of what they bought.
export async function trackPurchase({ db }: Ctx, link: string): Promise<Tracked> {
  const { purchase } = await readTogether(db, { purchase: tracked(sql`bought.link_hash = ${hashOf(link)}`) })
  return purchase[0] ?? refuse(notFound('order'))
}

const tracked = (which: SQL): Shelf<Tracked> => sql`
  select bought.id, bought.state, bought.currency, bought.total_minor as "totalMinor", bought.until, bought.paid_at as "paidAt",
    bought.name, bought.email, bought.address,
    (select url from ${payments} payment where payment.purchase_id = bought.id and payment.state = 'open' order by payment.created_at desc limit 1) as "payAt",
    exists (select from ${payments} payment where payment.purchase_id = bought.id and payment.state in ('pending', 'unsure')) as "isPending",
    (select json_agg(${order} order by ordered.number) from ${orders} ordered join ${members} seller on seller.id = ordered.seller_id
      where ordered.purchase_id = bought.id) as orders
  from ${purchases} bought where ${which}`

const order = sql`json_build_object('number', ordered.number, 'state', ordered.state, 'way', ${wayOf},
  'seller', json_build_object('handle', seller.handle, 'name', seller.name),
  'itemsMinor', ordered.items_minor, 'shippingMinor', ordered.shipping_minor, 'taxMinor', ordered.tax_minor, 'totalMinor', ordered.total_minor,
  'refundedMinor', ordered.refunded_minor, 'platformFeeMinor', ordered.platform_fee_minor, 'processorFeeMinor', ordered.processor_fee_minor,
  'carrier', ordered.carrier, 'tracking', ordered.tracking,
  'sentAt', ordered.sent_at, 'arrivedAt', ordered.arrived_at, 'lines', ${linesShown}, 'messages', ${messagesShown})`
