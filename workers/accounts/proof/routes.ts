import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { Proof } from './inputs.ts'
import { prove } from './proof.ts'

export const proofRoutes = new Hono<App>().post(
  '/sign-ins/current/proof',
  rule({
    does: 'Prove that it is you; what protects the account may be changed for ten minutes',
    for: 'members',
    surely: true,
    inPerson: true,
    pace: 'writing',
    cache: 'never',
    bodyLimit: 2048,
    answers: { 204: 'Proved' },
    handsOverSecret: true,
  }),
  valid('json', Proof),
  async (c) => {
    await prove(c.var.ctx, c.req.valid('json'))
    return c.body(null, 204)
  },
)
