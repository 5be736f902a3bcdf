import { Hono } from 'hono'
import type { MemberApp } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { keepChanged } from './arranging/arranging.ts'
import { keepPage, removePage } from './arranging/own-pages.ts'
import { readChecklist } from './checking/checklist.ts'
import {
  ChangedDesign,
  Checklist,
  MySite,
  PageAddress,
  Publishing,
  Site,
  VersionNumber,
  WrittenPage,
} from './inputs.ts'
import { readMySite } from './own.ts'
import { readPublishing } from './publishing.ts'
import { close, goBack, publish } from './sites.ts'

const reading = { for: 'members', pace: 'reading', cache: 'never' } as const
const writing = { for: 'members', pace: 'writing', cache: 'never' } as const

export const siteRoutes = new Hono<MemberApp>()
  .get('/site', rule({ does: 'One’s own site, as one works on it', ...reading, answers: { 200: MySite } }), async (c) =>
    c.json(await readMySite(c.var.ctx)),
  )
  .put(
    '/site',
    rule({
      does: 'Change one’s own site but for its pages; others see it once it is published',
      ...writing,
      answers: { 200: Site },
    }),
    valid('json', ChangedDesign),
    async (c) => c.json(await keepChanged(c.var.ctx, c.req.valid('json'))),
  )
  .put(
    '/site/pages/:slug',
    rule({
      does: 'Write a page of one’s own site, or give it another address',
      ...writing,
      answers: { 200: WrittenPage },
    }),
    valid('param', PageAddress),
    valid('json', WrittenPage),
    async (c) => c.json(await keepPage(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .delete(
    '/site/pages/:slug',
    rule({ does: 'Take a page away from one’s own site', ...writing, answers: { 200: Site } }),
    valid('param', PageAddress),
    async (c) => c.json(await removePage(c.var.ctx, c.req.valid('param'))),
  )
  .get(
    '/site/checklist',
    rule({ does: 'What to look at before one’s own site is published', ...reading, answers: { 200: Checklist } }),
    async (c) => {
      const { mayPublish, findings } = await readChecklist(c.var.ctx)
      return c.json({ mayPublish, findings })
    },
  )
  .get(
    '/site/publishing',
    rule({ does: 'How far the publishing of one’s own site is', ...reading, answers: { 200: Publishing } }),
    async (c) => c.json(await readPublishing(c.var.ctx)),
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
