import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { WorkPage, WorkSearch } from './inputs.ts'
import { searchWorks } from './works.ts'

export const walls = new Hono<App>().get(
  '/works',
  rule({
    does: 'Look through finished works, newest first',
    for: 'everyone',
    part: 'works',
    pace: 'reading',
    cache: 'public',
    answers: { 200: WorkPage },
  }),
  valid('query', WorkSearch),
  async (c) => finished(c, await searchWorks(c.var.ctx, c.req.valid('query'))),
)
