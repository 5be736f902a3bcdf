import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { PairId } from '../mentorships/inputs.ts'
import { RequestId } from '../requests/inputs.ts'
import { changeMentor } from './changing.ts'
import { sayWhetherItGoesAlong } from './handing-over.ts'
import { Change, Changed, HandedOver, HandOver } from './inputs.ts'

const writing = { for: 'members', part: 'mentoring', pace: 'writing', cache: 'never', bodyLimit: 16_384 } as const

export const changeRoutes = new Hono<App>()
  .put(
    '/mentorships/:id/change',
    rule({ does: 'End a mentorship and ask another mentor to go on with it', ...writing, answers: { 200: Changed } }),
    valid('param', PairId),
    valid('json', Change),
    async (c) => c.json(await changeMentor(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .put(
    '/mentorship-requests/:id/hand-over',
    rule({ does: 'Let the next mentor know what was done so far, or not', ...writing, answers: { 200: HandedOver } }),
    valid('param', RequestId),
    valid('json', HandOver),
    async (c) => c.json(await sayWhetherItGoesAlong(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
