import { z } from 'zod'
import { ProgramSlug } from '../programs/inputs.ts'

export const KINDS = ['task', 'milestone', 'survey'] as const
export const QUESTION_KINDS = ['rating', 'text', 'yes-no'] as const
export const MOST_QUESTIONS = 8

const none = z.literal('').transform(() => undefined)

const Day = z.coerce
  .number('After how many days?')
  .int('Whole days, please.')
  .min(0, 'A pair begins on day 0.')
  .max(1000, 'A thousand days at most.')

const Typed = z.strictObject({
  key: z
    .union([
      z
        .string()
        .max(8)
        .regex(/^q[1-8]$/),
      none,
    ])
    .optional(),
  label: z.string().trim().max(200).default(''),
  kind: z.enum(QUESTION_KINDS).default('rating'),
})

// Rows of a form that were left empty are no questions; one that is kept keeps its key, so that answers find it again.
const Questions = z
  .array(Typed)
  .max(MOST_QUESTIONS, `Please keep it to ${MOST_QUESTIONS} questions.`)
  .default([])
  .transform((rows) => {
    const asked = rows.filter(({ label }) => label !== '')
    const taken = new Set(asked.flatMap(({ key }) => (key ? [key] : [])))
    let next = 0
    const free = () => {
      do next += 1
      while (taken.has(`q${next}`))
      return `q${next}`
    }
    return asked.map(({ key, label, kind }) => ({ key: key ?? free(), label, kind }))
  })

const about = {
  title: z.string().trim().min(3, 'What is it called?').max(120),
  text: z.string().trim().max(6000).default(''),
  afterDays: Day,
  skill: z.union([ProgramSlug.shape.slug, none]).optional(),
  rubric: z.union([z.uuid(), none]).optional(),
  questions: Questions,
}

const asksSomething = {
  path: ['questions', 0, 'label'],
  message: 'What would you like to know? One question is enough.',
}

export const NewPlanItem = z
  .strictObject({ kind: z.enum(KINDS), ...about })
  .refine(({ kind, questions }) => kind !== 'survey' || questions.length > 0, asksSomething)
export type NewPlanItem = z.output<typeof NewPlanItem>

// The version it was written upon, so that two who write at once hear of each other.
export const ChangedPlanItem = z.strictObject({ ...about, version: z.coerce.number().int().min(1) })
export type ChangedPlanItem = z.output<typeof ChangedPlanItem>

const ticked = z
  .union([z.boolean(), z.literal('on')])
  .optional()
  .transform((value) => value === true || value === 'on')

export const PlanDay = z.strictObject({ afterDays: Day, rest: ticked })
export type PlanDay = z.output<typeof PlanDay>

// Among the parts of one day: one up, one down, or to a place of its own.
export const PlanPlace = z.strictObject({
  place: z.union([z.enum(['up', 'down']), z.coerce.number().int().min(0).max(60)]),
})
export type PlanPlace = z.output<typeof PlanPlace>

export const PlanItemId = z.strictObject({ id: z.uuid() })
export type PlanItemId = z.output<typeof PlanItemId>

// What was shown when the organiser said yes.
export const PlanYes = z.strictObject({
  mark: z
    .string()
    .length(32)
    .regex(/^[0-9a-f]+$/),
})
export type PlanYes = z.output<typeof PlanYes>

export const PlanItemState = z.strictObject({ id: z.uuid(), version: z.int(), dropped: z.boolean() })
export const PlanSent = z.strictObject({ id: z.uuid(), slug: z.string() })

const Question = z.strictObject({ key: z.string(), label: z.string(), kind: z.enum(QUESTION_KINDS) })

export const PlanItem = z.strictObject({
  id: z.uuid(),
  kind: z.enum(KINDS),
  title: z.string(),
  text: z.string(),
  afterDays: z.int(),
  skill: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
  rubric: z.strictObject({ id: z.uuid(), title: z.string() }).nullable(),
  questions: z.array(Question),
  version: z.int(),
  wasAsked: z.boolean(),
})
export type PlanItem = z.output<typeof PlanItem>

// What a change would do to the pairs that run: nothing of it has happened yet.
export const Impact = z.strictObject({
  id: z.uuid(),
  kind: z.enum(KINDS),
  title: z.string(),
  dropped: z.boolean(),
  // They do not have it yet, and get it.
  fresh: z.int(),
  // They have not begun it, and get the change.
  changed: z.int(),
  // They have not begun it, and it is taken away.
  gone: z.int(),
  // They are at work on it, and keep theirs.
  kept: z.int(),
  // They are done with it.
  done: z.int(),
  firstDue: z.string().nullable(),
  lastDue: z.string().nullable(),
})
export type Impact = z.output<typeof Impact>

export const Plan = z.strictObject({
  items: z.array(PlanItem),
  // What was dropped, the latest first: it can be put back.
  dropped: z.array(PlanItem.pick({ id: true, kind: true, title: true, afterDays: true })),
  mark: z.string(),
  pairs: z.int(),
  // Numbers only where the program promised no more privacy than that.
  impact: z.array(Impact).nullable(),
  waits: z.int(),
  onItsWay: z.int(),
})
export type Plan = z.output<typeof Plan>
