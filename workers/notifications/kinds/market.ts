import { sql } from 'drizzle-orm'
import { disputes, orderLines, orderMessages, orders, payments, purchases } from '#db/schema/marketplace/orders.ts'
import { showMoney } from '#workers/lib/money.ts'
import type { Kind } from '../kinds.ts'
import { type Told, words } from './words.ts'

const toMaker = (from: ReturnType<typeof sql>, more = sql`null`) => sql`
  select ordered.seller_id as member_id, 'order:' || ordered.id as about, jsonb_strip_nulls(jsonb_build_object(
    'number', ordered.number::text, 'minor', ordered.total_minor::text, 'currency', ordered.currency, 'name', bought.name,
    'title', left((select string_agg(line.title, ', ') from ${orderLines} line where line.order_id = ordered.id), 120),
    'words', left(${more}, 300))) as data
  from fact ${from} join ${purchases} bought on bought.id = ordered.purchase_id`

const amountOf = ({ minor = '0', currency = 'EUR' }: Told['data']) => showMoney({ minor: Number(minor), currency })

const toMakerAtOnce = {
  theme: 'you',
  icon: 'package',
  opens: ({ number }: Told['data']) => (number ? `/sell/orders/${number}` : '/sell/orders'),
  mail: 'at-once',
  push: 'at-once',
} as const satisfies Partial<Kind>

export const marketKinds = {
  sold: {
    ...toMakerAtOnce,
    fact: 'order.paid',
    label: 'Somebody bought something of yours',
    tells: toMaker(sql`join ${orders} ordered on ordered.id = fact.subject::uuid`),
    says: ({ data }) => words`${data.name ?? 'Somebody'} bought ${data.title ?? 'a piece'} for ${amountOf(data)}`,
    adds: () => 'It is paid. Please get it ready; its page says where it goes.',
  },
  'order-said': {
    ...toMakerAtOnce,
    fact: 'order.said',
    label: 'Somebody who bought from you writes',
    tells: toMaker(
      sql`join ${orderMessages} said on said.id = fact.subject::uuid and said."from" = 'buyer' join ${orders} ordered on ordered.id = said.order_id`,
      sql`said.words`,
    ),
    says: ({ data }) => words`${data.name ?? 'Somebody'} writes about order ${data.number ?? ''}`,
    adds: ({ words: said }) => (said ? `“${said}”` : ''),
  },
  disputed: {
    ...toMakerAtOnce,
    fact: 'dispute.opened',
    label: 'A buyer asked their bank for the money back',
    tells: toMaker(
      sql`join ${disputes} dispute on dispute.id = fact.subject::uuid join ${payments} payment on payment.id = dispute.payment_id
        join ${orders} ordered on ordered.purchase_id = payment.purchase_id`,
      sql`dispute.reason`,
    ),
    says: ({ data }) => words`The payment for order ${data.number ?? ''} is disputed`,
    adds: () =>
      'The money waits until the bank has decided. What you know about it helps: please write it down on its page.',
  },
} satisfies Record<string, Kind>
