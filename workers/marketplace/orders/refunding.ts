import { eq, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { constraintOf } from '#db/patience.ts'
import { events } from '#db/schema/events.ts'
import { disputes, orders, payments, refunds } from '#db/schema/marketplace/orders.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { PaymentRefused } from '../payments/refusals.ts'
import { failRefund } from './refund-failed.ts'
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
        where ordered.id = ${id}::uuid and ordered.seller_id = ${ctx.member.id} and payment.state = 'paid' and payment.review is null
          and not exists (${disputedBy(sql`payment.id`)})`,
      )
      .returning({ id: refunds.id, orderId: refunds.orderId }),
    fact('refund.asked', { minor }),
    (changed) => sql`update ${orders} ordered set refunded_minor = ordered.refunded_minor + ${minor}::bigint
      from ${changed} where ordered.id = changed.order_id returning 1`,
  ).catch((error) => {
    throw constraintOf(error) === 'orders_pay_back_at_most_all' ? tooMuch() : error
  })
  return refund ?? refuse((await isDisputed(ctx, id)) ? withTheBank() : notFound('order'))
}

const disputedBy = (paymentId: SQL) =>
  sql`select from ${disputes} asked where asked.payment_id = ${paymentId} and asked.state <> 'won'`

async function isDisputed({ db, member }: MemberCtx, id: string): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select exists (${disputedBy(sql`payment.id`)}) as yes
    from ${orders} ordered join ${payments} payment on payment.purchase_id = ordered.purchase_id
    where ordered.id = ${id}::uuid and ordered.seller_id = ${member.id} and payment.state = 'paid'`)
  return rows[0]?.yes ?? false
}

const withTheBank = () =>
  conflict(
    'The buyer asked their bank for this money, and now the bank decides. Nothing was paid back from here.',
    'disputed',
  )

const tooMuch = () => conflict('That is more than is left of what was paid. Nothing was paid back.', 'more_than_paid')

const RefundJob = z.object({ id: z.uuid() })

// The provider hears of it by its id, until it says what it calls it; what came of it is seen when the payment is looked at.
// So what somebody paid back in the provider's own house is never paid back once more.
export async function sendRefund(ctx: Ctx, { id }: z.output<typeof RefundJob>) {
  const [refund] = await ctx.db
    .select({
      minor: refunds.minor,
      reason: refunds.reason,
      known: refunds.ref,
      provider: payments.provider,
      ref: payments.ref,
      captureRef: payments.captureRef,
      currency: payments.currency,
    })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(sql`${refunds.id} = ${id} and ${refunds.state} = 'asked'`)
  if (!refund?.captureRef || !refund.ref) return
  const { captureRef, known, minor, currency, reason, provider, ref } = refund
  try {
    const through = await ctx.payments.through(provider)
    if (!known) await through.refund({ captureRef, minor, currency, reason, key: id })
  } catch (error) {
    if (!(error instanceof PaymentRefused)) throw error
    await giveUp(ctx, id)
  }
  await settlePayment(ctx, { provider, ref })
}

// The provider does not take it: what was to be paid back is the order's again.
const giveUp = (ctx: Ctx, id: string) =>
  failRefund(
    ctx,
    sql`${refunds.id} = ${id}::uuid and ${refunds.state} = 'asked'`,
    undefined,
    (changed) => sql`update ${orders} ordered set refunded_minor = ordered.refunded_minor - changed.minor
      from ${changed} where ordered.id = changed.order_id returning 1`,
  )

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
