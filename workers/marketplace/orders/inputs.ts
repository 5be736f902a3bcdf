import { z } from 'zod'
import { LISTING_KINDS, RETURNS } from '#db/schema/marketplace/listings.ts'
import { ORDER_STATES, PROVIDERS, PURCHASE_STATES } from '#db/schema/marketplace/orders.ts'
import { NewEmail } from '#workers/accounts/joining/inputs.ts'
import { CURRENCIES, MOST_MINOR, minorOf } from '#workers/lib/money.ts'
import { cursorOf, Moment } from '#workers/lib/paging.ts'
import type { ShownDispute } from '../disputes/inputs.ts'
import { ListingSlug } from '../listings/inputs.ts'
import { Lesson } from '../listings/lesson.ts'

const Minor = z.int().min(0).max(MOST_MINOR)

const Country = z
  .string()
  .max(2)
  .regex(/^[A-Z]{2}$/, 'Please choose a country.')

const line = (most: number) => z.string().trim().min(1, 'Please fill this in.').max(most)

export const Address = z.strictObject({
  name: line(120),
  lines: z.array(line(120)).min(1).max(3),
  postcode: z.string().trim().max(20).default(''),
  city: line(80),
  country: Country,
})
export type Address = z.output<typeof Address>

export const NewPurchase = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        slug: ListingSlug.shape.slug,
        quantity: z.int().min(1).max(100),
        priceMinor: Minor.describe('What one of them costs, as the buyer saw it; more where more may be given.'),
      }),
    )
    .min(1, 'There is nothing in the basket.')
    .max(20, 'Twenty different things at once is the most.')
    .refine((lines) => new Set(lines.map(({ slug }) => slug)).size === lines.length, 'Each thing once, please.'),
  currency: z.enum(CURRENCIES),
  totalMinor: Minor.describe('All of it with its way, as the buyer saw it.'),
  email: NewEmail,
  name: line(120),
  address: Address.optional(),
  provider: z.enum(PROVIDERS, 'Please choose how to pay.'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .max(20)
    .default('en'),
})
export type NewPurchase = z.output<typeof NewPurchase>

export const PurchaseState = z.strictObject({
  id: z.uuid(),
  state: z.enum(PURCHASE_STATES),
  link: z.string().describe('Opens the order: /order?key=…'),
  payAt: z.string(),
})
export type PurchaseState = z.output<typeof PurchaseState>

export const OrderId = z.strictObject({ id: z.uuid() })
export type OrderId = z.output<typeof OrderId>

export const OrderNumber = z.strictObject({ number: z.coerce.number().int().min(1).max(2_000_000_000) })
export type OrderNumber = z.output<typeof OrderNumber>

export const OrderState = z.strictObject({ id: z.uuid(), number: z.int(), state: z.enum(ORDER_STATES) })
export type OrderState = z.output<typeof OrderState>

export const Sent = z.strictObject({
  carrier: z.string().trim().max(60).default(''),
  tracking: z.string().trim().max(80).default(''),
})
export type Sent = z.output<typeof Sent>

export const OrderWords = z.strictObject({ words: line(2000) })
export type OrderWords = z.output<typeof OrderWords>

export const OrderMessageId = z.strictObject({ id: z.uuid(), orderId: z.uuid() })

export const PayBack = z.strictObject({
  minor: z.int().min(1, 'It has to be something.').max(MOST_MINOR),
  reason: line(200),
})
export type PayBack = z.output<typeof PayBack>

export const RefundAsked = z.strictObject({ id: z.uuid(), orderId: z.uuid().nullable() })

export const SoldSearch = z.strictObject({
  state: z.enum(ORDER_STATES).optional(),
  after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional(),
})
export type SoldSearch = z.output<typeof SoldSearch>

// Sent, fetched, taught or by wire; or pieces and a lesson together.
export const ORDER_WAYS = ['sent', 'fetched', 'taught', 'wired', 'both'] as const
export type OrderWay = (typeof ORDER_WAYS)[number]

const ShownLine = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  kind: z.enum(LISTING_KINDS),
  slug: z.string(),
  picture: z.string().nullable(),
  quantity: z.int(),
  unitMinor: z.int(),
  returns: z.enum(RETURNS),
  returnsWords: z.string(),
  lesson: Lesson.nullable(),
  pickup: z.string(),
  numbers: z.array(z.int()),
  review: z
    .strictObject({ stars: z.int(), words: z.string(), signedAs: z.string(), at: z.string(), reply: z.string() })
    .nullable(),
  files: z.array(z.strictObject({ id: z.uuid(), name: z.string(), bytes: z.int() })),
})
export type ShownLine = z.output<typeof ShownLine>

export const SoldCard = z.strictObject({
  id: z.uuid(),
  number: z.int(),
  state: z.enum(ORDER_STATES),
  way: z.enum(ORDER_WAYS).describe('How it comes to its buyer.'),
  currency: z.string(),
  totalMinor: z.int(),
  refundedMinor: z.int(),
  paidAt: z.string(),
  buyer: z.string(),
  isDisputed: z.boolean().describe('Its buyer asked their bank for the money back, and an answer still counts.'),
  lines: z.array(ShownLine),
  createdAt: z.string(),
})
export type SoldCard = z.output<typeof SoldCard>

export const SoldPage = z.strictObject({ orders: z.array(SoldCard), next: z.string().nullable() })
export type SoldPage = z.output<typeof SoldPage>

export type Message = { from: 'buyer' | 'seller' | 'house'; words: string; at: string }
// An account of the books, and what of the order is on it.
export type Part = { kind: string; jar: string | null; minor: number }

export type SoldOrder = Omit<SoldCard, 'createdAt'> & {
  email: string
  address: Address | null
  itemsMinor: number
  shippingMinor: number
  taxMinor: number
  platformFeeMinor: number
  processorFeeMinor: number | null
  parts: Part[]
  carrier: string
  tracking: string
  sentAt: string | null
  arrivedAt: string | null
  provider: (typeof PROVIDERS)[number] | null
  refunds: { minor: number; reason: string; state: 'asked' | 'done' | 'failed'; at: string }[]
  disputes: ShownDispute[]
  messages: Message[]
}

export const BoughtSearch = SoldSearch.pick({ after: true })
export type BoughtSearch = z.output<typeof BoughtSearch>

// What was typed: an amount in whole units of the currency.
export const PayBackTyped = (currency: string) =>
  z.strictObject({ amount: z.string().trim().max(20), reason: line(200) }).transform(({ amount, reason }, check) => {
    const minor = minorOf(amount, currency) ?? 0
    if (minor < 1 || minor > MOST_MINOR)
      check.addIssue({ code: 'custom', path: ['amount'], message: 'An amount like 20 or 20.50, please.' })
    return { minor, reason }
  })
