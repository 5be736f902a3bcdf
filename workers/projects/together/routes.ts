import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { WorkSlug } from '../own/inputs.ts'
import { agree, askCollaborator, leaveOut } from './collaborating.ts'
import { Collaboration, CollaboratorOf, NewCollaborator } from './inputs.ts'

const writing = { for: 'members', part: 'works', pace: 'writing', cache: 'never', bodyLimit: 8192 } as const

export const together = new Hono<App>()
  .post(
    '/projects/:slug/collaborators',
    rule({ does: 'Ask somebody whether they made it too', ...writing, answers: { 201: Collaboration } }),
    valid('param', WorkSlug),
    valid('json', NewCollaborator),
    async (c) => c.json(await askCollaborator(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
  )
  .put(
    '/projects/:slug/collaboration',
    rule({ does: 'Agree to be named beside a work', ...writing, answers: { 200: Collaboration } }),
    valid('param', WorkSlug),
    async (c) => c.json(await agree(c.var.ctx, c.req.valid('param'))),
  )
  .delete(
    '/projects/:slug/collaborators/:handle',
    rule({
      does: 'Take a name off a work: its maker, or whoever bears it',
      ...writing,
      answers: { 200: Collaboration },
    }),
    valid('param', CollaboratorOf),
    async (c) => c.json(await leaveOut(c.var.ctx, c.req.valid('param'))),
  )
