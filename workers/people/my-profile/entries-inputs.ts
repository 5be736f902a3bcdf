import { z } from 'zod'
import { ENTRY_KINDS } from '#db/schema/people/entries.ts'
import { OptionalWebAddress } from '../web-address.ts'
import { line, paragraphs } from '../words.ts'

const EARLIEST = '1900-01-01'
const LATEST = '2100-12-31'

// A year, a month or a day, as exactly as somebody remembers it.
const Day = z.union([
  z.literal('').transform(() => null),
  z.null(),
  z
    .string()
    .trim()
    .max(10)
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'Write a month and a year, such as 2024-05.')
    .transform((text) => `${text}-01-01`.slice(0, 10))
    .refine((day) => isDay(day) && day >= EARLIEST && day <= LATEST, 'This is no date of our time.'),
])

const isDay = (day: string) => new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ?? false

const fields = {
  title: line(120).refine((title) => title !== '', 'Please give it a name.'),
  by: line(120).default(''),
  url: OptionalWebAddress.default(null),
  since: Day.default(null),
  until: Day.default(null),
  text: paragraphs(1000).default(''),
}

type Checked = { url: string | null; since: string | null; until: string | null }

const whole =
  <Entry extends Checked>(kindOf: (entry: Entry) => string | undefined) =>
  (entry: Entry, context: z.RefinementCtx) => {
    if (entry.since && entry.until && entry.until < entry.since)
      context.addIssue({ code: 'custom', path: ['until'], message: 'This ends before it begins.' })
    if (kindOf(entry) === 'link' && !entry.url)
      context.addIssue({ code: 'custom', path: ['url'], message: 'A link needs an address.' })
  }

export const NewEntry = z
  .strictObject({ kind: z.enum(ENTRY_KINDS), ...fields })
  .superRefine(whole((entry) => entry.kind))
export type NewEntry = z.output<typeof NewEntry>

export const EntryEdit = z.strictObject({ ...fields, url: OptionalWebAddress }).superRefine(whole(() => undefined))
export type EntryEdit = z.output<typeof EntryEdit>

export const EntryId = z.strictObject({ id: z.uuid() })
export const NewPlace = z.strictObject({ direction: z.enum(['up', 'down']) })
export type NewPlace = z.output<typeof NewPlace>

export const MyEntry = z.strictObject({
  id: z.uuid(),
  kind: z.enum(ENTRY_KINDS),
  title: z.string(),
  by: z.string(),
  url: z.string().nullable(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  text: z.string(),
})
export type MyEntry = z.output<typeof MyEntry>
