import { type SQL, sql } from 'drizzle-orm'
import { disputes, orders, payments } from '#db/schema/marketplace/orders.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound } from '#workers/lib/errors.ts'
import type { OrderId, OrderNumber } from '../orders/inputs.ts'
import type { DisputeAnswer, DisputeState } from './inputs.ts'

// A bank takes one answer to a dispute, which is about a payment: one of its makers writes it for all of them.
export const answerDispute = (ctx: MemberCtx, { id }: OrderId, answer: DisputeAnswer): Promise<DisputeState> =>
  answerAbout(ctx, sql`id = ${id}::uuid and seller_id = ${ctx.member.id}::uuid`, answer)

// Whoever keeps the books may write it, too: the route asks who that is.
export const answerForMakers = (
  ctx: MemberCtx,
  { number }: OrderNumber,
  answer: DisputeAnswer,
): Promise<DisputeState> => answerAbout(ctx, sql`number = ${number}::int and paid_at is not null`, answer)

async function answerAbout(ctx: MemberCtx, order: SQL, answer: DisputeAnswer): Promise<DisputeState> {
  const [answered] = await commit(
    ctx,
    ctx.db
      .update(disputes)
      .set({
        state: 'answered',
        evidence: sql`${JSON.stringify(answer)}::jsonb || jsonb_build_object('shippedOn', (
          select to_char(sent_at at time zone 'UTC', 'YYYY-MM-DD') from ${orders} where ${order}))`,
        answeredById: ctx.member.id,
        answeredAt: sql`now()`,
      })
      .where(sql`${disputes.state} = 'open' and ${disputes.id} = ${nextOf(order)}`)
      .returning({ id: disputes.id, state: disputes.state }),
    fact('dispute.answered'),
  )
  return answered ?? whyNot(ctx, order)
}

const nextOf = (order: SQL): SQL => sql`(
  select dispute.id from ${disputesOf(order)} where dispute.state = 'open'
    and (dispute.evidence_due_at is null or dispute.evidence_due_at > now())
  order by dispute.evidence_due_at, dispute.id limit 1)`

const disputesOf = (order: SQL): SQL => sql`
  (select * from ${orders} where ${order}) ordered
  left join ${payments} payment on payment.purchase_id = ordered.purchase_id and payment.state = 'paid' and payment.review is null
  left join ${disputes} dispute on dispute.payment_id = payment.id`

async function whyNot({ db }: MemberCtx, order: SQL): Promise<never> {
  const { rows } = await db.execute(sql`
    select dispute.state from ${disputesOf(order)} order by dispute.state = 'open' desc, dispute.created_at desc limit 1`)
  const [found] = rows as { state: DisputeState['state'] | null }[]
  throw found ? conflict(found.state ? WHY_NOT[found.state] : UNDISPUTED) : notFound('order')
}

const UNDISPUTED = 'Nobody asked their bank for this money back, so there is nothing to answer.'

const WHY_NOT: Record<DisputeState['state'], string> = {
  open: 'The day by which an answer counted is over. Nothing was sent; the bank decides by what it has.',
  answered: 'This was answered already, and a bank takes one answer. Nothing was sent a second time.',
  won: 'The bank has decided already, and the money stays. Nothing more is needed.',
  lost: 'The bank has decided already, so an answer would come too late. Nothing was sent.',
}
