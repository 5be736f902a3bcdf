import type { Account } from '../accounts.ts'
import type { Booking } from '../post.ts'

export type Correction = {
  correctionId: string
  from: Account
  to: Account
  minor: number
  currency: string
  reason: string
}

// What was booked stays; what was wrong about it is put right by one more booking, with its reason.
export const correction = ({ correctionId, from, to, minor, currency, reason }: Correction): Booking => ({
  kind: 'correction',
  source: 'correction',
  sourceId: correctionId,
  currency,
  reason,
  entries: [
    { account: from, minor: -minor, firmly: true },
    { account: to, minor },
  ],
})
