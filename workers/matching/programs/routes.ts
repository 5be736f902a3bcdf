import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { ProgramSlug } from '#workers/mentoring/programs/inputs.ts'
import { Balance, Bond, Pairing, PairingState, Place, Placed, Rules } from './inputs.ts'
import { readPairing } from './page.ts'
import { place } from './placing.ts'
import { publishPairing } from './publishing.ts'
import { bind, setRules } from './rules.ts'
import { dropPairing, readState, startPairing } from './starting.ts'
import { proposeTalks } from './talks/talks.ts'

const part = 'mentoring'
const reading = { for: 'organisers', part, pace: 'reading', cache: 'never' } as const
const writing = { for: 'organisers', part, pace: 'writing', cache: 'never', bodyLimit: 4096 } as const

export const pairingRoutes = new Hono<App>()
  .get(
    '/programs/:slug/pairing',
    rule({ does: 'Read the draft of who would be with whom, and why', ...reading, answers: { 200: Pairing } }),
    valid('param', ProgramSlug),
    async (c) => c.json(await readPairing(c.var.ctx, c.req.valid('param'))),
  )
  .get(
    '/programs/:slug/pairing/state',
    rule({ does: 'How far the pairing of a program is', ...reading, answers: { 200: PairingState } }),
    valid('param', ProgramSlug),
    async (c) => c.json(await readState(c.var.ctx, c.req.valid('param'))),
  )
  .put(
    '/programs/:slug/pairing/rules',
    rule({ does: 'Say what counts when a program is paired', ...writing, answers: { 204: 'Kept' } }),
    valid('param', ProgramSlug),
    valid('json', Rules),
    async (c) => {
      await setRules(c.var.ctx, c.req.valid('param'), c.req.valid('json'))
      return c.body(null, 204)
    },
  )
  .post(
    '/programs/:slug/pairing/talks',
    rule({
      does: 'Propose short talks to everybody who has none yet',
      ...writing,
      answers: { 202: 'They are being found' },
    }),
    valid('param', ProgramSlug),
    async (c) => {
      await proposeTalks(c.var.ctx, c.req.valid('param'))
      return c.body(null, 202)
    },
  )
  .put(
    '/programs/:slug/pairing/bonds',
    rule({ does: 'Say who must be together, or never', ...writing, answers: { 204: 'Kept' } }),
    valid('param', ProgramSlug),
    valid('json', Bond),
    async (c) => {
      await bind(c.var.ctx, c.req.valid('param'), c.req.valid('json'))
      return c.body(null, 204)
    },
  )
  .post(
    '/programs/:slug/pairing/runs',
    rule({ does: 'Pair everybody who has no mentor yet, as a draft', ...writing, answers: { 202: PairingState } }),
    valid('param', ProgramSlug),
    valid('json', Balance.partial()),
    async (c) => c.json(await startPairing(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 202),
  )
  .put(
    '/programs/:slug/pairing/places/:handle',
    rule({
      does: 'Put somebody with a mentor by hand, or keep a pair as it is',
      ...writing,
      answers: { 200: PairingState },
    }),
    valid('param', Placed),
    valid('json', Place),
    async (c) => c.json(await place(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .delete(
    '/programs/:slug/pairing',
    rule({ does: 'Drop the draft', ...writing, answers: { 204: 'Dropped' } }),
    valid('param', ProgramSlug),
    async (c) => {
      await dropPairing(c.var.ctx, c.req.valid('param'))
      return c.body(null, 204)
    },
  )
  .post(
    '/programs/:slug/pairing/publication',
    rule({
      does: 'Publish the draft: each pair begins, or its mentor is asked',
      ...writing,
      answers: { 202: PairingState },
    }),
    valid('param', ProgramSlug),
    async (c) => c.json(await publishPairing(c.var.ctx, c.req.valid('param')), 202),
  )
