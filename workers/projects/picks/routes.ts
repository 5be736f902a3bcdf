import { Hono } from 'hono'
import { z } from 'zod'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { WorkSlug } from '../own/inputs.ts'
import { pick, unpick } from './picking.ts'

const Picked = z.strictObject({ slug: z.string() })
const writing = { for: 'organisers', part: 'works', pace: 'writing', cache: 'never' } as const

export const picks = new Hono<App>()
  .put(
    '/projects/:slug/pick',
    rule({ does: 'Show a work among those the house picked', ...writing, answers: { 200: Picked } }),
    valid('param', WorkSlug),
    async (c) => c.json(await pick(c.var.ctx, c.req.valid('param'))),
  )
  .delete(
    '/projects/:slug/pick',
    rule({ does: 'Take it from among them', ...writing, answers: { 200: Picked } }),
    valid('param', WorkSlug),
    async (c) => c.json(await unpick(c.var.ctx, c.req.valid('param'))),
  )
