import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { ProgramSlug } from '#workers/mentoring/programs/inputs.ts'
import { changeGroup, dissolveGroup, formGroup } from './groups.ts'
import { Group, GroupId, OneGroup } from './inputs.ts'

const organising = {
  for: 'organisers',
  part: 'mentoring',
  pace: 'writing',
  cache: 'never',
  bodyLimit: 16_384,
} as const

export const pairingGroupRoutes = new Hono<App>()
  .post(
    '/programs/:slug/pairing/groups',
    rule({ does: 'Say which mentors take how many together', ...organising, answers: { 201: GroupId } }),
    valid('param', ProgramSlug),
    valid('json', Group),
    async (c) => c.json(await formGroup(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
  )
  .put(
    '/programs/:slug/pairing/groups/:id',
    rule({ does: 'Change which mentors take how many together', ...organising, answers: { 200: GroupId } }),
    valid('param', OneGroup),
    valid('json', Group),
    async (c) => c.json(await changeGroup(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .delete(
    '/programs/:slug/pairing/groups/:id',
    rule({ does: 'Let go of what mentors take together', ...organising, answers: { 200: GroupId } }),
    valid('param', OneGroup),
    async (c) => c.json(await dissolveGroup(c.var.ctx, c.req.valid('param'))),
  )
