import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { PhraseId, PhrasePage, PhraseSearch } from './inputs.ts'
import { letPhraseGo, readPhrases } from './phrases.ts'

const mine = { for: 'members', part: 'mentoring' } as const

export const phraseRoutes = new Hono<App>()
  .get(
    '/phrases',
    rule({
      does: 'List what one has said in feedback and may say again, the newest use first',
      ...mine,
      pace: 'reading',
      cache: 'private',
      answers: { 200: PhrasePage },
    }),
    valid('query', PhraseSearch),
    async (c) => finished(c, await readPhrases(c.var.ctx, c.req.valid('query'))),
  )
  .delete(
    '/phrases/:id',
    rule({
      does: 'Let a phrase of one’s own go',
      ...mine,
      pace: 'writing',
      cache: 'never',
      answers: { 200: PhraseId },
    }),
    valid('param', PhraseId),
    async (c) => c.json(await letPhraseGo(c.var.ctx, c.req.valid('param'))),
  )
