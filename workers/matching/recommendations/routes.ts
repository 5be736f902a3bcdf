import { Hono } from 'hono'
import { notFound } from '#workers/lib/errors.ts'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { answerSuggestion } from './answering.ts'
import { Answer, For, Suggestions, Whom } from './inputs.ts'
import { readSuggestions } from './recommendations.ts'

export const recommendationRoutes = new Hono<App>()
  .get(
    '/recommendations',
    rule({
      does: 'Read who or what may suit you, and why',
      for: 'members',
      part: 'mentoring',
      pace: 'reading',
      cache: 'never',
      answers: { 200: Suggestions },
    }),
    valid('query', For),
    async (c) => {
      const asked = c.req.valid('query')
      if (asked.for === 'session' && (await c.var.isOff('sessions'))) throw notFound('page')
      return c.json(await readSuggestions(c.var.ctx, asked, (work) => c.executionCtx.waitUntil(work)))
    },
  )
  .put(
    '/recommendations/:kind/:name',
    rule({
      does: 'Keep a suggestion for later, or say that it is not for you',
      for: 'members',
      part: 'mentoring',
      pace: 'writing',
      cache: 'never',
      bodyLimit: 1024,
      answers: { 204: 'Kept or put away' },
    }),
    valid('param', Whom),
    valid('json', Answer),
    async (c) => {
      await answerSuggestion(c.var.ctx, c.req.valid('param'), c.req.valid('json'))
      return c.body(null, 204)
    },
  )
