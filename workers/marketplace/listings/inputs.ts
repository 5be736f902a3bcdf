import { z } from 'zod'
import { LISTING_KINDS, LISTING_STATES, RETURNS } from '#db/schema/marketplace/listings.ts'
import { cursorOf, Moment } from '#workers/lib/paging.ts'
import { Category } from '#workers/people/skills/inputs.ts'
import { WorkCard } from '#workers/projects/inputs.ts'
import { Lesson } from './lesson.ts'

export const MarketSearch = z.strictObject({
  kind: z.enum(LISTING_KINDS).optional(),
  category: Category.optional(),
  maker: z.string().max(40).optional(),
  q: z.string().trim().max(80).optional(),
  after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional(),
})
export type MarketSearch = z.output<typeof MarketSearch>

export const ListingSlug = z.strictObject({
  slug: z
    .string()
    .max(90)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
})
export type ListingSlug = z.output<typeof ListingSlug>

export const ListingId = z.strictObject({ id: z.uuid() })
export type ListingId = z.output<typeof ListingId>

export const ListingCard = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  kind: z.enum(LISTING_KINDS),
  title: z.string(),
  currency: z.string(),
  priceMinor: z.int(),
  payMore: z.boolean(),
  left: z.int().nullable(),
  listedAt: z.iso.datetime({ offset: true }),
  picture: z.string(),
  alt: z.string(),
  width: z.int(),
  height: z.int(),
  maker: WorkCard.shape.maker,
})
export type ListingCard = z.output<typeof ListingCard>

export const MarketPage = z.strictObject({ listings: z.array(ListingCard), next: z.string().nullable() })
export type MarketPage = z.output<typeof MarketPage>

export const ListingState = z.strictObject({ id: z.uuid(), slug: z.string(), state: z.enum(LISTING_STATES) })
export type ListingState = z.output<typeof ListingState>

export const Listing = ListingCard.extend({
  state: z.enum(LISTING_STATES),
  version: z.int(),
  words: z.string(),
  copies: z.int().nullable(),
  readyInDays: z.int(),
  lengthMinutes: z.int().nullable(),
  lesson: Lesson.nullable(),
  isAhead: z.boolean().describe('False once a lesson began.'),
  pickup: z.string(),
  returns: z.enum(RETURNS),
  returnsWords: z.string(),
  work: z.strictObject({ slug: z.string(), title: z.string() }),
  zones: z.array(z.strictObject({ zone: z.string(), priceMinor: z.int(), moreMinor: z.int(), days: z.int() })),
})
export type Listing = z.output<typeof Listing>
