import { z } from 'zod'
import { PAYOUT_STATES, PAYOUT_WAYS } from '#db/schema/marketplace/payouts.ts'
import { CURRENCIES, MOST_MINOR } from '#workers/lib/money.ts'

export const PayoutId = z.strictObject({ id: z.uuid() })
export type PayoutId = z.output<typeof PayoutId>

const Currency = z.enum(CURRENCIES)
const Minor = z.coerce
  .number('An amount, please.')
  .int('Whole cents, please.')
  .min(1, 'More than nothing.')
  .max(MOST_MINOR)

export const NewPayout = z.strictObject({
  currency: Currency,
  minor: Minor.optional().describe('In the smallest unit of the currency; all that is free where it is left out.'),
})
export type NewPayout = z.output<typeof NewPayout>

export const PayoutAccountChoice = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('stripe') }),
  z.strictObject({ way: z.literal('paypal'), email: z.email('The address PayPal knows you by.').max(254) }),
  z.strictObject({ way: z.literal('by-hand') }),
])
export type PayoutAccountChoice = z.output<typeof PayoutAccountChoice>

export const HandOver = z.strictObject({ note: z.string().trim().max(300).default('') })
export type HandOver = z.output<typeof HandOver>

export const PayoutAccount = z.strictObject({
  way: z.enum(PAYOUT_WAYS),
  ref: z.string().nullable(),
  isReady: z.boolean(),
  isPaused: z.boolean(),
  missing: z.array(z.string()),
  changedAt: z.string(),
})
export type PayoutAccount = z.output<typeof PayoutAccount>

export const OwnPayoutAccount = z.strictObject({
  account: PayoutAccount.nullable().describe('None as long as nobody said where the money may go.'),
})

export const Opened = z.strictObject({
  way: z.enum(PAYOUT_WAYS),
  url: z.string().nullable().describe('Where to go on, at the provider.'),
})

export const Payout = z.strictObject({
  id: z.uuid(),
  way: z.enum(PAYOUT_WAYS),
  minor: z.int(),
  currency: z.string(),
  state: z.enum(PAYOUT_STATES),
  why: z.string().nullable(),
  receipt: z.int().nullable(),
  askedAt: z.string(),
  endedAt: z.string().nullable(),
})
export type Payout = z.output<typeof Payout>
export const PayoutPage = z.strictObject({ payouts: z.array(Payout) })

export const PayoutState = z.strictObject({
  id: z.uuid(),
  state: z.enum(PAYOUT_STATES),
  minor: z.int(),
  currency: z.string(),
})
