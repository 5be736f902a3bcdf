import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { OfMember } from '../register/inputs.ts'
import { stopViewing, Viewing, viewAs } from './viewing.ts'

export const viewing = new Hono<App>()
  .post(
    '/accounts/:handle/viewing',
    rule({
      does: 'Look at the house as a member sees it, without being able to change anything',
      for: 'admins',
      inPerson: true,
      pace: 'writing',
      cache: 'never',
      answers: { 201: Viewing },
    }),
    valid('param', OfMember),
    async (c) => c.json(await viewAs(c.var.ctx, c.req.valid('param').handle), 201),
  )
  .delete(
    '/viewing',
    rule({
      does: 'Stop looking as somebody else',
      for: 'members',
      whileLooking: true,
      pace: 'writing',
      cache: 'never',
      answers: { 204: 'You are yourself again' },
    }),
    async (c) => {
      stopViewing(c.var.ctx)
      return c.body(null, 204)
    },
  )
