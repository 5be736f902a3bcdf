import { z } from 'zod'
import { RESOURCE_KINDS, SUPPLY_REQUEST_STATES } from '#db/schema/mentoring/resources.ts'
import { cursorOf, Moment } from '#workers/lib/paging.ts'
import { OnePicture, Pictures, Piece } from '#workers/media/pieces.ts'

export const SupplySlug = z.strictObject({
  slug: z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
})
export type SupplySlug = z.output<typeof SupplySlug>

export const RequestId = z.strictObject({ id: z.uuid() })
export type RequestId = z.output<typeof RequestId>

export const SupplySearch = z.strictObject({
  q: z.string().trim().max(80).optional(),
  kind: z.enum(RESOURCE_KINDS).optional(),
  free: z.literal('yes').optional().describe('Only what somebody could have today.'),
  after: cursorOf(z.tuple([z.uuid(), z.string().max(120)]), 2).optional(),
})
export type SupplySearch = z.output<typeof SupplySearch>

const count = (most: number, none: string) =>
  z.coerce.number('How many?').int('Whole ones, please.').min(1, none).max(most, `At most ${most} at once.`)

const noDay = z.literal('').transform(() => undefined)
const Day = z.union([z.iso.date('Please choose a day.'), noDay]).optional()
const DAYS_AT_MOST = 92

const daysApart = (one: string, other: string) => (Date.parse(other) - Date.parse(one)) / 86_400_000

export const NewRequest = z
  .strictObject({
    quantity: count(100, 'At least one.'),
    fromDay: Day,
    untilDay: Day,
    pair: z.union([z.uuid(), noDay]).optional(),
    words: z.string().trim().max(1000).default(''),
  })
  .refine(({ fromDay, untilDay }) => !fromDay === !untilDay, {
    path: ['untilDay'],
    message: 'Please tell both days, the first and the last.',
  })
  .refine(({ fromDay, untilDay }) => !fromDay || !untilDay || untilDay >= fromDay, {
    path: ['untilDay'],
    message: 'The last day comes before the first one.',
  })
  .refine(({ fromDay, untilDay }) => !fromDay || !untilDay || daysApart(fromDay, untilDay) <= DAYS_AT_MOST, {
    path: ['untilDay'],
    message: 'Three months at once is the most.',
  })
export type NewRequest = z.output<typeof NewRequest>

export const RequestDecision = z.strictObject({
  decision: z.enum(['approved', 'refused']),
  approved: z.union([count(100, 'At least one, or say no.'), noDay]).optional(),
  answer: z.string().trim().max(1000).default(''),
})
export type RequestDecision = z.output<typeof RequestDecision>

export const NewUse = z.strictObject({
  quantity: z.coerce.number('How many?').int('Whole ones, please.').min(0).max(100).default(0),
  words: z.string().trim().min(3, 'What did you make with it?').max(1000),
  files: Pictures,
})
export type NewUse = z.output<typeof NewUse>

export const CONDITIONS = ['as-good', 'worn', 'broken', 'lost'] as const

export const HandOver = z.strictObject({
  condition: z.enum(['as-good', 'worn']).default('as-good'),
  words: z.string().trim().max(1000).default(''),
  files: Pictures,
})
export type HandOver = z.output<typeof HandOver>

export const GivenBack = z.strictObject({
  condition: z.enum(CONDITIONS, 'How does it come back?'),
  quantity: z.coerce.number('How many?').int('Whole ones, please.').min(0).max(100).default(0),
  words: z.string().trim().max(1000).default(''),
  files: Pictures,
})
export type GivenBack = z.output<typeof GivenBack>

export const RequestState = z.strictObject({ id: z.uuid(), state: z.enum(SUPPLY_REQUEST_STATES) })

