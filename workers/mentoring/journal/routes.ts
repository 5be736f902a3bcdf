import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { ChangedEntry, EntryId, EntryPage, EntryState, JournalSearch, NewEntry, NewShare } from './inputs.ts'
import { readJournal } from './journal.ts'
import { changeEntry, removeEntry, shareEntry, takeBack, writeEntry } from './writing.ts'

const reading = { for: 'members', part: 'mentoring', pace: 'reading', cache: 'private' } as const
const writing = { for: 'members', part: 'mentoring', pace: 'writing', cache: 'never', bodyLimit: 65_536 } as const

export const journalRoutes = new Hono<App>()
  .get(
    '/journal',
    rule({ does: 'List one’s own journal, the newest entry first', ...reading, answers: { 200: EntryPage } }),
    valid('query', JournalSearch),
    async (c) => finished(c, await readJournal(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/journal',
    rule({ does: 'Write into one’s journal', ...writing, answers: { 201: EntryState } }),
    valid('json', NewEntry),
    async (c) => c.json(await writeEntry(c.var.ctx, c.req.valid('json')), 201),
  )
  .put(
    '/journal/:id',
    rule({ does: 'Change an entry', ...writing, answers: { 200: EntryState } }),
    valid('param', EntryId),
    valid('json', ChangedEntry),
    async (c) => c.json(await changeEntry(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .delete(
    '/journal/:id',
    rule({ does: 'Tear an entry out', ...writing, answers: { 200: EntryState } }),
    valid('param', EntryId),
    async (c) => c.json(await removeEntry(c.var.ctx, c.req.valid('param'))),
  )
  .put(
    '/journal/:id/share',
    rule({ does: 'Let one person read an entry for some days', ...writing, answers: { 200: EntryState } }),
    valid('param', EntryId),
    valid('json', NewShare),
    async (c) => c.json(await shareEntry(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .delete(
    '/journal/:id/share',
    rule({ does: 'Take back what was shared', ...writing, answers: { 200: EntryState } }),
    valid('param', EntryId),
    async (c) => c.json(await takeBack(c.var.ctx, c.req.valid('param'))),
  )
