import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { decideAsGuardian } from './guardians.ts'
import { Decided, GuardianDecision, NewGuardian, OwnGuardian } from './inputs.ts'
import { nameGuardian, ownGuardian } from './own-guardian.ts'

const own = { for: 'members', surely: true, inPerson: true, cache: 'never' } as const

export const guardianRoutes = new Hono<App>()
  .post(
    '/guardian-decisions',
    rule({
      does: 'Agree, refuse or withdraw as the guardian of a minor, by the link in the mail',
      for: 'everyone',
      pace: 'writing',
      cache: 'never',
      bodyLimit: 2048,
      answers: { 201: Decided },
    }),
    valid('json', GuardianDecision),
    async (c) => c.json(await decideAsGuardian(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/guardian-requests/own',
    rule({ ...own, does: 'See what one’s own guardian said', pace: 'reading', answers: { 200: OwnGuardian } }),
    async (c) => c.json(await ownGuardian(c.var.ctx)),
  )
  .post(
    '/guardian-requests',
    rule({
      ...own,
      does: 'Name another guardian, or ask the same one again',
      pace: 'writing',
      bodyLimit: 2048,
      answers: { 201: OwnGuardian },
    }),
    valid('json', NewGuardian),
    async (c) => c.json(await nameGuardian(c.var.ctx, c.req.valid('json')), 201),
  )
