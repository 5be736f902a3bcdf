import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { LeftNotices, LinkToken, OneClick } from './inputs.ts'
import { leaveNotices } from './leaving.ts'

export const leaving = new Hono<App>().post(
  '/notifications/one-click-leave',
  rule({
    does: 'Stop mails of one kind with one click in a mail program (RFC 8058)',
    for: 'everyone',
    calledFrom: 'anywhere',
    pace: 'writing',
    cache: 'never',
    bodyLimit: 2048,
    answers: { 200: LeftNotices },
  }),
  valid('query', LinkToken),
  valid('form', OneClick),
  async (c) => c.json(await leaveNotices(c.var.ctx, c.req.valid('query'))),
)
