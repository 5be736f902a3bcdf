import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import {
  Answers,
  NewQuestion,
  NewQuiz,
  QuestionAdded,
  QuestionPage,
  QuestionSearch,
  Quiz,
  QuizId,
  Result,
  Started,
} from './inputs.ts'
import { addQuestion, readQuestions, retireQuestion } from './questions.ts'
import { readQuiz } from './quizzes.ts'
import { finishQuiz, startQuiz } from './taking.ts'

const reading = { for: 'members', part: 'mentoring', pace: 'reading', cache: 'private' } as const
const writing = { for: 'members', part: 'mentoring', pace: 'writing', cache: 'never', bodyLimit: 8192 } as const

export const quizRoutes = new Hono<App>()
  .post(
    '/quizzes',
    rule({ does: 'Take a test of a skill at a level', ...writing, answers: { 201: Started } }),
    valid('json', NewQuiz),
    async (c) => c.json(await startQuiz(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/quizzes/:id',
    rule({ does: 'A test of one’s own; what is right is told when it is over', ...reading, answers: { 200: Quiz } }),
    valid('param', QuizId),
    async (c) => c.json(await readQuiz(c.var.ctx, c.req.valid('param'))),
  )
  .put(
    '/quizzes/:id/answers',
    rule({ does: 'Answer a test, which ends it', ...writing, answers: { 200: Result } }),
    valid('param', QuizId),
    valid('json', Answers),
    async (c) => c.json(await finishQuiz(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .get(
    '/questions',
    rule({
      does: 'The questions that tests of one’s skills draw from',
      ...reading,

      answers: { 200: QuestionPage },
    }),
    valid('query', QuestionSearch),
    async (c) => finished(c, await readQuestions(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/questions',
    rule({
      does: 'Add a question for tests of a skill one teaches',
      ...writing,

      answers: { 201: QuestionAdded },
    }),
    valid('json', NewQuestion),
    async (c) => c.json(await addQuestion(c.var.ctx, c.req.valid('json')), 201),
  )
  .delete(
    '/questions/:id',
    rule({
      does: 'Take a question out of the tests to come',
      ...writing,

      answers: { 200: QuestionAdded },
    }),
    valid('param', QuizId),
    async (c) => c.json(await retireQuestion(c.var.ctx, c.req.valid('param'))),
  )
