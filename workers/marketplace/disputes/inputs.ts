import { z } from 'zod'
import { DISPUTE_STATES } from '#db/schema/marketplace/orders.ts'

// PayPal takes two thousand characters.
export const DisputeAnswer = z.strictObject({
  words: z.string().trim().min(1, 'Please say what happened.').max(2000),
  carrier: z.string().trim().max(60).default(''),
  tracking: z.string().trim().max(80).default(''),
})
export type DisputeAnswer = z.output<typeof DisputeAnswer>

// Typed by hand, so that nobody gives money away by a slip of the finger.
export const DisputeAcceptance = z.strictObject({ number: z.string().trim().max(12).describe('Of the order.') })
export type DisputeAcceptance = z.output<typeof DisputeAcceptance>

export const DisputeState = z.strictObject({ id: z.uuid(), state: z.enum(DISPUTE_STATES) })
export type DisputeState = z.output<typeof DisputeState>

export type ShownDispute = DisputeState & {
  minor: number
  reason: string
  openedAt: string
  dueAt: string | null
  isLate: boolean
  makers: number
  isAccepted: boolean
  answer: DisputeAnswer | null
  answeredBy: string | null
  answeredAt: string | null
  handedInAt: string | null
  isRefused: boolean
  decidedAt: string | null
}
