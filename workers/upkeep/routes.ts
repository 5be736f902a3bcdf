import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { Health, Readiness } from './inputs.ts'
import { checkReadiness } from './readiness.ts'

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
