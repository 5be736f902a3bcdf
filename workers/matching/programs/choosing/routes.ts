import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { ProgramSlug } from '#workers/mentoring/programs/inputs.ts'
import { choose, readChoosing } from './choosing.ts'
import { Choices, Choosing } from './inputs.ts'

const members = { for: 'members', part: 'mentoring', cache: 'never' } as const

export const choosingRoutes = new Hono<App>()
  .get(
    '/programs/:slug/choices',
    rule({
      does: 'Read whom one could be with in a program, and whom one would like',
      ...members,
      pace: 'reading',
      answers: { 200: Choosing },
    }),
    valid('param', ProgramSlug),
    async (c) => {
      const { name: _, ...choosing } = await readChoosing(c.var.ctx, c.req.valid('param'))
      return c.json(choosing)
    },
  )
  .put(
    '/programs/:slug/choices',
    rule({
      does: 'Say whom one would like to be with in a program, and with whom rather not',
      ...members,
      pace: 'writing',
      bodyLimit: 16_384,
      answers: { 204: 'Kept' },
    }),
    valid('param', ProgramSlug),
    valid('json', Choices),
    async (c) => {
      await choose(c.var.ctx, c.req.valid('param'), c.req.valid('json'))
      return c.body(null, 204)
    },
  )
