import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { closePair } from './closing.ts'
import { Closing, NewNote, Noted, Pair, PairId, PairPage, PairSearch, PairState, Pause } from './inputs.ts'
import { readPair, readPairs } from './mentorships.ts'
import { leaveNote } from './notes.ts'
import { pausePair, resumePair } from './pausing.ts'

const reading = { for: 'members', part: 'mentoring', pace: 'reading', cache: 'private' } as const
const writing = { for: 'members', part: 'mentoring', pace: 'writing', cache: 'never', bodyLimit: 32_768 } as const

export const mentorshipRoutes = new Hono<App>()
  .get(
    '/mentorships',
    rule({ does: 'List one’s own mentorships, the quietest first', ...reading, answers: { 200: PairPage } }),
    valid('query', PairSearch),
    async (c) => finished(c, await readPairs(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/mentorships/:id',
    rule({ does: 'Read a mentorship', ...reading, answers: { 200: Pair } }),
    valid('param', PairId),
    async (c) => c.json(await readPair(c.var.ctx, c.req.valid('param'))),
  )
  .post(
    '/mentorships/:id/notes',
    rule({ does: 'Leave a note for the other', ...writing, answers: { 201: Noted } }),
    valid('param', PairId),
    valid('json', NewNote),
    async (c) => c.json(await leaveNote(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
  )
  .put(
    '/mentorships/:id/pause',
    rule({ does: 'Pause a mentorship until a day', ...writing, answers: { 200: PairState } }),
    valid('param', PairId),
    valid('json', Pause),
    async (c) => c.json(await pausePair(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .delete(
    '/mentorships/:id/pause',
    rule({ does: 'Take a paused mentorship up again', ...writing, answers: { 200: PairState } }),
    valid('param', PairId),
    async (c) => c.json(await resumePair(c.var.ctx, c.req.valid('param'))),
  )
  .put(
    '/mentorships/:id/closing',
    rule({ does: 'Close a mentorship, with everything there is to say', ...writing, answers: { 200: PairState } }),
    valid('param', PairId),
    valid('json', Closing),
    async (c) => c.json(await closePair(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
