import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { giveLook } from './giving.ts'
import { GivenLook, LookId, NewLook, Skip, TakenLook, WaitingPage, WaitingSearch } from './inputs.ts'
import { skipLook } from './skipping.ts'
import { giveLookBack, takeLook } from './taking.ts'
import { readWaitingLooks } from './waiting.ts'

const writing = { for: 'members', part: 'mentoring', pace: 'writing', cache: 'never', bodyLimit: 65_536 } as const

export const lookRoutes = new Hono<App>()
  .get(
    '/looks/waiting',
    rule({
      does: 'List versions that wait for one’s own look or that one may look at as a peer, what is due first',
      for: 'members',
      part: 'mentoring',
      pace: 'reading',
      cache: 'private',
      answers: { 200: WaitingPage },
    }),
    valid('query', WaitingSearch),
    async (c) => finished(c, await readWaitingLooks(c.var.ctx, c.req.valid('query'))),
  )
  .put(
    '/looks/:id/reviewer',
    rule({ does: 'Take a look as a peer', ...writing, answers: { 200: TakenLook } }),
    valid('param', LookId),
    async (c) => c.json(await takeLook(c.var.ctx, c.req.valid('param'))),
  )
  .delete(
    '/looks/:id/reviewer',
    rule({ does: 'Give a look back that one has taken', ...writing, answers: { 200: TakenLook } }),
    valid('param', LookId),
    async (c) => c.json(await giveLookBack(c.var.ctx, c.req.valid('param'))),
  )
  .put(
    '/looks/:id/skip',
    rule({ does: 'Look as the mentor now, without waiting for a first look', ...writing, answers: { 200: GivenLook } }),
    valid('param', LookId),
    valid('json', Skip),
    async (c) => c.json(await skipLook(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .post(
    '/looks/:id/feedback',
    rule({ does: 'Say what one sees in a version before its mentor does', ...writing, answers: { 201: GivenLook } }),
    valid('param', LookId),
    valid('json', NewLook),
    async (c) => c.json(await giveLook(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
  )
