import { z } from 'zod'
import { QUESTION_KINDS } from '../plan/inputs.ts'

export const SurveyId = z.strictObject({ id: z.uuid() })
export type SurveyId = z.output<typeof SurveyId>

const none = z.literal('').transform(() => undefined)

export const SurveySearch = z.strictObject({ pair: z.union([z.uuid(), none]).optional() })
export type SurveySearch = z.output<typeof SurveySearch>

// What a form sends is text; which of it is a number is told by its question.
const Said = z.union([z.number().int().min(1).max(5), z.boolean(), z.string().trim().max(2000)])

// One for each question there can be; a program names no others.
const forEach = <Z extends z.ZodType>(schema: Z) => {
  const one = schema.optional()
  return z.strictObject({ q1: one, q2: one, q3: one, q4: one, q5: one, q6: one, q7: one, q8: one })
}

export const Answers = z.strictObject({ pair: z.uuid(), answers: forEach(Said) })
export type Answers = z.output<typeof Answers>

export const Answered = z.strictObject({ id: z.uuid(), openUntil: z.string() })

const Question = z.strictObject({ key: z.string(), label: z.string(), kind: z.enum(QUESTION_KINDS) })

export const Survey = z.strictObject({
  item: z.uuid(),
  pair: z.uuid(),
  title: z.string(),
  text: z.string(),
  program: z.string(),
  with: z.string(),
  // Whether the organisers may look into this pair by itself.
  openly: z.boolean(),
  questions: z.array(Question),
  answers: forEach(z.union([z.string(), z.number(), z.boolean()])).nullable(),
  openUntil: z.string(),
  isOpen: z.boolean(),
})
export type Survey = z.output<typeof Survey>

// One question with what was said, as far as enough people said something.
export const QuestionResult = z.strictObject({
  key: z.string(),
  label: z.string(),
  kind: z.enum(QUESTION_KINDS),
  count: z.int().nullable(),
  // For ratings one to five, for yes-no yes and no.
  counts: z.array(z.int()).nullable(),
  mean: z.number().nullable(),
  words: z.array(z.string()).nullable(),
})
export type QuestionResult = z.output<typeof QuestionResult>

export const SurveyResult = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  afterDays: z.int(),
  asked: z.int(),
  // Only once there are enough of them.
  answered: z.int().nullable(),
  questions: z.array(QuestionResult),
})
export type SurveyResult = z.output<typeof SurveyResult>

export const SurveyResults = z.strictObject({ surveys: z.array(SurveyResult) })
export type SurveyResults = z.output<typeof SurveyResults>
