import { type SQL, sql } from 'drizzle-orm'

const inBooks = (source: SQL, id: SQL, kind: SQL) => sql`
  ledger_transactions made where made.source = ${source} and made.source_id = ${id}::text and made.kind = ${kind}`

// What is true at any time of what is sold, paid and paid back, and of seats: each of these finds nothing.
export const SHOP: Record<string, SQL> = {
  'I4 a purchase is paid by one payment, and a payment that counts pays for one': sql`
    select bought.id from purchases bought
    where bought.total_minor > 0 and (bought.state = 'paid')::int <> (
      select count(*) from payments payment where payment.purchase_id = bought.id and payment.state = 'paid' and payment.review is null)`,
  'I4 an order that is paid is in the books with all that its buyer gave': sql`
    select ordered.id from orders ordered where ordered.paid_at is not null and ordered.total_minor > 0 and not exists (
      select from ${inBooks(sql`'order'`, sql`ordered.id`, sql`'sale'`)} and ordered.total_minor = (
        select -sum(entry.minor) from ledger_entries entry join ledger_accounts account on account.id = entry.account_id
        where entry.transaction_id = made.id and account.kind = 'cash'))`,
  'I4 a refund that arrived is in the books': sql`
    select refund.id from refunds refund where refund.state = 'done' and refund.order_id is not null
      and not exists (select from ${inBooks(sql`'refund'`, sql`refund.id`, sql`'refund-done'`)})`,
  'I5 a piece is held by one, or sold to one': sql`
    select listing_id, number from claims where state in ('held', 'sold') group by 1, 2 having count(*) > 1`,
  'I5 no more is spoken for than there is, and all of it is counted': sql`
    select offered.id from listings offered where offered.copies is not null
      and (offered.taken > offered.copies or offered.taken <> (
        select count(*) from claims where claims.listing_id = offered.id and claims.state in ('held', 'sold'))
      or exists (select from claims where claims.listing_id = offered.id and claims.state in ('held', 'sold') and claims.number > offered.copies))`,
  'I5 whoever paid has all of their pieces': sql`
    select line.id from order_lines line join orders ordered on ordered.id = line.order_id
    join listings offered on offered.id = line.listing_id
    where ordered.state in ('paid', 'on-its-way', 'arrived') and offered.copies is not null and line.quantity <> (
      select count(*) from claims where claims.order_line_id = line.id and claims.state in ('sold', 'done'))`,
  'I5 what is sold was paid for': sql`
    select claims.listing_id, claims.number from claims join order_lines line on line.id = claims.order_line_id
    join orders ordered on ordered.id = line.order_id join purchases bought on bought.id = ordered.purchase_id
    where claims.state = 'sold' and bought.state <> 'paid'`,
  'I6 the seats of a cohort that are taken are those that were given': sql`
    select cohorts.id from cohorts where cohorts.taken <> (
      select count(*) from program_applications given
      where given.cohort_id = cohorts.id and given.state = 'accepted' and given.part = 'participant')`,
  'I7 nobody is paid back more than they paid': sql`
    select payment.id from payments payment join refunds refund on refund.payment_id = payment.id
    where refund.state = 'done' or (refund.state = 'asked' and refund.ref is not null) group by payment.id having sum(refund.minor) > payment.captured_minor`,
  'I7 what an order says was paid back is what its refunds say': sql`
    select ordered.id from orders ordered where ordered.refunded_minor <> (
      select coalesce(sum(refund.minor), 0) from refunds refund where refund.order_id = ordered.id and refund.state <> 'failed')`,
}
