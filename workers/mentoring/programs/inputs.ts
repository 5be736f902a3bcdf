import { z } from 'zod'
import { APPLICATION_STATES, FORMATS, SIGHTS } from '#db/schema/mentoring/programs.ts'
import { cursorOf } from '#workers/lib/paging.ts'
import { FormField, RequiredStep } from './questions.ts'

const STATES = ['draft', 'open', 'running', 'finished'] as const

const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

export const ProgramSlug = z.strictObject({ slug })
export type ProgramSlug = z.output<typeof ProgramSlug>

export const ProgramSearch = z.strictObject({
  after: cursorOf(z.tuple([z.uuid(), z.iso.date()]), 2).optional(),
})
export type ProgramSearch = z.output<typeof ProgramSearch>

const none = z.literal('').transform(() => undefined)

const about = {
  name: z.string().trim().min(3, 'What is it called?').max(80),
  summary: z.string().trim().min(10, 'Say in a sentence what it is.').max(200),
  description: z.string().trim().max(6000).default(''),
  format: z.enum(FORMATS).default('one-to-one'),
  startsOn: z.iso.date('When does it begin?'),
  endsOn: z.iso.date('When does it end?'),
  sight: z.enum(SIGHTS).default('progress'),
  consent: z.string().trim().min(20, 'Tell those who apply what you will see, and why.').max(2000),
  skills: z
    .array(z.union([slug, none]))
    .max(6)
    .default([]),
}

export const seats = z.coerce
  .number('How many places are there?')
  .int('Whole ones, please.')
  .min(1, 'At least one place.')
  .max(500, 'Five hundred are the most.')

type Days = { startsOn: string; endsOn: string }
export const inOrder = ({ startsOn, endsOn }: Days) => endsOn >= startsOn
export const BACKWARDS = { path: ['endsOn'], message: 'It ends before it begins.' }

// The places of a new program are those of its first round.
export const NewProgram = z.strictObject({ ...about, seats }).refine(inOrder, BACKWARDS)
export type NewProgram = z.output<typeof NewProgram>

export const ChangedProgram = z.strictObject(about).refine(inOrder, BACKWARDS)
export type ChangedProgram = z.output<typeof ChangedProgram>

export const ProgramStep = z.strictObject({ state: z.enum(STATES) })
export type ProgramStep = z.output<typeof ProgramStep>

export const ProgramName = z.strictObject({ id: z.uuid(), slug: z.string(), state: z.enum(STATES) })

export const Program = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  summary: z.string(),
  format: z.enum(FORMATS),
  state: z.enum(STATES),
  startsOn: z.string(),
  endsOn: z.string(),
  seats: z.int(),
  left: z.int(),
  skills: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
})
export type Program = z.output<typeof Program>

export const ProgramPage = z.strictObject({ programs: z.array(Program), next: z.string().nullable() })
export type ProgramPage = z.output<typeof ProgramPage>

const Person = z.strictObject({ handle: z.string(), name: z.string(), portrait: z.string().nullable() })

export const Round = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  seats: z.int(),
  taken: z.int(),
})
export type Round = z.output<typeof Round>

const Own = z.strictObject({
  id: z.uuid(),
  state: z.enum(APPLICATION_STATES),
  part: z.enum(['participant', 'mentor']),
  round: z.string().nullable(),
  words: z.string(),
  stepsDone: z.array(z.string()),
  appliedAt: z.string(),
})
export type Own = z.output<typeof Own>

export const WholeProgram = Program.extend({
  description: z.string(),
  consent: z.string(),
  sight: z.enum(SIGHTS),
  organisers: z.array(Person),
  organises: z.boolean(),
  asksYou: z
    .strictObject({ until: z.string().nullable(), talks: z.boolean().describe('Whether one talks first.') })
    .nullable()
    .describe('Whether it asks the reader whom they would like to be with, and until which day.'),
  form: z.array(FormField),
  steps: z.array(RequiredStep),
  rounds: z.array(Round),
  // The reader's own application, the newest one.
  own: Own.nullable(),
})
export type WholeProgram = z.output<typeof WholeProgram>
