import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { NewRubric, NewRubricVersion, RubricId, RubricPage, RubricSearch } from './inputs.ts'
import { makeRubric, renewRubric } from './making.ts'
import { readRubrics } from './rubrics.ts'

const reading = { for: 'members', part: 'mentoring', pace: 'reading', cache: 'private' } as const
const writing = { for: 'members', part: 'mentoring', pace: 'writing', cache: 'never', bodyLimit: 32_768 } as const

export const rubricRoutes = new Hono<App>()
  .get(
    '/rubrics',
    rule({ does: 'List one’s rubrics in their newest version', ...reading, answers: { 200: RubricPage } }),
    valid('query', RubricSearch),
    async (c) => finished(c, await readRubrics(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/rubrics',
    rule({ does: 'Make a rubric: criteria with their levels in words', ...writing, answers: { 201: RubricId } }),
    valid('json', NewRubric),
    async (c) => c.json(await makeRubric(c.var.ctx, c.req.valid('json')), 201),
  )
  .post(
    '/rubrics/:id/versions',
    rule({ does: 'Write a new version of a rubric of one’s own', ...writing, answers: { 201: RubricId } }),
    valid('param', RubricId),
    valid('json', NewRubricVersion),
    async (c) => c.json(await renewRubric(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
  )
