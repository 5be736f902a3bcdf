import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { findMembers } from './directory.ts'
import { MemberPage, MemberSearch, MentorSearch } from './inputs.ts'

const reading = { for: 'visitors', pace: 'reading', cache: 'private', answers: { 200: MemberPage } } as const

export const directory = new Hono<App>()
  .get('/members', rule({ does: 'Find members', ...reading }), valid('query', MemberSearch), async (c) =>
    c.json(await findMembers(c.var.ctx, c.req.valid('query'), 'members')),
  )
  .get(
    '/mentors',
    rule({ does: 'Find a mentor', part: 'mentoring', ...reading }),
    valid('query', MentorSearch),
    async (c) => c.json(await findMembers(c.var.ctx, c.req.valid('query'), 'mentors')),
  )
