import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { readPreferences, standingsOf } from './comparing.ts'
import { readConsent, sayConsent } from './consent.ts'
import { preferencesAsLines } from './handing-out.ts'
import { ComparedTask, Consent, ExportSearch, NewPreference, Preferred, Standings } from './inputs.ts'
import { prefer } from './preferring.ts'

const reading = { for: 'members', part: 'mentoring', pace: 'reading', cache: 'private' } as const
const writing = { for: 'members', part: 'mentoring', pace: 'writing', cache: 'never', bodyLimit: 8192 } as const

export const preferenceRoutes = new Hono<App>()
  .post(
    '/preferences',
    rule({ does: 'Say which of two versions is better, and why', ...writing, answers: { 201: Preferred } }),
    valid('json', NewPreference),
    async (c) => c.json(await prefer(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/tasks/:id/standings',
    rule({
      does: 'The versions of a task in the order that all choices make most likely',
      ...reading,
      answers: { 200: Standings },
    }),
    valid('param', ComparedTask),
    async (c) => c.json(standingsOf(await readPreferences(c.var.ctx, c.req.valid('param')))),
  )
  .get(
    '/my/preference-consent',
    rule({ does: 'Whether one’s choices may leave the house, without a name', ...reading, answers: { 200: Consent } }),
    async (c) => c.json(await readConsent(c.var.ctx)),
  )
  .put(
    '/my/preference-consent',
    rule({
      does: 'Let one’s choices leave the house without a name, or no longer',
      ...writing,
      answers: { 200: Consent },
    }),
    valid('json', Consent),
    async (c) => c.json(await sayConsent(c.var.ctx, c.req.valid('json'))),
  )
  .get(
    '/preferences/lines',
    rule({
      does: 'The choices of everybody who agreed, without names, a line of JSON each; the header Guildhall-Next says where it goes on',
      for: 'organisers',
      part: 'mentoring',
      pace: 'reading',
      cache: 'never',
      answers: { 200: 'application/jsonl' },
    }),
    valid('query', ExportSearch),
    async (c) => {
      const { lines, next } = await preferencesAsLines(c.var.ctx, c.req.valid('query'))
      return c.body(lines, 200, {
        'Content-Type': 'application/jsonl; charset=utf-8',
        'Content-Disposition': 'attachment; filename="preferences.jsonl"',
        ...(next && { 'Guildhall-Next': next }),
      })
    },
  )
