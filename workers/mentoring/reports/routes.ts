import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { Report } from './inputs.ts'
import { readReport } from './report.ts'

export const reportRoutes = new Hono<App>().get(
  '/report',
  rule({
    does: 'How mentoring goes in the whole house, in numbers',
    for: 'organisers',
    part: 'mentoring',
    pace: 'reading',
    cache: 'private',
    answers: { 200: Report },
  }),
  async (c) => c.json(await readReport(c.var.ctx)),
)
