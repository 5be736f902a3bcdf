import { Hono } from 'hono'
import type { MemberApp } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { askForCopy, fileOfCopy, readCopy } from './copies.ts'
import { NewCopy, SiteCopy } from './inputs.ts'

const reading = { for: 'members', pace: 'reading', cache: 'never' } as const

export const copyRoutes = new Hono<MemberApp>()
  .get(
    '/site/copy',
    rule({ does: 'How far the copy of one’s own site is', ...reading, answers: { 200: SiteCopy } }),
    async (c) => c.json(await readCopy(c.var.ctx)),
  )
  .put(
    '/site/copy',
    rule({
      does: 'Ask for a copy of one’s own site that works anywhere, as a zip',
      for: 'members',
      pace: 'writing',
      cache: 'never',
      bodyLimit: 2048,
      answers: { 202: SiteCopy },
    }),
    valid('json', NewCopy),
    async (c) => c.json(await askForCopy(c.var.ctx, c.req.valid('json')), 202),
  )
  .get(
    '/site/copy/file',
    rule({ does: 'Take the copy of one’s own site home', ...reading, answers: { 200: 'The zip' } }),
    async (c) => {
      const file = await fileOfCopy(c.var.ctx)
      return c.body(file.body, 200, {
        'Content-Type': 'application/zip',
        'Content-Length': String(file.size),
        'Content-Disposition': `attachment; filename="${c.var.ctx.member.handle}.zip"`,
      })
    },
  )
