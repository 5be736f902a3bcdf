import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { KeptWays, MyWays } from './inputs.ts'
import { keepWays, readMyWays } from './ways.ts'

export const wayRoutes = new Hono<App>()
  .get(
    '/my/ways',
    rule({
      does: 'Read how you like to work',
      for: 'members',
      pace: 'reading',
      cache: 'never',
      answers: { 200: KeptWays },
    }),
    async (c) => c.json(await readMyWays(c.var.ctx)),
  )
  .put(
    '/my/ways',
    rule({
      does: 'Say how you like to work, as far as you like',
      for: 'members',
      pace: 'writing',
      cache: 'never',
      bodyLimit: 1024,
      answers: { 200: KeptWays },
    }),
    valid('json', MyWays),
    async (c) => c.json(await keepWays(c.var.ctx, c.req.valid('json'))),
  )
