import { eq, sql } from 'drizzle-orm'
import { payments, purchases } from '#db/schema/marketplace/orders.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { transact } from '#workers/lib/transact.ts'
import type { Outcome, ProviderName, Seen } from '../payments/port.ts'
import { claimAgain } from './claiming.ts'
import { settleDisputes } from './disputed.ts'
import { keepPaid } from './paid.ts'
import { settleRefunds } from './refunded.ts'

export type Payment = {
  id: string
  purchaseId: string
  provider: ProviderName
  state: (typeof payments.$inferSelect)['state']
  currency: string
  askedMinor: number
  capturedMinor: number
  purchase: (typeof purchases.$inferSelect)['state']
}

export type PaymentRef = { provider: ProviderName; ref: string }

const MINUTES_TO_CAPTURE = 10

// Looks at a payment as its provider sees it now, and brings purchase, orders, pieces and books to that. Nothing depends on
// what was told before: it may be called as often as anybody likes, and in any order.
export async function settlePayment(ctx: Ctx, { provider, ref }: PaymentRef): Promise<Outcome> {
  const through = await ctx.payments.through(provider)
  let seen = await through.look(ref)
  if (seen?.state === 'approved' && (await mayBeCaptured(ctx, provider, seen))) {
    await through.capture(seen.ref, `capture-${seen.ref}`)
    seen = await through.look(ref)
  }
  if (!seen) return 'unknown'
  const now = seen
  return transact(ctx, (within) => settleWithin(within, provider, now))
}

// Money is only taken while every piece is still there for this buyer.
function mayBeCaptured(ctx: Ctx, provider: ProviderName, seen: Seen): Promise<boolean> {
  return transact(ctx, async (within) => {
    const payment = await lockPayment(within, provider, seen)
    return payment?.purchase !== 'paid' && !!payment && claimAgain(within, payment.purchaseId, MINUTES_TO_CAPTURE)
  })
}

async function settleWithin(ctx: Ctx, provider: ProviderName, seen: Seen): Promise<Outcome> {
  const payment = await lockPayment(ctx, provider, seen)
  if (!payment) return 'unknown'
  await note(ctx, payment, seen)
  if (seen.capturedMinor > 0) await keepPaid(ctx, payment, seen)
  await settleRefunds(ctx, payment, seen)
  await settleDisputes(ctx, payment, seen)
  return 'done'
}

// Whoever settles the same payment, or another one of the same purchase, waits here.
async function lockPayment(
  { db }: Ctx,
  provider: ProviderName,
  { ref, purchaseId }: Seen,
): Promise<Payment | undefined> {
  const { rows } = await db.execute(sql`
    select payment.id, payment.purchase_id as "purchaseId", payment.provider, payment.state, payment.currency,
      payment.asked_minor::float8 as "askedMinor", payment.captured_minor::float8 as "capturedMinor", bought.state as purchase
    from ${payments} payment join ${purchases} bought on bought.id = payment.purchase_id
    where payment.provider = ${provider} and (payment.ref = ${ref}
      or (payment.ref is null and payment.purchase_id = ${purchaseId ?? null}::uuid))
    for update of bought, payment`)
  return rows[0]
}

// What the provider calls it is kept; a word we do not know is looked at by a person, and never taken for paid.
async function note({ db }: Ctx, { id, state }: Payment, seen: Seen) {
  const now = seen.capturedMinor > 0 ? 'paid' : STATES[seen.state]
  const isSettled = state === 'paid'
  await db
    .update(payments)
    .set({
      ref: seen.ref,
      captureRef: seen.captureRef ?? null,
      ...(seen.feeMinor !== undefined && { feeMinor: seen.feeMinor }),
      ...(seen.state === 'unknown' && { review: 'The provider says something we do not know.' }),
      ...(!isSettled && { state: now, capturedMinor: seen.capturedMinor }),
      ...(!isSettled && FINAL.has(now) && { settledAt: sql`now()` }),
    })
    .where(eq(payments.id, id))
}

const STATES = {
  open: 'open',
  approved: 'open',
  pending: 'pending',
  paid: 'paid',
  failed: 'failed',
  expired: 'over',
  unknown: 'unsure',
} as const

const FINAL = new Set<string>(['paid', 'failed', 'over'])
