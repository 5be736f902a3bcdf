import type { Ctx } from '#workers/lib/context.ts'
import { type PayoutBooked, payoutFailed, payoutPaid, payoutReturned } from './bookings/payouts.ts'
import { post } from './post.ts'
import { partsOf } from './thread.ts'

// Books what became of a payout that was asked for. What went to a bank and came back, now or days later, is the member's
// again, and once only. For a transaction.
export async function bookPayout(ctx: Ctx, payout: PayoutBooked, state: 'paid' | 'failed' | 'returned'): Promise<void> {
  const isBack = await isBooked(ctx, payout, 'payout-failed')
  if (isBack) return
  if (state === 'paid') return void (await post(ctx, payoutPaid(payout)))
  const isPaid = await isBooked(ctx, payout, 'payout-paid')
  await post(ctx, isPaid ? payoutReturned(payout) : payoutFailed(payout))
}

const isBooked = async (ctx: Ctx, { payoutId }: PayoutBooked, kind: string) =>
  (await partsOf(ctx, 'payout', payoutId, kind)) !== undefined
