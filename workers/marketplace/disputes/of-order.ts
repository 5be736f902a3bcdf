import { type SQL, sql } from 'drizzle-orm'
import { disputes, orders, payments } from '#db/schema/marketplace/orders.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { conflict, notFound, type Refusal } from '#workers/lib/errors.ts'
import type { DisputeState } from './inputs.ts'

// Of the disputes about an order's payment the one that is answered next.
export const nextOf = (order: SQL): SQL => sql`(
  select dispute.id from ${disputesOf(order)} where dispute.state = 'open'
    and (dispute.evidence_due_at is null or dispute.evidence_due_at > now())
  order by dispute.evidence_due_at, dispute.id limit 1)`

const disputesOf = (order: SQL): SQL => sql`
  (select * from ${orders} where ${order}) ordered
  left join ${payments} payment on payment.purchase_id = ordered.purchase_id and payment.state = 'paid' and payment.review is null
  left join ${disputes} dispute on dispute.payment_id = payment.id`

export type Asked = { state: DisputeState['state'] | null; number: number; makers: number }

// Where nothing is to be answered: what there is instead.
export async function askedAbout({ db }: Ctx, order: SQL): Promise<Asked | undefined> {
  const { rows } = await db.execute(sql`
    select dispute.state, ordered.number,
      (select count(*)::int from ${orders} sold where sold.purchase_id = ordered.purchase_id) as makers
    from ${disputesOf(order)} order by dispute.state = 'open' desc, dispute.created_at desc limit 1`)
  return rows[0]
}

export const whyNot = (found: Asked | undefined): Refusal =>
  found ? conflict(found.state ? WHY_NOT[found.state] : UNDISPUTED) : notFound('order')

const UNDISPUTED = 'Nobody asked their bank for this money back, so there is nothing to answer.'

const WHY_NOT: Record<DisputeState['state'], string> = {
  open: 'The day by which an answer counted is over. Nothing was sent; the bank decides by what it has.',
  answered: 'This was answered already, and a bank takes one answer. Nothing was sent a second time.',
  won: 'The bank has decided already, and the money stays. Nothing more is needed.',
  lost: 'The bank has decided already, so an answer would come too late. Nothing was sent.',
}
