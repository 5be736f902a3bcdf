import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { countUnread, listInbox } from './inbox.ts'
import { InboxPage, InboxSearch, NoticeId, Reading, Unread } from './inputs.ts'
import { markRead, markUnread } from './reading.ts'

// A browser asks every minute: as long as nothing changed, it is answered without a body.
const ASK_AGAIN = 'private, no-cache'

export const inbox = new Hono<App>()
  .get(
    '/inbox',
    rule({
      does: 'What happened for this member, newest first, in groups',
      for: 'members',
      pace: 'reading',
      cache: 'private',
      answers: { 200: InboxPage },
    }),
    valid('query', InboxSearch),
    async (c) => c.json(await listInbox(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/inbox/unread',
    rule({
      does: 'How many notices this member has not read, up to 100',
      for: 'members',
      pace: 'reading',
      cache: 'private',
      answers: { 200: Unread, 304: 'As many as before' },
    }),
    async (c) => {
      const counted = await countUnread(c.var.ctx)
      const headers = { ETag: `"${counted.unread}"`, 'Cache-Control': ASK_AGAIN }
      return c.req.header('If-None-Match') === headers.ETag ? c.body(null, 304, headers) : c.json(counted, 200, headers)
    },
  )
  .put(
    '/inbox/readings',
    rule({
      does: 'Mark a group of notices as read, or all up to one',
      for: 'members',
      pace: 'writing',
      cache: 'never',
      bodyLimit: 1024,
      answers: { 200: Unread },
    }),
    valid('json', Reading),
    async (c) => c.json(await markRead(c.var.ctx, c.req.valid('json'))),
  )
  .delete(
    '/inbox/readings/:id',
    rule({
      does: 'Mark a group of notices as not read after all',
      for: 'members',
      pace: 'writing',
      cache: 'never',
      answers: { 200: Unread },
    }),
    valid('param', NoticeId),
    async (c) => c.json(await markUnread(c.var.ctx, c.req.valid('param'))),
  )
