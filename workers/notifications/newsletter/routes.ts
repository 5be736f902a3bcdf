import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { Accepted, Confirmed, LinkToken, NewsletterRequest, OneClick, Unsubscribed } from './inputs.ts'
import { confirmNewsletterRequest, leaveNewsletter, requestNewsletter } from './newsletter.ts'

export const newsletter = new Hono<App>()
  .post(
    '/newsletter',
    rule({
      does: 'Ask for the newsletter; a mail asks to confirm',
      for: 'everyone',
      part: 'newsletter',
      pace: 'writing',
      cache: 'never',
      bodyLimit: 2048,
      answers: { 202: Accepted },
    }),
    valid('json', NewsletterRequest),
    async (c) => c.json(await requestNewsletter(c.var.ctx, c.req.valid('json')), 202),
  )
  .post(
    '/newsletter/confirmation',
    rule({
      does: 'Confirm by the link in the mail',
      for: 'everyone',
      part: 'newsletter',
      pace: 'writing',
      cache: 'never',
      bodyLimit: 2048,
      answers: { 200: Confirmed },
    }),
    valid('json', LinkToken),
    async (c) => c.json(await confirmNewsletterRequest(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/newsletter/one-click-leave',
    rule({
      does: 'Leave the newsletter with one click in a mail program (RFC 8058)',
      for: 'everyone',
      calledFrom: 'anywhere',
      pace: 'writing',
      cache: 'never',
      bodyLimit: 2048,
      answers: { 200: Unsubscribed },
    }),
    valid('query', LinkToken),
    valid('form', OneClick),
    async (c) => c.json(await leaveNewsletter(c.var.ctx, c.req.valid('query'))),
  )
