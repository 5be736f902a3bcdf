import { z } from 'zod'
import { MOST_MINOR } from '#workers/lib/money.ts'
import { ListingSlug } from '../listings/inputs.ts'

export const MOST_THINGS = 20

const Quantity = z.coerce
  .number('How many?')
  .int('Whole ones, please.')
  .min(1, 'At least one.')
  .max(100, '100 is the most.')

// What a buyer puts in: what it costs is what they saw.
export const Wish = z.strictObject({
  slug: ListingSlug.shape.slug,
  quantity: Quantity.default(1),
  price: z.string().trim().max(20).optional(),
})
export type Wish = z.output<typeof Wish>

export const Kept = z.strictObject({
  slug: ListingSlug.shape.slug,
  quantity: z.int().min(1).max(100),
  priceMinor: z.int().min(0).max(MOST_MINOR),
})
export type Kept = z.output<typeof Kept>

export const Basket = z.array(Kept).max(MOST_THINGS)
