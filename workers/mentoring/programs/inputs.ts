import { z } from 'zod'
import { FORMATS, SIGHTS } from '#db/schema/mentoring/programs.ts'
import { cursorOf } from '#workers/lib/paging.ts'

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
  seats: z.coerce
    .number('How many places are there?')
    .int('Whole ones, please.')
    .min(1, 'At least one place.')
    .max(500),
  sight: z.enum(SIGHTS).default('progress'),
  consent: z.string().trim().min(20, 'Tell those who apply what you will see, and why.').max(2000),
  skills: z
    .array(z.union([slug, none]))
    .max(6)
    .default([]),
}

const endsAfterItBegins = { path: ['endsOn'], message: 'It ends before it begins.' }

export const NewProgram = z.strictObject(about).refine((it) => it.endsOn >= it.startsOn, endsAfterItBegins)
export type NewProgram = z.output<typeof NewProgram>

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

export const WholeProgram = Program.extend({
  description: z.string(),
  consent: z.string(),
  sight: z.enum(SIGHTS),
  organisers: z.array(Person),
  organises: z.boolean(),
})
export type WholeProgram = z.output<typeof WholeProgram>
