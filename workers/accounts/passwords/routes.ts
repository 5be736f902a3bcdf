import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { Accepted } from '../joining/inputs.ts'
import { changePassword } from './changing.ts'
import { Changed, PasswordChange, Reset, ResetRequest } from './inputs.ts'
import { askForReset, resetPassword } from './resets.ts'

const password = { pace: 'writing', cache: 'never', bodyLimit: 4096 } as const

export const passwordRoutes = new Hono<App>()
  .post(
    '/password-resets',
    rule({
      ...password,
      does: 'Ask for a link to choose a new password; it comes by mail',
      for: 'everyone',
      answers: { 202: Accepted },
    }),
    valid('json', ResetRequest),
    async (c) => c.json(await askForReset(c.var.ctx, c.req.valid('json')), 202),
  )
  .put(
    '/password-resets/completion',
    rule({
      ...password,
      does: 'Choose a new password by the link in the mail; every sign-in ends',
      for: 'everyone',
      answers: { 200: Changed },
    }),
    valid('json', Reset),
    async (c) => c.json(await resetPassword(c.var.ctx, c.req.valid('json'))),
  )
  .put(
    '/my/password',
    rule({
      ...password,
      does: 'Change the password, or set a first one; every other sign-in ends',
      for: 'members',
      surely: true,
      inPerson: true,
      answers: { 200: Changed },
    }),
    valid('json', PasswordChange),
    async (c) => c.json(await changePassword(c.var.ctx, c.req.valid('json'))),
  )
