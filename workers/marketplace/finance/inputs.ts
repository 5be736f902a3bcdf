import { z } from 'zod'
import { ACCOUNT_KINDS, CASH_PROVIDERS } from '#db/schema/marketplace/ledger.ts'
import { CURRENCIES, MOST_MINOR } from '#workers/lib/money.ts'
import { cursorOf, Moment } from '#workers/lib/paging.ts'

const Month = z
  .string()
  .max(7)
  .regex(/^2\d{3}-(0[1-9]|1[0-2])$/, 'A month, such as 2026-11.')
  .describe('A month by UTC, such as 2026-11')
const Currency = z
  .string()
  .max(3)
  .regex(/^[A-Z]{3}$/, 'Three letters, such as EUR.')
const Handle = z.string().trim().toLowerCase().max(60)

const TrialLine = z.strictObject({
  kind: z.enum(ACCOUNT_KINDS),
  provider: z.enum(CASH_PROVIDERS).nullable(),
  accounts: z.int(),
  debitMinor: z.int(),
  creditMinor: z.int(),
})
export type TrialLine = z.output<typeof TrialLine>

export const Trial = z.strictObject({
  currency: z.string(),
  lines: z.array(TrialLine),
  debitMinor: z.int(),
  creditMinor: z.int(),
})
export type Trial = z.output<typeof Trial>

export const TrialBalance = z.strictObject({ currencies: z.array(Trial) })

export const StatementOf = z.strictObject({ handle: Handle })
export type StatementOf = z.output<typeof StatementOf>

export const StatementSearch = z.strictObject({
  month: Month.optional(),
  currency: Currency.optional(),
  after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional(),
})
export type StatementSearch = z.output<typeof StatementSearch>

const StatementLine = z.strictObject({
  id: z.uuid(),
  at: z.string(),
  kind: z.string(),
  about: z.string(),
  reason: z.string().nullable(),
  order: z.int().nullable().describe('The number of the order it belongs to'),
  minor: z.int(),
  balanceMinor: z.int(),
  freeMinor: z.int().describe('What of it may be taken out, or is owed'),
  jarsMinor: z.int(),
  inTransitMinor: z.int(),
})
export type StatementLine = z.output<typeof StatementLine>

export const Statement = z.strictObject({
  member: z.strictObject({ handle: z.string(), name: z.string() }),
  currency: z.string(),
  currencies: z.array(z.string()),
  month: z.string(),
  earlier: z.string().nullable(),
  later: z.string().nullable(),
  openingMinor: z.int(),
  closingMinor: z.int(),
  lines: z.array(StatementLine),
  next: z.string().nullable(),
})
export type Statement = z.output<typeof Statement>

export const MakerSearch = z.strictObject({
  q: Handle.optional().describe('How a handle or a name begins'),
  after: cursorOf(z.tuple([Currency, z.string().max(60)]), 2).optional(),
})
export type MakerSearch = z.output<typeof MakerSearch>

const Maker = z.strictObject({
  handle: z.string(),
  name: z.string(),
  currency: z.string(),
  freeMinor: z.int(),
  owesMinor: z.int(),
  jarsMinor: z.int(),
  inTransitMinor: z.int(),
})
export const MakerPage = z.strictObject({ makers: z.array(Maker), next: z.string().nullable() })
export type MakerPage = z.output<typeof MakerPage>

export const ExportSearch = z.strictObject({ month: Month })
export type ExportSearch = z.output<typeof ExportSearch>

export const HOUSE_ACCOUNTS = [
  'platform_fee',
  'processor_fee',
  'tax',
  'refunds',
  'disputes',
  'cash:stripe',
  'cash:paypal',
  'cash:organisation',
] as const

const Place = z
  .string()
  .trim()
  .toLowerCase()
  .max(61)
  .refine(
    (place) => HOUSE_ACCOUNTS.some((name) => name === place) || /^@[a-z0-9-]{3,60}$/.test(place),
    'An account of the house, or a maker by their handle, such as @imke.',
  )
  .describe('An account of the house, such as platform_fee, or a maker by their handle, such as @imke')

export const NewCorrection = z
  .strictObject({
    key: z.uuid().describe('The same key books once, however often it is sent'),
    from: Place,
    to: Place,
    minor: z.coerce
      .number('An amount, please.')
      .int('Whole cents, please.')
      .min(1, 'More than nothing.')
      .max(MOST_MINOR),
    currency: z.enum(CURRENCIES),
    reason: z.string().trim().min(3, 'Say why, so that whoever reads this in a year understands it.').max(500),
  })
  .refine(({ from, to }) => from !== to, { path: ['to'], error: 'From one account to another, please.' })
export type NewCorrection = z.output<typeof NewCorrection>

export const Corrected = z.strictObject({ id: z.uuid() })

const Side = z.strictObject({
  kind: z.enum(ACCOUNT_KINDS),
  provider: z.enum(CASH_PROVIDERS).nullable(),
  handle: z.string().nullable(),
  minor: z.int(),
})

export const CorrectionSearch = z.strictObject({ after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional() })
export type CorrectionSearch = z.output<typeof CorrectionSearch>

export const CorrectionPage = z.strictObject({
  corrections: z.array(
    z.strictObject({
      id: z.uuid(),
      at: z.string(),
      currency: z.string(),
      reason: z.string(),
      by: z.string().nullable(),
      sides: z.array(Side),
    }),
  ),
  next: z.string().nullable(),
})
export type CorrectionPage = z.output<typeof CorrectionPage>

export const AlertId = z.strictObject({ id: z.uuid() })
export type AlertId = z.output<typeof AlertId>
