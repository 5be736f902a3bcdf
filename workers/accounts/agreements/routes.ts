import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { agree, myAgreements } from './agreements.ts'
import { Agreed, Agreement, Agreements } from './inputs.ts'

export const agreementRoutes = new Hono<App>()
  .get(
    '/my/agreements',
    rule({
      does: 'Every version of the terms you agreed to, and when',
      for: 'members',
      pace: 'reading',
      cache: 'private',
      answers: { 200: Agreements },
    }),
    async (c) => c.json(await myAgreements(c.var.ctx)),
  )
  .post(
    '/my/agreements',
    rule({
      does: 'Agree to the terms in force',
      for: 'members',
      inPerson: true,
      pace: 'writing',
      cache: 'never',
      bodyLimit: 1024,
      answers: { 201: Agreed },
    }),
    valid('json', Agreement),
    async (c) => c.json(await agree(c.var.ctx, c.req.valid('json')), 201),
  )
