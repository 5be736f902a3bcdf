import { type CashProvider, cash, inTransit, payable } from '../accounts.ts'
import type { Booking } from '../post.ts'

export type PayoutBooked = {
  payoutId: string
  memberId: string
  provider: CashProvider
  minor: number
  currency: string
  about?: string
  at?: Date
}

const of = ({ payoutId, currency, about, at }: PayoutBooked, kind: string) => ({
  kind,
  source: 'payout',
  sourceId: payoutId,
  currency,
  ...(about && { about }),
  ...(at && { at }),
})

export const payoutAsked = (payout: PayoutBooked): Booking => ({
  ...of(payout, 'payout-asked'),
  entries: [
    { account: payable(payout.memberId), minor: -payout.minor, firmly: true },
    { account: inTransit(payout.memberId), minor: payout.minor },
  ],
})

export const payoutPaid = (payout: PayoutBooked): Booking => ({
  ...of(payout, 'payout-paid'),
  entries: [
    { account: inTransit(payout.memberId), minor: -payout.minor },
    { account: cash(payout.provider), minor: payout.minor },
  ],
})

export const payoutFailed = (payout: PayoutBooked): Booking => ({
  ...of(payout, 'payout-failed'),
  entries: [
    { account: inTransit(payout.memberId), minor: -payout.minor },
    { account: payable(payout.memberId), minor: payout.minor },
  ],
})

// The bank took it, and sent it back days later.
export const payoutReturned = (payout: PayoutBooked): Booking => ({
  ...of(payout, 'payout-returned'),
  entries: [
    { account: cash(payout.provider), minor: -payout.minor },
    { account: payable(payout.memberId), minor: payout.minor },
  ],
})
