import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { OfMember } from '../register/inputs.ts'
import { liftSuspension, NewSuspension, Suspended, suspend } from './suspensions.ts'

export const suspensions = new Hono<App>()
  .post(
    '/accounts/:handle/suspension',
    rule({
      does: 'Suspend a member; all their sign-ins end',
      for: 'admins',
      pace: 'writing',
      cache: 'never',
      bodyLimit: 4096,
      answers: { 201: Suspended },
    }),
    valid('param', OfMember),
    valid('json', NewSuspension),
    async (c) => c.json(await suspend(c.var.ctx, c.req.valid('param').handle, c.req.valid('json')), 201),
  )
  .delete(
    '/accounts/:handle/suspension',
    rule({
      does: 'Let a suspended member come back',
      for: 'admins',
      pace: 'writing',
      cache: 'never',
      answers: { 200: Suspended },
    }),
    valid('param', OfMember),
    async (c) => c.json(await liftSuspension(c.var.ctx, c.req.valid('param').handle)),
  )
