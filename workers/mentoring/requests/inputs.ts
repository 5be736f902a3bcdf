import { z } from 'zod'
import { REQUEST_STATES } from '#db/schema/mentoring/mentorships.ts'
import { FORMATS } from '#db/schema/mentoring/programs.ts'
import { cursorOf, Moment } from '#workers/lib/paging.ts'

export const NewRequest = z.strictObject({
  mentor: z.string().trim().min(1).max(64),
  skill: z.string().trim().max(120).optional(),
  program: z.string().trim().max(120).optional(),
  format: z.enum(FORMATS).default('one-to-one'),
  words: z
    .string()
    .trim()
    .min(40, 'A few sentences, please: what you want to learn, and why from this person.')
    .max(4000),
})
export type NewRequest = z.output<typeof NewRequest>

export const RequestId = z.strictObject({ id: z.uuid() })
export type RequestId = z.output<typeof RequestId>

export const Answer = z.discriminatedUnion('answer', [
  // Everybody who says yes or no is asked in the same breath how many more they can take.
  z.strictObject({
    answer: z.literal('accepted'),
    aim: z.string().trim().max(500).default(''),
    circle: circle(),
    ...room(),
  }),
  z.strictObject({
    answer: z.literal('declined'),
    reason: z.string().trim().min(10, 'Please say why, in words you would like to read yourself.').max(2000),
    ...room(),
  }),
  z.strictObject({
    answer: z.literal('asked'),
    question: z.string().trim().min(10, 'What would you like to know before you answer?').max(2000),
  }),
])
export type Answer = z.output<typeof Answer>

// A circle of the mentor’s that they come into at once.
function circle() {
  return z.union([z.uuid(), z.literal('').transform(() => undefined)]).optional()
}

function room() {
  return { menteesAtMost: z.coerce.number().int().min(0).max(50).optional() }
}

export const MoreWords = z.strictObject({
  words: z.string().trim().min(3, 'Please answer in a few words.').max(4000),
})
export type MoreWords = z.output<typeof MoreWords>

export const RequestState = z.strictObject({
  id: z.uuid(),
  state: z.enum(REQUEST_STATES),
  mentorshipId: z.uuid().optional(),
})

export const RequestSearch = z.strictObject({
  after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional(),
})
export type RequestSearch = z.output<typeof RequestSearch>

export const AskedRequest = z.strictObject({
  id: z.uuid(),
  state: z.enum(REQUEST_STATES),
  format: z.enum(FORMATS),
  words: z.string(),
  question: z.string().nullable(),
  answer: z.string().nullable(),
  reason: z.string().nullable(),
  askedAt: z.string(),
  answerBy: z.string(),
  decidedAt: z.string().nullable(),
  skill: z.string().nullable(),
  program: z.string().nullable(),
  // Where another mentor is to go on: whether the participant lets them know what was done so far, and what that is.
  changes: z.boolean(),
  brings: z.boolean().nullable(),
  way: z
    .strictObject({
      mentor: z.string(),
      aim: z.string(),
      since: z.string(),
      until: z.string().nullable(),
      done: z.array(z.string()),
      open: z.int(),
      goals: z.array(z.string()),
    })
    .nullable(),
  who: z.strictObject({ handle: z.string(), name: z.string(), portrait: z.string().nullable(), craft: z.string() }),
})
export type AskedRequest = z.output<typeof AskedRequest>

export const AskedPage = z.strictObject({ requests: z.array(AskedRequest), next: z.string().nullable() })
export type AskedPage = z.output<typeof AskedPage>

export const OwnRequests = z.strictObject({ requests: z.array(AskedRequest) })
