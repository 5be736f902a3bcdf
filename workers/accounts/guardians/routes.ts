import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { decideAsGuardian } from './guardians.ts'
import { Decided, GuardianDecision } from './inputs.ts'

export const guardianRoutes = new Hono<App>().post(
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
