import { z } from 'zod'
import { LISTING_KINDS, RETURNS } from '#db/schema/marketplace/listings.ts'
import { CURRENCIES, minorOf } from '#workers/lib/money.ts'
import { FileIds } from '#workers/media/pieces.ts'

const MOST_MINOR = 100_000_000
const MOST_MINOR_TO_SEND = 10_000_000

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

const fields = {
  kind: z.enum(LISTING_KINDS, 'Please choose what it is.'),
  title: z.string().trim().max(120).default(''),
  words: z.string().trim().max(4000).default(''),
  currency: z.enum(CURRENCIES, 'Please choose a currency.'),
  price: Amount,
  payMore: z.union([z.boolean(), z.literal('on').transform(() => true)]).default(false),
  copies: z.union([nothing, wholeNumber(1, 10_000, 'How many? At least one.')]).optional(),
  readyInDays: wholeNumber(0, 365, 'How many days do you need?').default(0),
  lengthMinutes: z.union([nothing, wholeNumber(15, 480, 'Between a quarter of an hour and eight hours.')]).optional(),
  startsAt: z
    .union([nothing, z.iso.datetime({ local: true, precision: -1, error: 'Please choose a day and a time.' }).max(16)])
    .optional()
    .describe(
      'When a lesson is, on the clock of whoever gives it: 2027-03-06T18:00. Without it, the two agree on a day.',
    ),
  place: z.string().trim().max(120).default('').describe('Where a lesson is.'),
  pickup: z.string().trim().max(120).default(''),
  returns: z.enum(RETURNS).default('14-days'),
  returnsWords: z.string().trim().max(1000).default(''),
  zones: z.array(Zone).max(12).default([]),
}

type Said = z.output<z.ZodObject<typeof fields>>

const counted = <T extends Said>({ price, zones, ...offer }: T, check: z.RefinementCtx) => {
  const amount = (typed: string, path: (string | number)[], least: number, most = MOST_MINOR) => {
    const minor = minorOf(typed, offer.currency)
    if (minor === undefined)
      check.addIssue({ code: 'custom', path, message: 'Please write an amount, such as 12 or 12.50.' })
    else if (minor < least) check.addIssue({ code: 'custom', path, message: 'It has to cost something.' })
    else if (minor > most) check.addIssue({ code: 'custom', path, message: 'That is more than we can take.' })
    return minor ?? 0
  }
  return {
    ...offer,
    priceMinor: amount(price, ['price'], offer.payMore ? 0 : 1),
    zones: zones.map(({ price: costs, more, ...zone }, n) => ({
      ...zone,
      priceMinor: amount(costs, ['zones', n, 'price'], 0, MOST_MINOR_TO_SEND),
      moreMinor: amount(more, ['zones', n, 'more'], 0, MOST_MINOR_TO_SEND),
    })),
  }
}

type Counted = Pick<Said, 'kind' | 'copies' | 'lengthMinutes' | 'pickup'> & { zones: { zone: string }[] }

const lacks = (check: z.RefinementCtx, path: string, message: string) =>
  check.addIssue({ code: 'custom', path: [path], message })

function whole(offer: Counted, check: z.RefinementCtx) {
  if (['edition', 'made-to-order', 'lesson'].includes(offer.kind) && !offer.copies) lacks(check, 'copies', 'How many?')
  if (offer.kind === 'lesson' && !offer.lengthMinutes) lacks(check, 'lengthMinutes', 'How long does it take?')
  const travels = ['original', 'edition', 'made-to-order'].includes(offer.kind)
  if (travels && offer.zones.length === 0 && !offer.pickup)
    lacks(check, 'zones', 'How does it get to them? Say where you send it, or where it can be fetched.')
  if (new Set(offer.zones.map(({ zone }) => zone)).size < offer.zones.length)
    lacks(check, 'zones', 'One price for each part of the world, please.')
}

export const NewListing = z
  .strictObject({
    work: z.string().max(90),
    ...fields,
    files: FileIds.describe('What the buyer of a download gets: files that were brought before.'),
  })
  .transform((offer, check) => counted(offer, check))
  .superRefine(whole)
  .superRefine(({ kind, files }, check) => {
    if (kind === 'digital' && files.length === 0) lacks(check, 'files', 'What do they get? Please add the files.')
  })
export type NewListing = z.output<typeof NewListing>

// All of it anew, but its work, its files, what it is and its currency: these stay.
export const ListingChange = z
  .strictObject({
    ...fields,
    version: z.coerce
      .number()
      .int()
      .min(1)
      .max(2_000_000_000)
      .describe('As it was when it was read: what somebody changed meanwhile is told.'),
  })
  .transform((offer, check) => counted(offer, check))
  .superRefine(whole)
export type ListingChange = z.output<typeof ListingChange>

// A form has more rows than anybody needs: those without a place say nothing.
const withoutEmptyRows = (typed: unknown) => {
  const { zones = [], ...rest } = typed as { zones?: { zone?: string; days?: string }[] }
  return { ...rest, zones: zones.flatMap(({ days, ...row }) => (row.zone ? [days ? { days, ...row } : row] : [])) }
}

export const Offer = z.preprocess(withoutEmptyRows, NewListing)
export const ChangedOffer = z.preprocess(withoutEmptyRows, ListingChange)
