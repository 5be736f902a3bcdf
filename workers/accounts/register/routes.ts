import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { AccountPage, AccountSearch } from './inputs.ts'
import { searchAccounts } from './register.ts'

export const register = new Hono<App>().get(
  '/accounts',
  rule({
    does: 'Look through the accounts of this community',
    for: 'admins',
    pace: 'reading',
    cache: 'never',
    answers: { 200: AccountPage },
  }),
  valid('query', AccountSearch),
  async (c) => finished(c, await searchAccounts(c.var.ctx, c.req.valid('query'))),
)
