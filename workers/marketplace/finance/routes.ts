import { Hono } from 'hono'
import type { MemberApp } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { correct, searchCorrections } from './correcting.ts'
import { exportCsv, exportJson } from './exporting.ts'
import {
  Corrected,
  CorrectionPage,
  CorrectionSearch,
  ExportSearch,
  MakerPage,
  MakerSearch,
  NewCorrection,
  Statement,
  StatementOf,
  StatementSearch,
  TrialBalance,
} from './inputs.ts'
import { readStatement, searchMakers } from './statements.ts'
import { readTrialBalance } from './trial-balance.ts'

const reading = { for: 'admins', pace: 'reading', cache: 'never' } as const

const asFile = (name: string) => ({ 'Content-Disposition': `attachment; filename="${name}"` })

export const finance = new Hono<MemberApp>()
  .get(
    '/finance/trial-balance',
    rule({ does: 'What stands on each side of the books, by currency', ...reading, answers: { 200: TrialBalance } }),
    async (c) => c.json(await readTrialBalance(c.var.ctx)),
  )
  .get(
    '/finance/statements',
    rule({ does: 'Whoever has anything in the books, by handle', ...reading, answers: { 200: MakerPage } }),
    valid('query', MakerSearch),
    async (c) => finished(c, await searchMakers(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/finance/statements/:handle',
    rule({ does: 'A month of a member’s money, booking by booking', ...reading, answers: { 200: Statement } }),
    valid('param', StatementOf),
    valid('query', StatementSearch),
    async (c) => finished(c, await readStatement(c.var.ctx, c.req.valid('param'), c.req.valid('query'))),
  )
  .get(
    '/finance/export.csv',
    rule({ does: 'A month of the books as a table for spreadsheets', ...reading, answers: { 200: 'text/csv' } }),
    valid('query', ExportSearch),
    (c) => {
      const search = c.req.valid('query')
      return c.body(exportCsv(c.var.ctx, search), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        ...asFile(`books-${search.month}.csv`),
      })
    },
  )
  .get(
    '/finance/export.json',
    rule({ does: 'A month of the books as JSON', ...reading, answers: { 200: 'application/json' } }),
    valid('query', ExportSearch),
    (c) => {
      const search = c.req.valid('query')
      return c.body(exportJson(c.var.ctx, search), 200, {
        'Content-Type': 'application/json',
        ...asFile(`books-${search.month}.json`),
      })
    },
  )
  .get(
    '/finance/corrections',
    rule({ does: 'What was put right by hand, the newest first', ...reading, answers: { 200: CorrectionPage } }),
    valid('query', CorrectionSearch),
    async (c) => finished(c, await searchCorrections(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/finance/corrections',
    rule({
      does: 'Put the books right by one more booking, with its reason',
      ...reading,
      pace: 'writing',
      inPerson: true,
      bodyLimit: 8192,
      answers: { 201: Corrected },
    }),
    valid('json', NewCorrection),
    async (c) => c.json(await correct(c.var.ctx, c.req.valid('json')), 201),
  )
