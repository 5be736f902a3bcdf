import { type SQL, sql } from 'drizzle-orm'
import { disputes, orders } from '#db/schema/marketplace/orders.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { refuse } from '#workers/lib/errors.ts'
import type { OrderId, OrderNumber } from '../orders/inputs.ts'
import type { DisputeAnswer, DisputeState } from './inputs.ts'
import { askedAbout, nextOf, whyNot } from './of-order.ts'

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
  return answered ?? refuse(whyNot(await askedAbout(ctx, order)))
}
