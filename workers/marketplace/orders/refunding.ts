import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { constraintOf } from '#db/patience.ts'
import { orders, payments, refunds } from '#db/schema/marketplace/orders.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { PaymentRefused } from '../payments/refusals.ts'
import { settlePayment } from './settling.ts'

type Wish = { id: string; minor: number; reason: string }

// Whoever sold it pays it back, all of it or a part: never more than was paid, however many press at once.
export async function payBack(ctx: MemberCtx, { id, minor, reason }: Wish) {
  const [order] = await commit(
    ctx,
    ctx.db
      .update(orders)
      .set({ refundedMinor: sql`${orders.refundedMinor} + ${minor}::bigint` })
      .where(sql`${orders.id} = ${id} and ${orders.sellerId} = ${ctx.member.id} and ${orders.paidAt} is not null`)
      .returning({ id: orders.id }),
    fact('order.pays-back', { minor }),
    (changed) => sql`insert into ${refunds} (id, payment_id, order_id, minor, reason, asked_by_id)
      select ${newId()}::uuid, payment.id, ordered.id, ${minor}::bigint, ${reason}::text, ${ctx.member.id}::uuid
      from ${changed} join ${orders} ordered on ordered.id = changed.id
      join ${payments} payment on payment.purchase_id = ordered.purchase_id and payment.state = 'paid' and payment.review is null returning 1`,
  ).catch((error) => {
    throw constraintOf(error) === 'orders_pay_back_at_most_all' ? tooMuch() : error
  })
  return order ?? refuse(notFound('order'))
}

const tooMuch = () => conflict('That is more than is left of what was paid. Nothing was paid back.', 'more_than_paid')

const RefundJob = z.object({ id: z.uuid() })

// The provider hears of it by its id; what came of it is seen when the payment is looked at.
export async function sendRefund(ctx: Ctx, { id }: z.output<typeof RefundJob>) {
  const [refund] = await ctx.db
    .select({
      minor: refunds.minor,
      reason: refunds.reason,
      provider: payments.provider,
      ref: payments.ref,
      captureRef: payments.captureRef,
      currency: payments.currency,
    })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(sql`${refunds.id} = ${id} and ${refunds.state} = 'asked'`)
  if (!refund?.captureRef || !refund.ref) return
  const { captureRef, minor, currency, reason, provider, ref } = refund
  try {
    const through = await ctx.payments.through(provider)
    await through.refund({ captureRef, minor, currency, reason, key: id })
  } catch (error) {
    if (!(error instanceof PaymentRefused)) throw error
    await ctx.db.update(refunds).set({ state: 'failed' }).where(eq(refunds.id, id))
  }
  await settlePayment(ctx, { provider, ref })
}

export const sendRefundLater = later('marketplace.send-refund', RefundJob, sendRefund)
