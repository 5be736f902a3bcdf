import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { events } from '#db/schema/events.ts'
import { payouts } from '#db/schema/marketplace/payouts.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { transact } from '#workers/lib/transact.ts'
import { bookPayout } from '../ledger/paying-out.ts'
import type { Outcome, PayoutSeen } from '../payments/port.ts'
import { PaymentRefused } from '../payments/refusals.ts'
import { cashOf } from './asking.ts'

const PayoutJob = z.object({ id: z.uuid() })
type PayoutJob = z.output<typeof PayoutJob>

const shape = {
  id: payouts.id,
  memberId: payouts.memberId,
  way: payouts.way,
  to: payouts.to,
  minor: payouts.minor,
  currency: payouts.currency,
  state: payouts.state,
  providerRef: payouts.providerRef,
}
type Row = Pick<typeof payouts.$inferSelect, keyof typeof shape>

// The provider hears of a payout by its id, which was stored before: whoever breaks off in between tells it once more,
// and it goes out once.
export async function sendPayout(ctx: Ctx, { id }: PayoutJob) {
  const [payout] = await ctx.db
    .update(payouts)
    .set({ triedAt: sql`now()` })
    .where(and(eq(payouts.id, id), eq(payouts.state, 'asked'), sql`${payouts.way} <> 'by-hand'`))
    .returning(shape)
  if (!payout || payout.way === 'by-hand') return
  try {
    const through = await ctx.payments.through(payout.way)
    const { minor, currency, to } = payout
    const { ref } = await through.send({ key: id, to: to ?? '', minor, currency, why: 'What you earned' })
    await noteSent(ctx, id, ref)
  } catch (error) {
    if (!(error instanceof PaymentRefused)) throw error
    await end(ctx, payout, { state: 'failed', why: error.message })
  }
}

const noteSent = (ctx: Ctx, id: string, providerRef: string) =>
  commit(
    ctx,
    ctx.db
      .update(payouts)
      .set({ state: 'sent', providerRef, sentAt: sql`now()` })
      .where(and(eq(payouts.id, id), eq(payouts.state, 'asked')))
      .returning(shape),
    fact('payout.sent'),
  )

// Looks at a payout as its provider sees it now, whatever was told before.
export async function settlePayout(ctx: Ctx, { ref }: { ref: string }): Promise<Outcome> {
  const [payout] = await ctx.db.select(shape).from(payouts).where(eq(payouts.providerRef, ref))
  if (!payout || payout.way === 'by-hand') return 'unknown'
  const through = await ctx.payments.through(payout.way)
  const seen = await through.lookAtPayout(ref)
  if (!seen || seen.state === 'sent') return 'done'
  if (seen.state !== 'paid') await through.takeBack(ref, `${payout.id}:back`)
  await end(ctx, payout, seen)
  return 'done'
}

type End = Pick<PayoutSeen, 'state' | 'why'>

// How it ended, and the books, in one transaction.
async function end(ctx: Ctx, payout: Row, { state, why }: End) {
  if (state === 'sent') return
  const { id: payoutId, memberId, minor, currency } = payout
  const before = { paid: ['asked', 'sent'], failed: ['asked', 'sent'], returned: ['sent', 'paid'] }[state]
  await transact(ctx, async (within) => {
    const changed = await commit(
      within,
      within.db
        .update(payouts)
        .set({ state, why: why ?? null, endedAt: sql`now()` })
        .where(
          sql`${payouts.id} = ${payoutId} and ${payouts.state} in (select jsonb_array_elements_text(${JSON.stringify(before)}::jsonb))`,
        )
        .returning(shape),
      fact(`payout.${state}`, { ...(why && { why }) }),
    )
    if (changed.length > 0)
      await bookPayout(within, { payoutId, memberId, provider: cashOf(payout.way), minor, currency }, state)
    return changed.length
  })
}

export const sendPayoutLater = later('marketplace.send-payout', PayoutJob, sendPayout)

const AskedFact = z.object({})

// Woken by the fact that somebody asked: its subject is the payout.
export const sendAskedLater = later('marketplace.send-asked-payout', AskedFact, async (ctx, _, factId) => {
  const [asked] = await ctx.db
    .select({ id: events.subject })
    .from(events)
    .where(eq(events.id, factId ?? 0))
  if (asked) await sendPayout(ctx, { id: asked.id })
})

export const settlePayoutLater = later('marketplace.settle-payout', z.object({ ref: z.string() }), async (ctx, job) => {
  await settlePayout(ctx, job)
})

const AT_ONCE = 100

// What broke off on the way is told again, and what nobody told us about is asked after.
export async function followPayouts(ctx: Ctx) {
  const open = await ctx.db
    .update(payouts)
    .set({ triedAt: sql`now()` })
    .where(
      sql`${payouts.id} in (select waiting.id from payouts waiting
        where waiting.state in ('asked', 'sent') and waiting.way <> 'by-hand' and coalesce(waiting.tried_at, waiting.asked_at)
          < now() - case waiting.state when 'asked' then interval '10 minutes' else interval '6 hours' end
        order by waiting.asked_at limit ${AT_ONCE})`,
    )
    .returning(shape)
  for (const { id, providerRef } of open)
    await (providerRef ? settlePayoutLater(ctx, { ref: providerRef }) : sendPayoutLater(ctx, { id }))
}
