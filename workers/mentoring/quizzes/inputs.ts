import { z } from 'zod'
import { cursorOf } from '#workers/lib/paging.ts'
import { SkillSlug } from '#workers/people/skills/inputs.ts'
import { line } from '#workers/people/words.ts'

const Level = z.coerce.number().int().min(1).max(5)

export const QuizId = z.strictObject({ id: z.uuid() })
export type QuizId = z.output<typeof QuizId>

export const NewQuiz = z.strictObject({ skill: SkillSlug.shape.slug, level: Level })
export type NewQuiz = z.output<typeof NewQuiz>

const Chosen = z.strictObject({
  question: z.uuid(),
  chosen: z.coerce.number('Please choose an answer.').int().min(0).max(5),
})

export const Answers = z.strictObject({
  answers: z
    .array(Chosen)
    .max(20)
    .refine(
      (all) => new Set(all.map(({ question }) => question)).size === all.length,
      'One answer to each question, please.',
    ),
})
export type Answers = z.output<typeof Answers>

export const Started = z.strictObject({ id: z.uuid() })

export const Result = z.strictObject({ id: z.uuid(), score: z.int(), passed: z.boolean() })
export type Result = z.output<typeof Result>

const Asked = z.strictObject({
  id: z.uuid(),
  text: z.string(),
  options: z.array(z.string()),
  chosen: z.int().nullable(),
  // Told when the test is over.
  right: z.int().nullable(),
  explanation: z.string().nullable(),
})

export const Quiz = z.strictObject({
  id: z.uuid(),
  skill: z.string(),
  slug: z.string(),
  level: z.int(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  score: z.int().nullable(),
  passed: z.boolean().nullable(),
  questions: z.array(Asked),
})
export type Quiz = z.output<typeof Quiz>

const said = (length: number, needed: string) => line(length).refine((text) => text !== '', needed)

export const NewQuestion = z
  .strictObject({
    skill: SkillSlug.shape.slug,
    level: Level,
    text: z.string().trim().min(1, 'What do you ask?').max(600),
    // Lines of a form that were left empty are no options.
    options: z
      .array(line(200))
      .max(6)
      .transform((all) => all.filter((option) => option !== '')),
    right: z.coerce.number('Which answer is right?').int().min(0).max(5),
    explanation: said(600, 'Say why, so that somebody who was wrong learns something.'),
  })
  .refine(({ options }) => options.length >= 2, { path: ['options'], message: 'Please give two answers at least.' })
  .refine(({ options, right }) => right < options.length, { path: ['right'], message: 'Which answer is right?' })
  .refine(({ options }) => new Set(options).size === options.length, {
    path: ['options'],
    message: 'Two answers are the same.',
  })
export type NewQuestion = z.output<typeof NewQuestion>

export const QuestionAdded = z.strictObject({ id: z.uuid() })

export const QuestionRow = z.strictObject({
  id: z.uuid(),
  skill: z.string(),
  slug: z.string(),
  level: z.int(),
  text: z.string(),
  options: z.array(z.string()),
  right: z.int(),
  explanation: z.string(),
  by: z.string().nullable(),
})
export type QuestionRow = z.output<typeof QuestionRow>

export const QuestionSearch = z.strictObject({
  skill: SkillSlug.shape.slug.optional(),
  after: cursorOf(z.tuple([z.uuid()]), 1).optional(),
})
export type QuestionSearch = z.output<typeof QuestionSearch>

export const QuestionPage = z.strictObject({ questions: z.array(QuestionRow), next: z.string().nullable() })
export type QuestionPage = z.output<typeof QuestionPage>
