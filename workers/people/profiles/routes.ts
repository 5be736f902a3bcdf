import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { MemberHandle, Profile, SeenAs } from './inputs.ts'
import { readProfile } from './profile.ts'

export const profiles = new Hono<App>().get(
  '/members/:handle',
  rule({
    does: 'Read a profile: what its member shows you',
    for: 'visitors',
    pace: 'reading',
    cache: 'private',
    answers: { 200: Profile },
  }),
  valid('param', MemberHandle),
  valid('query', SeenAs),
  async (c) => c.json(await readProfile(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('query') })),
)
