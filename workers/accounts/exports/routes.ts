import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { askForExport, fileOfExport, ownExports } from './exports.ts'
import { DataExport, DataExports, ExportId } from './inputs.ts'

export const dataExports = new Hono<App>()
  .get(
    '/data-exports',
    rule({
      does: 'See how far one’s own exports are',
      for: 'members',
      surely: true,
      inPerson: true,
      pace: 'reading',
      cache: 'never',
      answers: { 200: DataExports },
    }),
    async (c) => c.json({ exports: await ownExports(c.var.ctx) }),
  )
  .post(
    '/data-exports',
    rule({
      does: 'Ask for all that the house knows about oneself',
      for: 'members',
      surely: true,
      inPerson: true,
      pace: 'writing',
      cache: 'never',
      answers: { 202: DataExport },
    }),
    async (c) => c.json(await askForExport(c.var.ctx), 202),
  )
  .get(
    '/data-exports/:id/file',
    rule({
      does: 'Take one’s own export home, as a zip',
      for: 'members',
      surely: true,
      inPerson: true,
      pace: 'reading',
      cache: 'never',
      answers: { 200: 'The zip' },
    }),
    valid('param', ExportId),
    async (c) => {
      const file = await fileOfExport(c.var.ctx, c.req.valid('param'))
      return c.body(file.body, 200, {
        'Content-Type': 'application/zip',
        'Content-Length': String(file.size),
        'Content-Disposition': 'attachment; filename="my-guildhall.zip"',
      })
    },
  )
