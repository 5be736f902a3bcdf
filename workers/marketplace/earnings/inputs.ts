import { z } from 'zod'
import { HOLD_REASONS } from '#db/schema/marketplace/payouts.ts'
import { CURRENCIES } from '#workers/lib/money.ts'
import { Payout, PayoutAccount } from '../payouts/inputs.ts'
import { Jar } from '../savings/inputs.ts'

export const MoneySearch = z.strictObject({
  currency: z.enum(CURRENCIES).default('EUR').describe('Of which the months are told.'),
})

export const Balance = z.strictObject({
  currency: z.string(),
  payable: z.int().describe('What may be taken out, and what of it is held for a while.'),
  held: z.int(),
  owes: z.int(),
  jars: z.int(),
  inTransit: z.int(),
})
export type Balance = z.output<typeof Balance>

export const Hold = z.strictObject({
  minor: z.int(),
  currency: z.string(),
  reason: z.enum(HOLD_REASONS),
  about: z.string(),
  until: z.string(),
})
export type Hold = z.output<typeof Hold>

export const Source = z.strictObject({
  about: z.string(),
  minor: z.int(),
  currency: z.string(),
  sales: z.int(),
  allMinor: z.int().describe('What all sources brought together, also those that are not listed.'),
})
export type Source = z.output<typeof Source>

export const Spent = z.strictObject({ minor: z.int(), currency: z.string() })
export type Spent = z.output<typeof Spent>

// What came in, month by month, the oldest first and without the month that is not over.
export const Month = z.strictObject({ month: z.string(), minor: z.int(), sales: z.int() })
export type Month = z.output<typeof Month>

export const OwnMoney = z.strictObject({
  balances: z.array(Balance),
  holds: z.array(Hold),
  months: z.array(Month),
  sources: z.array(Source),
  spent: z.array(Spent).describe('What supplies from the shelf cost.'),
  jars: z.array(Jar),
  payouts: z.array(Payout),
  account: PayoutAccount.optional(),
  timeZone: z.string(),
})
