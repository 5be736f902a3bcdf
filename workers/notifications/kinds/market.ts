import { sql } from 'drizzle-orm'
import {
  disputes,
  orderLines,
  orderMessages,
  orders,
  payments,
  purchases,
  refunds,
} from '#db/schema/marketplace/orders.ts'
import { showMoney } from '#workers/lib/money.ts'
import { wayOf } from '#workers/marketplace/orders/shown.ts'
import type { Kind } from '../kinds.ts'
import { type Told, words } from './words.ts'

const toMaker = (from: ReturnType<typeof sql>, more = sql`null`) => sql`
  select ordered.seller_id as member_id, 'order:' || ordered.id as about, jsonb_strip_nulls(jsonb_build_object(
    'number', ordered.number::text, 'way', ${wayOf}, 'minor', ordered.total_minor::text, 'currency', ordered.currency, 'name', bought.name,
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

const disputed = (more = sql`null`, who = sql`true`) =>
  toMaker(
    sql`join ${disputes} dispute on dispute.id = fact.subject::uuid
      join ${payments} payment on payment.id = dispute.payment_id and payment.state = 'paid' and payment.review is null
      join ${orders} ordered on ordered.purchase_id = payment.purchase_id and ${who}`,
    more,
  )

const GET_READY: Record<string, string> = {
  fetched: 'It is paid. Please get it ready; they come and fetch it.',
  taught: 'It is paid. Its page says when it is, and there you can write to them.',
  wired: 'It is paid, and the files are theirs. Nothing more is needed.',
  both: 'It is paid. Its page says what to get ready, and when the lesson is.',
}

export const marketKinds = {
  sold: {
    ...toMakerAtOnce,
    fact: 'order.paid',
    label: 'Somebody bought something of yours',
    tells: toMaker(sql`join ${orders} ordered on ordered.id = fact.subject::uuid`),
    says: ({ data }) => words`${data.name ?? 'Somebody'} bought ${data.title ?? 'a piece'} for ${amountOf(data)}`,
    adds: ({ way }) => GET_READY[way ?? ''] ?? 'It is paid. Please get it ready; its page says where it goes.',
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
  'order-arrived': {
    ...toMakerAtOnce,
    fact: 'order.arrived',
    label: 'A buyer has what you sold, or a lesson took place',
    tells: toMaker(sql`join ${orders} ordered on ordered.id = fact.subject::uuid and fact.data ->> 'by' = 'buyer'`),
    says: ({ data: { name = 'Somebody', title = 'a piece', way } }) =>
      way === 'taught'
        ? words`${name} says that ${title} took place`
        : way === 'both'
          ? words`${name} has ${title}, and all of it is done`
          : words`${name} has ${title} in their hands`,
    adds: ({ way }) =>
      way === 'sent'
        ? 'Your money waits no longer for the post, only for as long as it may come back.'
        : 'Your money waits no longer, except for as long as they may ask for it back.',
    mail: 'daily',
  },
  'refund-failed': {
    ...toMakerAtOnce,
    fact: 'refund.failed',
    label: 'Money you gave back did not reach its buyer',
    tells: toMaker(
      sql`join ${refunds} refund on refund.id = fact.subject::uuid join ${orders} ordered on ordered.id = refund.order_id`,
    ),
    says: ({ data }) => words`The money you gave back for order ${data.number ?? ''} did not arrive`,
    adds: ({ name }) =>
      `It is with you again, and ${name ?? 'the buyer'} still waits for it. Please write to them, and try once more.`,
  },
  disputed: {
    ...toMakerAtOnce,
    fact: 'dispute.opened',
    label: 'A buyer asked their bank for the money back',
    tells: disputed(),
    says: ({ data }) => words`The payment for order ${data.number ?? ''} is disputed`,
    adds: () =>
      'The money waits until the bank has decided. What you know about it helps: please answer on its page, in time.',
  },
  'dispute-answered': {
    ...toMakerAtOnce,
    fact: 'dispute.answered',
    label: 'Somebody answered a buyer’s bank for you',
    tells: disputed(undefined, sql`ordered.seller_id is distinct from dispute.answered_by_id`),
    says: ({ data }) => words`The bank of ${data.name ?? 'the buyer'} got an answer about order ${data.number ?? ''}`,
    adds: () => 'It is one for the whole payment. You can read it with the order.',
    mail: 'daily',
  },
  'dispute-accepted': {
    ...toMakerAtOnce,
    fact: 'dispute.accepted',
    label: 'Somebody accepted for you that a buyer gets their money back',
    tells: disputed(undefined, sql`ordered.seller_id is distinct from dispute.answered_by_id`),
    says: ({ data }) =>
      words`It was accepted that ${data.name ?? 'the buyer'} gets the money of order ${data.number ?? ''} back`,
    adds: () => 'Whoever keeps the books answered the bank so, for the whole payment. You can ask them why.',
  },
  'dispute-won': {
    ...toMakerAtOnce,
    fact: 'dispute.won',
    label: 'A bank decided for you',
    tells: disputed(),
    says: ({ data }) => words`The bank decided for you: order ${data.number ?? ''} stays paid`,
    adds: () => 'What waited is yours again.',
  },
  'dispute-lost': {
    ...toMakerAtOnce,
    fact: 'dispute.lost',
    label: 'Disputed money went back to its buyer',
    tells: disputed(),
    says: ({ data }) =>
      words`The disputed money of order ${data.number ?? ''} went back to ${data.name ?? 'its buyer'}`,
    adds: () => 'Nothing more can be done about it here. What the bank asks for it is not taken from you.',
  },
} satisfies Record<string, Kind>
