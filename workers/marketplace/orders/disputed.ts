import { eq, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { disputes, orders, refunds } from '#db/schema/marketplace/orders.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { divide } from '#workers/lib/money.ts'
import { cash, platformFee } from '../ledger/accounts.ts'
import { bookDispute } from '../ledger/disputing.ts'
import { post } from '../ledger/post.ts'
import type { Seen, SeenDispute } from '../payments/port.ts'
import { isPaidBy } from './paid-by.ts'
import type { Payment } from './settling.ts'

// A buyer asked their bank for the money back: what of it is known now.
export async function settleDisputes(ctx: Ctx, payment: Payment, { disputes: seen }: Seen): Promise<void> {
  for (const dispute of seen) {
    const { id, state, isNew } = await keep(ctx, payment, dispute)
    if (isNew) await tellOpened(ctx, id)
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
    .returning({ id: disputes.id, state: disputes.state, isNew: sql<boolean>`xmax = 0` })
  return kept as { id: string; state: 'open' | 'answered' | 'won' | 'lost'; isNew: boolean }
}

const tellOpened = (ctx: Ctx, id: string) =>
  commit(
    ctx,
    ctx.db.update(disputes).set({ id }).where(eq(disputes.id, id)).returning({ id: disputes.id }),
    fact('dispute.opened'),
  )

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

// It is about the payment; each of its orders bears its part of what was not paid back before.
async function book(ctx: Ctx, payment: Payment, id: string, seen: SeenDispute) {
  const theirs = await ctx.db
    .select({
      id: orders.id,
      sellerId: orders.sellerId,
      leftMinor: sql<number>`(orders.total_minor - (select coalesce(sum(back.minor), 0) from ${refunds} back
        where back.order_id = orders.id and back.ref is not null and back.state <> 'failed'))::float8`,
    })
    .from(orders)
    .where(isPaidBy(payment))
    .orderBy(orders.id)
  if (theirs.length === 0) return bookFee(ctx, payment, id, seen)
  const weights = theirs.map(({ leftMinor }) => leftMinor)
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

// Nothing was sold for it, so what it brought was never in the books; what the bank asks for, the house pays.
async function bookFee(ctx: Ctx, { provider, currency }: Payment, id: string, { feeMinor }: SeenDispute) {
  if (feeMinor > 0)
    await post(ctx, {
      kind: 'dispute-fee',
      source: 'dispute',
      sourceId: id,
      currency,
      entries: [
        { account: platformFee, minor: -feeMinor },
        { account: cash(provider), minor: feeMinor },
      ],
    })
}
