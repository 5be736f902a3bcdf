import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { decide } from './deciding.ts'
import { Decided, Matching, WhatDecides } from './inputs.ts'
import { readMatching } from './matching.ts'

const part = 'mentoring'

export const organisingMatchingRoutes = new Hono<App>()
  .get(
    '/matching',
    rule({
      does: 'Read what matching learned here, in figures that name nobody',
      for: 'organisers',
      part,
      pace: 'reading',
      cache: 'private',
      answers: { 200: Matching },
    }),
    async (c) => c.json(await readMatching(c.var.ctx)),
  )
  .put(
    '/matching/in-force',
    rule({
      does: 'Say which learned weights decide, or that the rules do',
      for: 'organisers',
      part,
      pace: 'writing',
      cache: 'never',
      bodyLimit: 1024,
      answers: { 200: Decided },
    }),
    valid('json', WhatDecides),
    async (c) => c.json(await decide(c.var.ctx, c.req.valid('json'))),
  )
