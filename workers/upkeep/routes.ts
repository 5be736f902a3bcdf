import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { HappeningPage, HappeningSearch, searchHappenings } from './happenings.ts'
import { Health, Readiness } from './inputs.ts'
import { checkReadiness } from './readiness.ts'
import { LetterId, Settled, setAsideForGood, tryAgain } from './set-aside.ts'

export const upkeep = new Hono<App>()
  .get(
    '/health',
    rule({
      does: 'Tell whether the process answers',
      for: 'everyone',
      pace: 'reading',
      cache: 'never',
      answers: { 200: Health },
    }),
    (c) => c.json({ status: 'ok' as const }),
  )
  .get(
    '/ready',
    rule({
      does: 'Tell whether database, queue and storage answer',
      for: 'everyone',
      pace: 'reading',
      cache: 'never',
      answers: { 200: Readiness, 503: Readiness },
    }),
    async (c) => {
      const readiness = await checkReadiness(c.var.ctx)
      return readiness.ready ? c.json(readiness) : c.json(readiness, 503, { 'Retry-After': '5' })
    },
  )
  .get(
    '/happenings',
    rule({
      does: 'Look through all that happened, newest first',
      for: 'admins',
      pace: 'reading',
      cache: 'never',
      answers: { 200: HappeningPage },
    }),
    valid('query', HappeningSearch),
    async (c) => finished(c, await searchHappenings(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/dead-letters/:id/retry',
    rule({
      does: 'Let a job that was given up try again',
      for: 'admins',
      pace: 'writing',
      cache: 'never',
      answers: { 200: Settled },
    }),
    valid('param', LetterId),
    async (c) => c.json(await tryAgain(c.var.ctx, c.req.valid('param'))),
  )
  .delete(
    '/dead-letters/:id',
    rule({
      does: 'Set a job that was given up aside for good',
      for: 'admins',
      pace: 'writing',
      cache: 'never',
      answers: { 200: Settled },
    }),
    valid('param', LetterId),
    async (c) => c.json(await setAsideForGood(c.var.ctx, c.req.valid('param'))),
  )
