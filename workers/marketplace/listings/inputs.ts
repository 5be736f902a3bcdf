import { z } from 'zod'
import { LISTING_KINDS, LISTING_STATES, RETURNS } from '#db/schema/marketplace/listings.ts'
import { CURRENCIES, minorOf } from '#workers/lib/money.ts'
import { cursorOf, Moment } from '#workers/lib/paging.ts'
import { FileIds } from '#workers/media/pieces.ts'
import { Category } from '#workers/people/skills/inputs.ts'
import { WorkCard } from '#workers/projects/inputs.ts'

const MOST_MINOR = 100_000_000

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

const nothing = z.literal('').transform(() => undefined)

const Amount = z.string().trim().max(20)

const Zone = z.strictObject({
  zone: z
    .string()
    .max(5)
    .regex(/^([A-Z]{2}|world)$/, 'Please choose where.'),
  price: Amount,
  more: Amount.default('0'),
  days: z.coerce.number('How many days?').int().min(0).max(90).default(5),
})

const wholeNumber = (least: number, most: number, says: string) =>
  z.coerce
    .number(says)
    .int(says)
    .min(least, says)
    .max(most, `${most.toLocaleString('en')} is the most.`)

export const NewListing = z
  .strictObject({
    work: z.string().max(90),
    kind: z.enum(LISTING_KINDS, 'Please choose what it is.'),
    title: z.string().trim().max(120).default(''),
    words: z.string().trim().max(4000).default(''),
    currency: z.enum(CURRENCIES, 'Please choose a currency.'),
    price: Amount,
    payMore: z.union([z.boolean(), z.literal('on').transform(() => true)]).default(false),
    copies: z.union([nothing, wholeNumber(1, 10_000, 'How many? At least one.')]).optional(),
    readyInDays: wholeNumber(0, 365, 'How many days do you need?').default(0),
    lengthMinutes: z.union([nothing, wholeNumber(15, 480, 'Between a quarter of an hour and eight hours.')]).optional(),
    pickup: z.string().trim().max(120).default(''),
    returns: z.enum(RETURNS).default('14-days'),
    returnsWords: z.string().trim().max(1000).default(''),
    zones: z.array(Zone).max(12).default([]),
    files: FileIds.describe('What the buyer of a download gets: files that were brought before.'),
  })
  .transform((offer, check) => {
    const amount = (typed: string, path: (string | number)[], least: number) => {
      const minor = minorOf(typed, offer.currency)
      if (minor === undefined)
        check.addIssue({ code: 'custom', path, message: 'Please write an amount, such as 12 or 12.50.' })
      else if (minor < least) check.addIssue({ code: 'custom', path, message: 'It has to cost something.' })
      else if (minor > MOST_MINOR) check.addIssue({ code: 'custom', path, message: 'That is more than we can take.' })
      return minor ?? 0
    }
    const { price, zones, ...rest } = offer
    return {
      ...rest,
      priceMinor: amount(price, ['price'], offer.payMore ? 0 : 1),
      zones: zones.map(({ price, more, ...zone }, n) => ({
        ...zone,
        priceMinor: amount(price, ['zones', n, 'price'], 0),
        moreMinor: amount(more, ['zones', n, 'more'], 0),
      })),
    }
  })
  .superRefine((offer, check) => {
    const lacks = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message })
    if (['edition', 'made-to-order', 'lesson'].includes(offer.kind) && !offer.copies) lacks('copies', 'How many?')
    if (offer.kind === 'digital' && offer.files.length === 0) lacks('files', 'What do they get? Please add the files.')
    if (offer.kind === 'lesson' && !offer.lengthMinutes) lacks('lengthMinutes', 'How long does it take?')
    const travels = ['original', 'edition', 'made-to-order'].includes(offer.kind)
    if (travels && offer.zones.length === 0 && !offer.pickup)
      lacks('zones', 'How does it get to them? Say where you send it, or where it can be fetched.')
    if (new Set(offer.zones.map(({ zone }) => zone)).size < offer.zones.length)
      lacks('zones', 'One price for each part of the world, please.')
  })
export type NewListing = z.output<typeof NewListing>

// A form has more rows than anybody needs: those without a place say nothing.
export const Offer = z.preprocess((typed) => {
  const { zones = [], ...rest } = typed as { zones?: { zone?: string; days?: string }[] }
  return { ...rest, zones: zones.flatMap(({ days, ...row }) => (row.zone ? [days ? { days, ...row } : row] : [])) }
}, NewListing)

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
  words: z.string(),
  copies: z.int().nullable(),
  readyInDays: z.int(),
  lengthMinutes: z.int().nullable(),
  pickup: z.string(),
  returns: z.enum(RETURNS),
  returnsWords: z.string(),
  work: z.strictObject({ slug: z.string(), title: z.string() }),
  zones: z.array(z.strictObject({ zone: z.string(), priceMinor: z.int(), moreMinor: z.int(), days: z.int() })),
})
export type Listing = z.output<typeof Listing>
