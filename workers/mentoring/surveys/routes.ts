import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { ProgramSlug } from '../programs/inputs.ts'
import { answerSurvey, readSurvey } from './answering.ts'
import { Answered, Answers, Survey, SurveyId, SurveyResults, SurveySearch } from './inputs.ts'
import { readResults } from './results.ts'

const part = 'mentoring'

export const surveyRoutes = new Hono<App>()
  .get(
    '/surveys/:id',
    rule({
      does: 'Read a survey that one was asked to answer',
      for: 'members',
      part,
      pace: 'reading',
      cache: 'private',
      answers: { 200: Survey },
    }),
    valid('param', SurveyId),
    valid('query', SurveySearch),
    async (c) => c.json(await readSurvey(c.var.ctx, c.req.valid('param'), c.req.valid('query'))),
  )
  .put(
    '/surveys/:id/answers',
    rule({
      does: 'Answer a survey, or answer it otherwise while it is open',
      for: 'members',
      part,
      pace: 'writing',
      cache: 'never',
      bodyLimit: 32_768,
      answers: { 200: Answered },
    }),
    valid('param', SurveyId),
    valid('json', Answers),
    async (c) => c.json(await answerSurvey(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .get(
    '/programs/:slug/surveys',
    rule({
      does: 'Read what was answered to the surveys of a program, as far as enough people did',
      for: 'organisers',
      part,
      pace: 'reading',
      cache: 'private',
      answers: { 200: SurveyResults },
    }),
    valid('param', ProgramSlug),
    async (c) => c.json(await readResults(c.var.ctx, c.req.valid('param'))),
  )
