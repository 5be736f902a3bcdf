import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { leave, stay } from './departures.ts'
import { Departure, NewDeparture, Stayed } from './inputs.ts'

export const departureRoutes = new Hono<App>()
  .post(
    '/departure',
    rule({
      does: 'Ask to be deleted; thirty days to change one’s mind',
      for: 'members',
      surely: true,
      inPerson: true,
      pace: 'writing',
      cache: 'never',
      bodyLimit: 16_384,
      answers: { 202: Departure },
    }),
    valid('json', NewDeparture),
    async (c) => c.json(await leave(c.var.ctx, c.req.valid('json')), 202),
  )
  .delete(
    '/departure',
    rule({
      does: 'Stay after all',
      for: 'members',
      surely: true,
      inPerson: true,
      pace: 'writing',
      cache: 'never',
      answers: { 200: Stayed },
    }),
    async (c) => c.json(await stay(c.var.ctx)),
  )
