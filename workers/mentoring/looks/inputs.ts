import { z } from 'zod'
import { cursorOf, Moment } from '#workers/lib/paging.ts'
import { Comments, linesPointed, Scores } from '../feedback/inputs.ts'
import { Somebody } from '../tasks/inputs.ts'

export const LookId = z.strictObject({ id: z.uuid() })
export type LookId = z.output<typeof LookId>

export const TakenLook = z.strictObject({ id: z.uuid(), dueAt: z.string() })

// What is said before the mentor says it: no verdict, and no rung.
export const NewLook = z
  .strictObject({
    words: z.string().trim().max(8000).default(''),
    comments: Comments,
    scores: Scores,
    nextStep: z.string().trim().max(1000).default(''),
  })
  .refine(({ words, comments }) => words !== '' || comments.length > 0, {
    path: ['words'],
    message: 'Please say at least one thing you see in it.',
  })
export type NewLook = z.output<typeof NewLook>

export const TypedLook = z.preprocess(linesPointed, NewLook)

export const Skip = z.strictObject({
  reason: z.string().trim().min(3, 'Why do you look now? A few words are enough.').max(500),
})
export type Skip = z.output<typeof Skip>

export const GivenLook = z.strictObject({ id: z.uuid() })

const Waiting = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['self', 'peer']),
  isMine: z.boolean(),
  title: z.string(),
  skill: z.string().nullable(),
  version: z.number().int(),
  dueAt: z.string(),
  participant: Somebody,
})
export type WaitingLook = z.output<typeof Waiting>

export const WaitingPage = z.strictObject({ looks: z.array(Waiting), next: z.string().nullable() })
export type WaitingPage = z.output<typeof WaitingPage>

export const WaitingSearch = z.strictObject({ after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional() })
export type WaitingSearch = z.output<typeof WaitingSearch>
