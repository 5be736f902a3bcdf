import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { SignedIn } from '../sign-ins/inputs.ts'
import { confirmSignUp } from './confirming.ts'
import { Accepted, Confirmation, SignUp } from './inputs.ts'
import { askToJoin } from './joining.ts'

export const joiningRoutes = new Hono<App>()
  .post(
    '/sign-ups',
    rule({
      does: 'Ask to join; a mail asks to confirm the address',
      for: 'everyone',
      pace: 'writing',
      cache: 'never',
      bodyLimit: 8192,
      answers: { 202: Accepted },
    }),
    valid('json', SignUp),
    async (c) => c.json(await askToJoin(c.var.ctx, c.req.valid('json')), 202),
  )
  .post(
    '/sign-ups/confirmation',
    rule({
      does: 'Confirm the address by the link in the mail; whoever does is a member and signed in',
      for: 'everyone',
      pace: 'writing',
      cache: 'never',
      bodyLimit: 4096,
      answers: { 201: SignedIn },
      handsOverSecret: true,
    }),
    valid('json', Confirmation),
    async (c) => {
      const { handle, name, roles } = await confirmSignUp(c.var.ctx, c.req.raw.headers, c.req.valid('json'))
      return c.json({ handle, name, roles }, 201)
    },
  )
