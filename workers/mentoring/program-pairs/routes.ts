import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { ProgramSlug } from '../programs/inputs.ts'
import { readProgramPairs } from './health.ts'
import { HealthSearch, NewPair, Paired, PairToRemind, ProgramPairPage, Reminded, Reminder } from './inputs.ts'
import { pairUp } from './pairing.ts'
import { remindPair } from './reminding.ts'

const part = 'mentoring'
const organising = { for: 'organisers', part, pace: 'writing', cache: 'never', bodyLimit: 4096 } as const

export const programPairRoutes = new Hono<App>()
  .get(
    '/programs/:slug/pairs',
    rule({
      does: 'List the pairs of a program, and how they are as far as it promised',
      for: 'organisers',
      part,
      pace: 'reading',
      cache: 'private',
      answers: { 200: ProgramPairPage },
    }),
    valid('param', ProgramSlug),
    valid('query', HealthSearch),
    async (c) => finished(c, await readProgramPairs(c.var.ctx, c.req.valid('param'), c.req.valid('query'))),
  )
  .post(
    '/programs/:slug/pairs',
    rule({
      does: 'Bring a participant of a program together with a mentor',
      ...organising,
      answers: { 201: Paired },
    }),
    valid('param', ProgramSlug),
    valid('json', NewPair),
    async (c) => c.json(await pairUp(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
  )
  .post(
    '/program-pairs/:id/reminders',
    rule({ does: 'Ask the two of a pair how it goes', ...organising, answers: { 201: Reminded } }),
    valid('param', PairToRemind),
    valid('json', Reminder),
    async (c) => c.json(await remindPair(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
  )
