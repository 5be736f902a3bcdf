import { Hono } from 'hono'
import type { MemberApp } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { ChangedDesign, DESIGN_BYTES, MySite, Site, VersionNumber } from './inputs.ts'
import { readMySite } from './own.ts'
import { close, goBack, keepDesign, publish } from './sites.ts'

const reading = { for: 'members', pace: 'reading', cache: 'never' } as const
const writing = { for: 'members', pace: 'writing', cache: 'never' } as const

export const siteRoutes = new Hono<MemberApp>()
  .get('/site', rule({ does: 'One’s own site, as one works on it', ...reading, answers: { 200: MySite } }), async (c) =>
    c.json(await readMySite(c.var.ctx)),
  )
  .put(
    '/site',
    rule({
      does: 'Change one’s own site; others see it once it is published',
      ...writing,
      bodyLimit: DESIGN_BYTES,
      answers: { 200: Site },
    }),
    valid('json', ChangedDesign),
    async (c) => c.json(await keepDesign(c.var.ctx, c.req.valid('json'))),
  )
  .put(
    '/site/open',
    rule({ does: 'Publish one’s own site as it is now', ...writing, answers: { 200: Site } }),
    async (c) => c.json(await publish(c.var.ctx)),
  )
  .delete(
    '/site/open',
    rule({ does: 'Take one’s own site down; all of it stays for oneself', ...writing, answers: { 200: Site } }),
    async (c) => c.json(await close(c.var.ctx)),
  )
  .put(
    '/site/versions/:number/open',
    rule({ does: 'Publish an earlier version of one’s own site once more', ...writing, answers: { 200: Site } }),
    valid('param', VersionNumber),
    async (c) => c.json(await goBack(c.var.ctx, c.req.valid('param'))),
  )
