import { eq, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { disputes, orders } from '#db/schema/marketplace/orders.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { divide } from '#workers/lib/money.ts'
import { bookDispute } from '../ledger/disputing.ts'
import type { Seen, SeenDispute } from '../payments/port.ts'
import type { Payment } from './settling.ts'

// A buyer asked their bank for the money back: what of it is known now.
export async function settleDisputes(ctx: Ctx, payment: Payment, { disputes: seen }: Seen): Promise<void> {
  for (const dispute of seen) {
    const { id, state } = await keep(ctx, payment, dispute)
    await tell(ctx, id, state, dispute.state)
    await book(ctx, payment, id, dispute)
  }
}

async function keep({ db }: Ctx, payment: Payment, { ref, minor, feeMinor, reason, evidenceDueAt }: SeenDispute) {
  const [kept] = await db
    .insert(disputes)
    .values({ id: newId(), paymentId: payment.id, ref, minor, feeMinor, reason, evidenceDueAt: evidenceDueAt ?? null })
    .onConflictDoUpdate({
      target: [disputes.paymentId, disputes.ref],
      set: { feeMinor, reason, evidenceDueAt: evidenceDueAt ?? null },
    })
    .returning({ id: disputes.id, state: disputes.state })
  return kept as { id: string; state: 'open' | 'answered' | 'won' | 'lost' }
}

// What is decided stays decided.
async function tell(ctx: Ctx, id: string, was: string, state: SeenDispute['state']) {
  if (state === 'open' || was === state) return
  await commit(
    ctx,
    ctx.db
      .update(disputes)
      .set({ state, decidedAt: sql`now()` })
      .where(eq(disputes.id, id))
      .returning({ id: disputes.id }),
    fact(`dispute.${state}`),
  )
}

// It is about the payment; each of its orders bears its part.
async function book(ctx: Ctx, payment: Payment, id: string, seen: SeenDispute) {
  const theirs = await ctx.db
    .select({ id: orders.id, sellerId: orders.sellerId, totalMinor: orders.totalMinor })
    .from(orders)
    .where(eq(orders.purchaseId, payment.purchaseId))
    .orderBy(orders.id)
  const weights = theirs.map(({ totalMinor }) => totalMinor)
  const part = (minor: number, n: number) => divide(minor, weights)[n] ?? 0
  for (const [n, order] of theirs.entries())
    await bookDispute(ctx, {
      disputeId: theirs.length === 1 ? id : `${id}/${n + 1}`,
      orderId: order.id,
      sellerId: order.sellerId,
      provider: payment.provider,
      currency: payment.currency,
      minor: part(seen.minor, n),
      feeMinor: part(seen.feeMinor, n),
      state: seen.state,
      withdrawnMinor: part(seen.withdrawnMinor, n),
      reinstatedMinor: part(seen.reinstatedMinor, n),
    })
}
