import { Hono } from 'hono'
import type { MemberApp } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { readAccount } from './accounts.ts'
import { askForPayout } from './asking.ts'
import { NewPayout, OwnPayoutAccount, PayoutPage, PayoutState } from './inputs.ts'
import { readPayouts } from './payouts.ts'

const reading = { for: 'members', surely: true, pace: 'reading', cache: 'never' } as const

export const payoutRoutes = new Hono<MemberApp>()
  .get(
    '/money/payouts',
    rule({ does: 'List one’s own payouts, the newest first, at most fifty', ...reading, answers: { 200: PayoutPage } }),
    async (c) => c.json(await readPayouts(c.var.ctx)),
  )
  .post(
    '/money/payouts',
    rule({
      does: 'Ask to have one’s money paid out, all that is free or a part of it; one at a time',
      for: 'members',
      surely: true,
      pace: 'writing',
      cache: 'never',
      bodyLimit: 8192,
      answers: { 201: PayoutState },
    }),
    valid('json', NewPayout),
    async (c) => c.json(await askForPayout(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/money/account',
    rule({ does: 'Where one’s money goes, and whether it may', ...reading, answers: { 200: OwnPayoutAccount } }),
    async (c) => c.json(await readAccount(c.var.ctx)),
  )
