import { z } from 'zod'
import { cursorOf, Moment } from '#workers/lib/paging.ts'

const handle = z.string().trim().min(1, 'Please choose somebody.').max(64)

export const NewPair = z.strictObject({
  participant: handle,
  mentor: handle,
  aim: z.string().trim().max(500).default(''),
})
export type NewPair = z.output<typeof NewPair>

// Paired at once, or the mentor was asked first.
export const Paired = z.strictObject({ id: z.uuid(), state: z.enum(['paired', 'asked']) })

export const HEALTH = ['still', 'slow', 'well', 'resting'] as const
export type Health = (typeof HEALTH)[number]

export const SUGGESTIONS = [
  'talk',
  'ask-for-a-look',
  'write-mentor',
  'write-participant',
  'ask-about-the-day',
  'ask-for-a-task',
  'none',
] as const

const none = z.literal('').transform(() => undefined)

export const HealthSearch = z.strictObject({
  health: z.union([z.enum(HEALTH), none]).optional(),
  cohort: z.union([z.uuid(), none]).optional(),
  after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional(),
})
export type HealthSearch = z.output<typeof HealthSearch>

const Person = z.strictObject({ handle: z.string(), name: z.string(), portrait: z.string().nullable() })

// How far the two came: only where the program said that its organisers see it.
const Progress = z.strictObject({
  health: z.enum(HEALTH),
  movedAt: z.string(),
  quietDays: z.int(),
  turn: z.enum(['mentor', 'participant', 'nobody']),
  pausedUntil: z.string().nullable(),
  overdue: z.int(),
  toLookAt: z.int(),
  lookDays: z.int().nullable(),
  open: z.int(),
  done: z.int(),
  suggestion: z.enum(SUGGESTIONS),
  remindedAt: z.string().nullable(),
  helped: z.boolean().nullable(),
})
export type Progress = z.output<typeof Progress>

export const ProgramPair = z.strictObject({
  id: z.uuid(),
  mentor: Person,
  participant: Person,
  startedAt: z.string(),
  cohort: z.string().nullable(),
  progress: Progress.nullable(),
  // What the two answered lately, from one to five, and a way to their page: only where their work may be seen too.
  mood: z.number().nullable(),
  opens: z.boolean(),
})
export type ProgramPair = z.output<typeof ProgramPair>

export const ProgramPairPage = z.strictObject({ pairs: z.array(ProgramPair), next: z.string().nullable() })
export type ProgramPairPage = z.output<typeof ProgramPairPage>

export const PairToRemind = z.strictObject({ id: z.uuid() })
export type PairToRemind = z.output<typeof PairToRemind>

export const Reminder = z.strictObject({
  to: z.enum(['mentor', 'participant', 'both']),
  words: z.string().trim().max(300).default(''),
})
export type Reminder = z.output<typeof Reminder>

export const Reminded = z.strictObject({ id: z.uuid() })
