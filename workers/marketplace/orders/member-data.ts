import { type SQL, sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { listingFiles, listings } from '#db/schema/marketplace/listings.ts'
import {
  disputes,
  orderLines,
  orderMessages,
  orderReviews,
  orders,
  payments,
  purchases,
  refunds,
} from '#db/schema/marketplace/orders.ts'
import type { Ctx } from '#workers/lib/context.ts'

export const shopForExport = (memberId: string): Record<string, Shelf<unknown>> => ({
  'for-sale': sql`select slug, kind, title, words, currency, price_minor, pay_more, copies, taken, ready_in_days, pickup, returns,
      returns_words, state, created_at, listed_at
    from ${listings} where member_id = ${memberId} order by created_at`,
  'orders-to-you': sql`select number, state, currency, items_minor, shipping_minor, discount_minor, tax_minor, total_minor,
      platform_fee_minor, processor_fee_minor, refunded_minor, paid_at, sent_at, arrived_at,
      (select json_agg(json_build_object('title', line.title, 'quantity', line.quantity, 'unitMinor', line.unit_minor))
        from ${orderLines} line where line.order_id = orders.id) as pieces
    from ${orders} where seller_id = ${memberId} and paid_at is not null order by number`,
  'what-you-bought': sql`select orders.number, orders.state, orders.currency, orders.total_minor, orders.refunded_minor, bought.paid_at,
      bought.name, bought.email, bought.address,
      (select json_agg(json_build_object('title', line.title, 'quantity', line.quantity, 'unitMinor', line.unit_minor))
        from ${orderLines} line where line.order_id = orders.id) as pieces
    from ${purchases} bought join ${orders} on orders.purchase_id = bought.id
    where bought.member_id = ${memberId} order by orders.number`,
  'words-about-orders': sql`select orders.number, said.words, said.created_at
    from ${orderMessages} said join ${orders} on orders.id = said.order_id
    where said.author_id = ${memberId} order by said.created_at`,
  'what-you-said-of-it': sql`select line.title, said.stars, said.words, said.created_at, said.reply
    from ${orderReviews} said join ${orderLines} line on line.id = said.order_line_id join ${orders} on orders.id = line.order_id
      join ${purchases} bought on bought.id = orders.purchase_id
    where bought.member_id = ${memberId} order by said.created_at`,
  'what-you-answered': sql`select line.title, said.reply, said.replied_at
    from ${orderReviews} said join ${orderLines} line on line.id = said.order_line_id join ${orders} on orders.id = line.order_id
    where orders.seller_id = ${memberId} and said.reply <> '' order by said.replied_at`,
  'money-you-gave-back': sql`select orders.number, paid_back.minor, paid_back.reason, paid_back.state, paid_back.created_at
    from ${refunds} paid_back join ${orders} on orders.id = paid_back.order_id
    where paid_back.asked_by_id = ${memberId} order by paid_back.created_at`,
  'what-you-told-banks': sql`select dispute.minor, payment.currency, dispute.reason, dispute.state, dispute.evidence, dispute.answered_at
    from ${disputes} dispute join ${payments} payment on payment.id = dispute.payment_id
    where dispute.answered_by_id = ${memberId} order by dispute.answered_at`,
})

// What was sold and bought stays in the books for as long as the law wants it; who it was does not. While something is on
// its way, its address stays until it has arrived.
export const shopForgotten = (memberId: string): SQL[] => [
  sql`update ${listings} set state = 'withdrawn', words = '', pickup = '', returns_words = '' where member_id = ${memberId}`,
  sql`delete from ${listingFiles} where listing_id in (select id from ${listings} where member_id = ${memberId})`,
  sql`delete from ${listings} where member_id = ${memberId}
    and not exists (select from ${orderLines} line where line.listing_id = listings.id)`,
  sql`update ${orderMessages} set words = '', author_id = null where author_id = ${memberId}`,
  sql`update ${orderReviews} set reply = '', replied_at = null
    where listing_id in (select id from ${listings} where member_id = ${memberId})`,
  sql`update ${orderReviews} said set signed_as = 'Somebody'
    from ${orderLines} line join ${orders} on orders.id = line.order_id join ${purchases} bought on bought.id = orders.purchase_id
    where line.id = said.order_line_id and bought.member_id = ${memberId}`,
  sql`update ${refunds} set asked_by_id = null where asked_by_id = ${memberId}`,
  sql`update ${disputes} set answered_by_id = null where answered_by_id = ${memberId}`,
  sql`update ${purchases} set member_id = null, forgets_since = now() where member_id = ${memberId}`,
  forgetBuyers(),
  forgetAnswers(),
]

// Also every night: nothing is on its way to these any more.
export function forgetBuyers(): SQL {
  return sql`update ${purchases} bought set name = '', email = '', address = null, forgets_since = null
    where forgets_since is not null and not exists (
      select from ${orders} where orders.purchase_id = bought.id and orders.state in ('waiting', 'paid', 'on-its-way'))`
}

// What somebody who left wrote to a bank stays until it is sent, or too late.
export function forgetAnswers(): SQL {
  return sql`update ${disputes} set evidence = evidence || '{"words": ""}'
    where answered_by_id is null and evidence ->> 'words' <> '' and (handed_in_at is not null or state <> 'answered')`
}

export async function forgetWhatWaited({ db }: Ctx) {
  for (const forgets of [forgetBuyers(), forgetAnswers()]) await db.execute(forgets)
}
