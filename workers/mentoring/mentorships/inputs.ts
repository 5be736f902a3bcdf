import { z } from 'zod'
import { CLOSING_REASONS, MENTORSHIP_STATES, REPORT_KINDS } from '#db/schema/mentoring/mentorships.ts'
import { FORMATS } from '#db/schema/mentoring/programs.ts'
import { cursorOf, Moment } from '#workers/lib/paging.ts'

export const PairId = z.strictObject({ id: z.uuid() })
export type PairId = z.output<typeof PairId>

export const PairSearch = z.strictObject({
  side: z.enum(['mentor', 'participant']).optional(),
  state: z.enum(MENTORSHIP_STATES).optional(),
  after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional(),
})
export type PairSearch = z.output<typeof PairSearch>

const Somebody = z.strictObject({
  handle: z.string(),
  name: z.string(),
  portrait: z.string().nullable(),
  craft: z.string(),
})

export const Pair = z.strictObject({
  id: z.uuid(),
  state: z.enum(MENTORSHIP_STATES),
  format: z.enum(FORMATS),
  aim: z.string(),
  skill: z.string().nullable(),
  program: z.string().nullable(),
  turn: z.enum(['mentor', 'participant', 'nobody']),
  startedAt: z.string(),
  movedAt: z.string(),
  pausedUntil: z.string().nullable(),
  closedAt: z.string().nullable(),
  closedBecause: z.enum(CLOSING_REASONS).nullable(),
  circle: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
  mentor: Somebody,
  participant: Somebody,
})
export type Pair = z.output<typeof Pair>

export const PairPage = z.strictObject({ mentorships: z.array(Pair), next: z.string().nullable() })
export type PairPage = z.output<typeof PairPage>

export const NewNote = z.strictObject({
  words: z.string().trim().min(1, 'Please write something first.').max(4000),
})
export type NewNote = z.output<typeof NewNote>

export const Noted = z.strictObject({ id: z.uuid() })

export const Pause = z.strictObject({ until: z.iso.date('Until when? Please choose a day.') })
export type Pause = z.output<typeof Pause>

export const PairState = z.strictObject({ id: z.uuid(), state: z.enum(MENTORSHIP_STATES) })

const CHOSEN_REASONS = ['goal-reached', 'time-is-up', 'no-time', 'not-a-fit', 'moved-on'] as const

// A box of a form says "on", or nothing.
const ticked = z
  .union([z.boolean(), z.literal('on')])
  .optional()
  .transform((value) => value === true || value === 'on')

// Everything that has to be said at the end, in one form: why, how it was, words that may be shown, whether to find
// somebody else, and what nobody wants to need.
export const Closing = z
  .strictObject({
    because: z.enum(CHOSEN_REASONS, 'Please say why it ends.'),
    rating: z.coerce.number().int().min(1).max(5).optional(),
    privateWords: z.string().trim().max(4000).default(''),
    testimonial: z.string().trim().max(1000).default(''),
    mayBeShown: ticked,
    wantsAnother: ticked,
    block: ticked,
    report: z.enum(REPORT_KINDS).optional(),
    reportWords: z.string().trim().max(4000).default(''),
  })
  .refine(({ report, reportWords }) => !report || reportWords.length >= 10, {
    path: ['reportWords'],
    message: 'Please tell us what happened, in your own words. Only the people who look after this house read it.',
  })
export type Closing = z.output<typeof Closing>
