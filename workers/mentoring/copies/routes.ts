import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { ProgramName, ProgramSlug } from '../programs/inputs.ts'
import { copyProgram } from './copying.ts'
import { NewCopy } from './inputs.ts'

export const copyRoutes = new Hono<App>().post(
  '/programs/:slug/copies',
  rule({
    does: 'Begin a program once more, as a draft with another name and other dates',
    for: 'organisers',
    part: 'mentoring',
    pace: 'writing',
    cache: 'never',
    bodyLimit: 1024,
    answers: { 201: ProgramName },
  }),
  valid('param', ProgramSlug),
  valid('json', NewCopy),
  async (c) => c.json(await copyProgram(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
)
