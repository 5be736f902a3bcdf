import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { NewLink, NewWork, OwnWorkPage, OwnWorksSearch, WorkLink, WorkSlug, WorkState } from './inputs.ts'
import { beginWork, changeWork, removeWork } from './keeping.ts'
import { endLink, makeLink } from './link.ts'
import { readOwnWorks } from './own.ts'

const reading = { for: 'members', part: 'works', pace: 'reading', cache: 'private' } as const
const writing = { for: 'members', part: 'works', pace: 'writing', cache: 'never', bodyLimit: 65_536 } as const

export const ownWorks = new Hono<App>()
  .get(
    '/projects',
    rule({ does: 'List one’s own works, drafts too', ...reading, answers: { 200: OwnWorkPage } }),
    valid('query', OwnWorksSearch),
    async (c) => finished(c, await readOwnWorks(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/projects',
    rule({ does: 'Begin a work of one’s own', ...writing, answers: { 201: WorkState } }),
    valid('json', NewWork),
    async (c) => c.json(await beginWork(c.var.ctx, c.req.valid('json')), 201),
  )
  .put(
    '/projects/:slug',
    rule({ does: 'Change a work, and who may see it', ...writing, answers: { 200: WorkState } }),
    valid('param', WorkSlug),
    valid('json', NewWork),
    async (c) => c.json(await changeWork(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .delete(
    '/projects/:slug',
    rule({ does: 'Take a work down for good', ...writing, answers: { 200: WorkState } }),
    valid('param', WorkSlug),
    async (c) => c.json(await removeWork(c.var.ctx, c.req.valid('param'))),
  )
  .put(
    '/projects/:slug/link',
    rule({
      does: 'Make a secret link to a work, in place of the one before',
      ...writing,
      handsOverSecret: true,
      answers: { 200: WorkLink },
    }),
    valid('param', WorkSlug),
    valid('json', NewLink),
    async (c) => c.json(await makeLink(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .delete(
    '/projects/:slug/link',
    rule({ does: 'Let the secret link end now', ...writing, answers: { 200: WorkState } }),
    valid('param', WorkSlug),
    async (c) => c.json(await endLink(c.var.ctx, c.req.valid('param'))),
  )