export const Supply = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  kind: z.enum(RESOURCE_KINDS),
  unit: z.string(),
  place: z.string(),
  description: z.string(),
  free: z.int(),
  all: z.int(),
  picture: Piece.nullable(),
})
export type Supply = z.output<typeof Supply>
export const SupplyPage = z.strictObject({ supplies: z.array(Supply), next: z.string().nullable() })
export type SupplyPage = z.output<typeof SupplyPage>

const Person = z.strictObject({ handle: z.string(), name: z.string(), portrait: z.string().nullable() })
const Used = z.strictObject({
  quantity: z.int(),
  words: z.string(),
  at: z.string(),
  isReturn: z.boolean(),
  isHandOver: z.boolean(),
  pictures: z.array(Piece),
})

export const SupplyRequest = z.strictObject({
  id: z.uuid(),
  state: z.enum(SUPPLY_REQUEST_STATES),
  quantity: z.int(),
  approved: z.int(),
  left: z.int(),
  fromDay: z.string().nullable(),
  untilDay: z.string().nullable(),
  words: z.string(),
  answer: z.string(),
  askedAt: z.string(),
  conditionBack: z.enum(CONDITIONS).nullable(),
  conditionOut: z.enum(['as-good', 'worn']).nullable(),
  costMinor: z.int().nullable(),
  currency: z.string().nullable(),
  isLate: z.boolean(),
  supply: z.strictObject({
    slug: z.string(),
    name: z.string(),
    kind: z.enum(RESOURCE_KINDS),
    unit: z.string(),
    free: z.int(),
    picture: Piece.nullable(),
  }),
  task: z.strictObject({ id: z.uuid(), title: z.string() }).nullable(),
  by: Person,
  uses: z.array(Used),
})
export type SupplyRequest = z.output<typeof SupplyRequest>
export const RequestPage = z.strictObject({ requests: z.array(SupplyRequest), next: z.string().nullable() })
export type RequestPage = z.output<typeof RequestPage>

export const RequestSearch = z.strictObject({
  show: z.enum(['asked', 'promised', 'out', 'done']).optional(),
  after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional(),
})
export type RequestSearch = z.output<typeof RequestSearch>

export const HistorySearch = RequestSearch.extend({ again: z.literal('yes').optional() })

const amount = z.coerce.number().int().min(0).max(100_000)

export const NewSupply = z.strictObject({
  name: z.string().trim().min(2, 'What is it called?').max(80),
  kind: z.enum(RESOURCE_KINDS, 'What is it?'),
  description: z.string().trim().max(2000).default(''),
  unit: z.string().trim().min(1).max(30).default('piece'),
  place: z.string().trim().max(120).default(''),
  stock: amount.default(0).describe('How many there are to begin with; a kit has none of its own.'),
  lowAt: amount.default(0),
  cost: z.coerce
    .number('How much?')
    .min(0)
    .max(1_000_000)
    .default(0)
    .describe('For one, in whole units of the currency.'),
  currency: z.enum(['EUR', 'USD', 'GBP', 'PEN', 'KES', 'INR']).default('EUR'),
  parts: z
    .array(
      z.strictObject({
        slug: z.union([SupplySlug.shape.slug, noDay]).optional(),
        quantity: count(100, 'At least one.').default(1),
      }),
    )
    .max(12)
    .default([]),
  files: OnePicture.describe('A picture of it.'),
})
export type NewSupply = z.output<typeof NewSupply>

export const StockMove = z.strictObject({
  why: z.enum(['bought', 'given', 'counted', 'lost']),
  quantity: z.coerce
    .number('How many?')
    .int('Whole ones, please.')
    .min(0)
    .max(10_000)
    .describe('How many more; for “counted” how many there are.'),
  words: z.string().trim().max(300).default(''),
})
export type StockMove = z.output<typeof StockMove>

export const ShelfPicture = z.strictObject({ files: OnePicture.describe('None takes the picture away.') })
export type ShelfPicture = z.output<typeof ShelfPicture>

export const SupplyName = z.strictObject({ id: z.uuid(), slug: z.string() })
