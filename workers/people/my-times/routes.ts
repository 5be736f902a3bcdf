import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { KeptTimes, MyTimes } from './inputs.ts'
import { keepTimes, readMyTimes } from './my-times.ts'

export const myTimeRoutes = new Hono<App>()
  .get(
    '/my/times',
    rule({
      does: 'Read when you have time',
      for: 'members',
      pace: 'reading',
      cache: 'never',
      answers: { 200: KeptTimes },
    }),
    async (c) => c.json(await readMyTimes(c.var.ctx)),
  )
  .put(
    '/my/times',
    rule({
      does: 'Say when you have time, in your own zone',
      for: 'members',
      pace: 'writing',
      cache: 'never',
      bodyLimit: 32 * 1024,
      answers: { 200: KeptTimes },
    }),
    valid('json', MyTimes),
    async (c) => c.json(await keepTimes(c.var.ctx, c.req.valid('json'))),
  )
