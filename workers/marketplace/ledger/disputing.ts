import type { Ctx } from '#workers/lib/context.ts'
import { type CashProvider, cash, disputes, platformFee } from './accounts.ts'
import { givenAgain, takenBack } from './bookings/giving-back.ts'
import { type Booking, type Entry, post } from './post.ts'
import { leftOf, partsOf } from './thread.ts'

export type DisputeSeen = {
  disputeId: string
  orderId: string
  sellerId: string
  provider: CashProvider
  currency: string
  minor: number
  feeMinor: number
  state: 'open' | 'won' | 'lost'
  withdrawnMinor: number
  reinstatedMinor: number
  about?: string
}

// Books what is to be seen of a dispute now, step by step; each step once. What the provider asks for it, the house pays.
// For a transaction.
export async function bookDispute(ctx: Ctx, seen: DisputeSeen): Promise<void> {
  const step = (kind: string, entries: Entry[]) => post(ctx, of(seen, kind, entries))
  const left = await leftOf(ctx, seen.orderId)
  await step('dispute-opened', takenBack(seen.minor, left, seen.sellerId, disputes))
  const gone = seen.state === 'lost' ? Math.max(seen.withdrawnMinor, seen.minor) : seen.withdrawnMinor
  if (gone > 0) await step('dispute-withdrawn', between(disputes, cash(seen.provider), gone))
  if (seen.feeMinor > 0) await step('dispute-fee', between(platformFee, cash(seen.provider), seen.feeMinor))
  if (seen.reinstatedMinor > 0)
    await step('dispute-reinstated', between(cash(seen.provider), disputes, seen.reinstatedMinor))
  if (seen.state === 'won') await bookWon(ctx, seen)
}

async function bookWon(ctx: Ctx, seen: DisputeSeen) {
  const opened = await partsOf(ctx, 'dispute', seen.disputeId, 'dispute-opened')
  if (opened) await post(ctx, of(seen, 'dispute-won', givenAgain(opened, seen.sellerId, disputes)))
}

const between = (from: Entry['account'], to: Entry['account'], minor: number): Entry[] => [
  { account: from, minor: -minor },
  { account: to, minor },
]

const of = (seen: DisputeSeen, kind: string, entries: Entry[]): Booking => ({
  kind,
  source: 'dispute',
  sourceId: seen.disputeId,
  sale: seen.orderId,
  currency: seen.currency,
  ...(seen.about && { about: seen.about }),
  entries,
})
