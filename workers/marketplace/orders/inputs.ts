import { z } from 'zod'
import { PROVIDERS, PURCHASE_STATES } from '#db/schema/marketplace/orders.ts'
import { NewEmail } from '#workers/accounts/joining/inputs.ts'
import { CURRENCIES, MOST_MINOR } from '#workers/lib/money.ts'

import { ListingSlug } from '../listings/inputs.ts'

const Minor = z.int().min(0).max(MOST_MINOR)

const Country = z.string().regex(/^[A-Z]{2}$/, 'Please choose a country.')

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
  link: z.string(),
  payAt: z.string().nullable(),
})
export type PurchaseState = z.output<typeof PurchaseState>
