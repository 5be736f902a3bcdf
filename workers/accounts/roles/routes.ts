import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { OfMember } from '../register/inputs.ts'
import { GivenRoles, giveRoles, Roles } from './roles.ts'

export const roles = new Hono<App>().put(
  '/accounts/:handle/roles',
  rule({
    does: 'Say what a member is here: participant, mentor, organiser, admin',
    for: 'admins',
    inPerson: true,
    pace: 'writing',
    cache: 'never',
    bodyLimit: 2048,
    answers: { 200: GivenRoles },
  }),
  valid('param', OfMember),
  valid('json', Roles),
  async (c) => c.json(await giveRoles(c.var.ctx, c.req.valid('param').handle, c.req.valid('json'))),
)
