import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { readGap } from './gap.ts'
import { readGrowth } from './growth.ts'
import { Gap, GrowingSkill, Growth, Wanted } from './inputs.ts'

const reading = { for: 'members', part: 'mentoring', pace: 'reading', cache: 'private' } as const

export const growthRoutes = new Hono<App>()
  .get(
    '/my/growth',
    rule({ does: 'How far one came in each skill, and who says so', ...reading, answers: { 200: Growth } }),
    async (c) => c.json(await readGrowth(c.var.ctx)),
  )
  .get(
    '/my/growth/:slug',
    rule({
      does: 'What lies between where one is in a skill and where one wants to be',
      ...reading,
      answers: { 200: Gap },
    }),
    valid('param', GrowingSkill),
    valid('query', Wanted),
    async (c) => c.json((await readGap(c.var.ctx, c.req.valid('param'), c.req.valid('query'))).gap),
  )
