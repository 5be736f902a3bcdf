import { type SQL, sql } from 'drizzle-orm'
import { alerts } from '#db/schema/jobs.ts'
import { disputes, orders, payments } from '#db/schema/marketplace/orders.ts'
import { members } from '#db/schema/people.ts'

const disputesOf = (purchaseId: SQL): SQL => sql`
  ${disputes} dispute join ${payments} payment on payment.id = dispute.payment_id
    and payment.purchase_id = ${purchaseId} and payment.state = 'paid' and payment.review is null`

// What buyers asked their bank about a purchase, for its makers and whoever keeps the books: what is answered next comes first.
export const disputesShown = (purchaseId: SQL): SQL => sql`(
  select coalesce(json_agg(json_build_object('id', dispute.id, 'state', dispute.state, 'minor', dispute.minor,
    'reason', dispute.reason, 'openedAt', dispute.created_at, 'dueAt', dispute.evidence_due_at,
    'isLate', coalesce(dispute.evidence_due_at <= now(), false),
    'makers', (select count(*) from ${orders} sold where sold.purchase_id = payment.purchase_id),
    'isAccepted', coalesce((dispute.evidence ->> 'accepts')::boolean, false),
    'answer', case when dispute.evidence ->> 'accepts' is null then dispute.evidence end, 'answeredBy', writer.name, 'answeredAt', dispute.answered_at, 'handedInAt', dispute.handed_in_at,
    'isRefused', exists (select from ${alerts} raised where raised.subject = 'dispute:' || dispute.id),
    'decidedAt', dispute.decided_at)
    order by dispute.state = 'open' and (dispute.evidence_due_at is null or dispute.evidence_due_at > now()) desc,
      dispute.evidence_due_at, dispute.id), '[]')
  from ${disputesOf(purchaseId)} left join ${members} writer on writer.id = dispute.answered_by_id)`

export const awaitsAnswer = (purchaseId: SQL): SQL => sql`exists (
  select from ${disputesOf(purchaseId)} where dispute.state = 'open' and (dispute.evidence_due_at is null or dispute.evidence_due_at > now()))`
