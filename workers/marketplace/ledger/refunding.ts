import type { Ctx } from '#workers/lib/context.ts'
import { type CashProvider, cash, refunds } from './accounts.ts'
import { givenAgain, takenBack } from './bookings/giving-back.ts'
import { type Booking, post } from './post.ts'
import { leftOf, partsOf } from './thread.ts'

export type RefundSeen = {
  refundId: string
  orderId: string
  sellerId: string
  provider: CashProvider
  currency: string
  minor: number
  state: 'pending' | 'done' | 'failed'
  about?: string
}

// Books what is to be seen of a refund now; whatever of it is in the books stays, and order and repetition do not matter.
// For a transaction.
export async function bookRefund(ctx: Ctx, seen: RefundSeen): Promise<void> {
  if (seen.state === 'failed') return bookFailed(ctx, seen)
  const left = await leftOf(ctx, seen.orderId)
  await post(ctx, of(seen, 'refund-asked', takenBack(seen.minor, left, seen.sellerId, refunds)))
  if (seen.state !== 'done') return
  await post(
    ctx,
    of(seen, 'refund-done', [
      { account: refunds, minor: -seen.minor },
      { account: cash(seen.provider), minor: seen.minor },
    ]),
  )
}

// A bank may send a refund back long after it went out.
async function bookFailed(ctx: Ctx, seen: RefundSeen) {
  const asked = await partsOf(ctx, 'refund', seen.refundId, 'refund-asked')
  if (!asked) return
  const isDone = await partsOf(ctx, 'refund', seen.refundId, 'refund-done')
  await post(ctx, of(seen, 'refund-failed', givenAgain(asked, seen.sellerId, isDone ? cash(seen.provider) : refunds)))
}

const of = (seen: RefundSeen, kind: string, entries: Booking['entries']): Booking => ({
  kind,
  source: 'refund',
  sourceId: seen.refundId,
  sale: seen.orderId,
  currency: seen.currency,
  ...(seen.about && { about: seen.about }),
  entries,
})
