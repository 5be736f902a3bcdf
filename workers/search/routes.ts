import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { Found, SearchWords } from './inputs.ts'
import { search } from './search.ts'

export const searching = new Hono<App>().get(
  '/search',
  rule({
    does: 'Find people, skills and works by a few words, typing mistakes included',
    for: 'visitors',
    pace: 'reading',
    cache: 'private',
    answers: { 200: Found },
  }),
  valid('query', SearchWords),
  async (c) => c.json(await search(c.var.ctx, c.req.valid('query'))),
)
