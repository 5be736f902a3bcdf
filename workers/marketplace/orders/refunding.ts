import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { constraintOf } from '#db/patience.ts'
import { events } from '#db/schema/events.ts'
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
  const [refund] = await commit(
    ctx,
    ctx.db
      .insert(refunds)
      .select(
        sql`select ${newId()}::uuid as id, payment.id as payment_id, ordered.id as order_id, ${minor}::bigint as minor,
          ${reason}::text as reason, 'asked'::text as state, null::text as ref, ${ctx.member.id}::uuid as asked_by_id,
          now() as created_at, null::timestamptz as done_at
        from ${orders} ordered join ${payments} payment on payment.purchase_id = ordered.purchase_id
        where ordered.id = ${id}::uuid and ordered.seller_id = ${ctx.member.id} and payment.state = 'paid' and payment.review is null`,
      )
      .returning({ id: refunds.id, orderId: refunds.orderId }),
    fact('refund.asked', { minor }),
    (changed) => sql`update ${orders} ordered set refunded_minor = ordered.refunded_minor + ${minor}::bigint
      from ${changed} where ordered.id = changed.order_id returning 1`,
  ).catch((error) => {
    throw constraintOf(error) === 'orders_pay_back_at_most_all' ? tooMuch() : error
  })
  return refund ?? refuse(notFound('order'))
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

// Woken by the fact that it was asked for: its subject is the refund.
export const sendRefundLater = later('marketplace.send-refund', z.object({}), async (ctx, _, factId) => {
  const [asked] = await ctx.db
    .select({ id: events.subject })
    .from(events)
    .where(eq(events.id, factId ?? 0))
  if (asked) await sendRefund(ctx, { id: asked.id })
})

const AT_ONCE = 100

// What broke off on the way is asked for again, under the same key.
export async function followRefunds(ctx: Ctx) {
  const waiting = await ctx.db
    .select({ id: refunds.id })
    .from(refunds)
    .where(sql`${refunds.state} = 'asked' and ${refunds.createdAt} < now() - interval '10 minutes'`)
    .orderBy(refunds.createdAt)
    .limit(AT_ONCE)
  for (const { id } of waiting)
    await sendRefund(ctx, { id }).catch((error) => ctx.log.warn('a refund waits for the next round', { id, error }))
}
