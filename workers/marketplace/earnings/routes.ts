import { Hono } from 'hono'
import type { MemberApp } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { readMoney } from './earnings.ts'
import { MoneySearch, OwnMoney } from './inputs.ts'

export const earningRoutes = new Hono<MemberApp>().get(
  '/money',
  rule({
    does: 'What one’s sales brought, where it is now, and what it grows into',
    for: 'members',
    pace: 'reading',
    cache: 'never',
    answers: { 200: OwnMoney },
  }),
  valid('query', MoneySearch),
  async (c) => c.json(await readMoney(c.var.ctx, c.req.valid('query'))),
)
