import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { ProgramSlug } from '../programs/inputs.ts'
import { addRound, changeRound } from './cohorts.ts'
import { NewRound, RoundId } from './inputs.ts'

const organising = {
  for: 'organisers',
  part: 'mentoring',
  pace: 'writing',
  cache: 'never',
  bodyLimit: 4096,
} as const

export const cohortRoutes = new Hono<App>()
  .post(
    '/programs/:slug/cohorts',
    rule({ does: 'Add a round to a program that one organises', ...organising, answers: { 201: RoundId } }),
    valid('param', ProgramSlug),
    valid('json', NewRound),
    async (c) => c.json(await addRound(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
  )
  .put(
    '/cohorts/:id',
    rule({ does: 'Change a round of a program that one organises', ...organising, answers: { 200: RoundId } }),
    valid('param', RoundId),
    valid('json', NewRound),
    async (c) => c.json(await changeRound(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
