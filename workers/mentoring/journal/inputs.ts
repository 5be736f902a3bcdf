import { z } from 'zod'
import { MOODS } from '#db/schema/mentoring/journal.ts'
import { cursorOf, Moment } from '#workers/lib/paging.ts'
import { FileIds, Piece } from '#workers/media/pieces.ts'

export { MOODS }

export const EntryId = z.strictObject({ id: z.uuid() })
export type EntryId = z.output<typeof EntryId>

const nothing = z.literal('').transform(() => undefined)

// A page sends the tags in one field, a program sends a list.
const Tags = z
  .union([
    z.array(z.string().max(40)).max(40),
    z
      .string()
      .max(400)
      .transform((text) => text.split(/[,\n]/)),
  ])
  .default([])
  .transform((all) => [...new Set(all.map((tag) => tag.trim().replace(/^#/, '').toLowerCase()).filter(Boolean))])
  .pipe(z.array(z.string().max(30, 'Shorter tags are found again.')).max(8, 'Eight tags are enough.'))

const Written = z.strictObject({
  text: z.string().trim().max(20_000).default(''),
  mood: z.union([z.enum(MOODS), nothing]).optional(),
  tags: Tags,
  prompt: z.string().trim().max(200).optional(),
  files: FileIds,
})

const saysSomething = ({ text, files }: z.output<typeof Written>) => text.length > 0 || files.length > 0
const NOTHING_SAID = { path: ['text'], message: 'One sentence is enough, or a picture, or your voice.' }

export const NewEntry = Written.refine(saysSomething, NOTHING_SAID)
export type NewEntry = z.output<typeof NewEntry>

export const ChangedEntry = Written.extend({
  version: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .describe('The version that was changed: an older one overwrites nothing.'),
}).refine(saysSomething, NOTHING_SAID)
export type ChangedEntry = z.output<typeof ChangedEntry>

export const JournalSearch = z.strictObject({
  q: z.string().trim().max(80).optional(),
  tag: z.string().trim().max(30).optional(),
  mood: z.enum(MOODS).optional(),
  after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional(),
})
export type JournalSearch = z.output<typeof JournalSearch>

export const NewShare = z.strictObject({
  with: z.string('With whom?').trim().min(1, 'With whom?').max(40),
  days: z.coerce
    .number('For how many days?')
    .int()
    .min(1, 'At least a day.')
    .max(90, 'Ninety days at most.')
    .default(14),
})
export type NewShare = z.output<typeof NewShare>

const Reader = z.strictObject({ handle: z.string(), name: z.string(), until: z.string() })

export const Entry = z.strictObject({
  id: z.uuid(),
  prompt: z.string().nullable(),
  text: z.string(),
  mood: z.enum(MOODS).nullable(),
  tags: z.array(z.string()),
  version: z.int(),
  writtenAt: z.string(),
  updatedAt: z.string(),
  sharedWith: Reader.nullable(),
  files: z.array(Piece),
})
export type Entry = z.output<typeof Entry>
export const EntryPage = z.strictObject({ entries: z.array(Entry), next: z.string().nullable() })
export type EntryPage = z.output<typeof EntryPage>

export const EntryState = z.strictObject({ id: z.uuid(), version: z.int() })
