import { z } from 'zod'
import { cursorOf, Moment } from '#workers/lib/paging.ts'

export const GoalId = z.strictObject({ id: z.uuid() })
export type GoalId = z.output<typeof GoalId>
export const StepId = z.strictObject({ id: z.uuid() })
export type StepId = z.output<typeof StepId>

const nothing = z.literal('').transform(() => undefined)
const Amount = z.coerce
  .number('A number, please.')
  .min(0, 'Nought or more.')
  .max(1_000_000, 'That is a lot. Count in something larger.')

const Steps = z
  .union([
    z.array(z.string().max(160)).max(20),
    z
      .string()
      .max(3000)
      .transform((text) => text.split('\n')),
  ])
  .default([])
  .transform((all) => all.map((line) => line.trim()).filter(Boolean))
  .pipe(
    z.array(z.string().max(160, 'Shorter steps are easier to take.')).max(20, 'Twenty steps are enough for one goal.'),
  )

export const NewGoal = z
  .strictObject({
    title: z.string().trim().min(3, 'What would you like to reach?').max(120),
    why: z.string().trim().max(1000).default(''),
    measure: z.string().trim().min(1, 'What is counted?').max(30),
    startsAt: Amount.default(0),
    target: Amount,
    dueOn: z.union([z.iso.date('Please choose a day.'), nothing]).optional(),
    pair: z
      .union([z.uuid(), nothing])
      .optional()
      .describe('The mentorship it is shared with; without one, nobody else sees it.'),
    remindEvery: z.union([z.coerce.number().pipe(z.literal([7, 14, 30])), nothing]).optional(),
    steps: Steps,
  })
  .refine(({ startsAt, target }) => startsAt !== target, {
    path: ['target'],
    message: 'You are there already. A little further?',
  })
export type NewGoal = z.output<typeof NewGoal>

export const Progress = z.strictObject({ reached: Amount, words: z.string().trim().max(500).default('') })
export type Progress = z.output<typeof Progress>

export const StepDone = z.strictObject({
  done: z.union([z.boolean(), z.enum(['yes', 'no']).transform((said) => said === 'yes')]),
})
export type StepDone = z.output<typeof StepDone>

export const GoalSearch = z.strictObject({
  show: z.enum(['open', 'reached', 'dropped']).default('open'),
  after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional(),
})
export type GoalSearch = z.output<typeof GoalSearch>

export const Goal = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  why: z.string(),
  measure: z.string(),
  startsAt: z.number(),
  target: z.number(),
  reached: z.number(),
  share: z.number().describe('How far it is, from 0 to 1.'),
  dueOn: z.string().nullable(),
  setAt: z.string(),
  reachedAt: z.string().nullable(),
  droppedAt: z.string().nullable(),
  pair: z.uuid().nullable(),
  sharedWith: z.string().nullable(),
  stepsDone: z.int(),
  steps: z.int(),
})
export type Goal = z.output<typeof Goal>
export const GoalPage = z.strictObject({ goals: z.array(Goal), next: z.string().nullable() })
export type GoalPage = z.output<typeof GoalPage>

export const GoalState = z.strictObject({ id: z.uuid(), isReached: z.boolean() })
