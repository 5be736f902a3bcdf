import { z } from 'zod'
import { APPLICATION_STATES } from '#db/schema/mentoring/programs.ts'
import { cursorOf, Moment } from '#workers/lib/paging.ts'
import { paragraphs } from '#workers/people/words.ts'
import { Key, KINDS } from '../programs/questions.ts'

const PARTS = ['participant', 'mentor'] as const

const Answer = z.union([
  z.string().max(4000, 'At most 4000 characters fit here.'),
  z.array(z.string().max(200)).max(20),
  z.number(),
  z.boolean(),
])
export type Answers = Record<string, z.output<typeof Answer>>

// Programs send a list; in a form each answer has a field of its own.
const asList = (given: unknown) =>
  given !== null && typeof given === 'object' && !Array.isArray(given)
    ? Object.entries(given).map(([key, said]) => ({ key, said }))
    : given
const AnswerList = z.preprocess(asList, z.array(z.strictObject({ key: Key, said: Answer })).max(60)).default([])

const unsaid = z.literal('').transform(() => undefined)

export const NewApplication = z.strictObject({
  part: z.enum(PARTS, 'Please choose one of the two.').default('participant'),
  // Which round; the only one, where there is only one.
  round: z.union([z.uuid(), unsaid]).optional(),
  answers: AnswerList,
  consent: z.literal('yes', 'Please read who sees what, and say that you agree.'),
})
export type NewApplication = z.output<typeof NewApplication>

export const ApplicationId = z.strictObject({ id: z.uuid() })
export type ApplicationId = z.output<typeof ApplicationId>

export const ApplicationDecision = z
  .strictObject({
    decision: z.enum(['accepted', 'declined']),
    round: z.union([z.uuid(), unsaid]).optional(),
    words: paragraphs(1000).default(''),
  })
  .refine(({ decision, words }) => decision === 'accepted' || words.length >= 3, {
    path: ['words'],
    message: 'Please tell them why; they asked in good faith.',
  })
export type ApplicationDecision = z.output<typeof ApplicationDecision>

export const StepTick = z.strictObject({
  step: Key,
  done: z.union([z.boolean(), z.enum(['yes', 'no']).transform((said) => said === 'yes')]),
})
export type StepTick = z.output<typeof StepTick>

const after = cursorOf(z.tuple([z.uuid(), Moment]), 2).optional()

export const ApplicationSearch = z.strictObject({ show: z.enum(APPLICATION_STATES).default('applied'), after })
export type ApplicationSearch = z.output<typeof ApplicationSearch>

export const OwnSearch = z.strictObject({ after })
export type OwnSearch = z.output<typeof OwnSearch>

export const ApplicationState = z.strictObject({ id: z.uuid(), state: z.enum(APPLICATION_STATES) })

const Person = z.strictObject({ handle: z.string(), name: z.string(), portrait: z.string().nullable() })

const Answered = z.strictObject({ label: z.string(), kind: z.enum(KINDS), said: z.array(z.string()) })
export type Answered = z.output<typeof Answered>

export const Application = z.strictObject({
  id: z.uuid(),
  state: z.enum(APPLICATION_STATES),
  part: z.enum(PARTS),
  by: Person,
  round: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
  appliedAt: z.string(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  words: z.string(),
  answered: z.array(Answered),
  steps: z.array(z.strictObject({ title: z.string(), done: z.boolean() })),
})
export type Application = z.output<typeof Application>

export const ApplicationPage = z.strictObject({ applications: z.array(Application), next: z.string().nullable() })
export type ApplicationPage = z.output<typeof ApplicationPage>

export const OwnApplication = z.strictObject({
  id: z.uuid(),
  state: z.enum(APPLICATION_STATES),
  part: z.enum(PARTS),
  program: z.strictObject({ slug: z.string(), name: z.string() }),
  round: z.string().nullable(),
  // How many of the required steps are left to do.
  left: z.int(),
  words: z.string(),
  appliedAt: z.string(),
})
export type OwnApplication = z.output<typeof OwnApplication>

export const OwnPage = z.strictObject({ applications: z.array(OwnApplication), next: z.string().nullable() })
export type OwnPage = z.output<typeof OwnPage>
