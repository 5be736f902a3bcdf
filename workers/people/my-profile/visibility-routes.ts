import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { arriveAt, editVisibility, readMyVisibility } from './my-visibility.ts'
import { Arrival, MyVisibility, VisibilityEdit } from './visibility-inputs.ts'

const writing = { for: 'members', pace: 'writing', cache: 'never', bodyLimit: 2048 } as const

export const myVisibilityRoutes = new Hono<App>()
  .get(
    '/my/visibility',
    rule({
      does: 'Read who sees which part of your profile',
      for: 'members',
      pace: 'reading',
      cache: 'never',
      answers: { 200: MyVisibility },
    }),
    async (c) => c.json(await readMyVisibility(c.var.ctx)),
  )
  .put(
    '/my/visibility',
    rule({ does: 'Choose who sees which part of your profile', ...writing, answers: { 200: MyVisibility } }),
    valid('json', VisibilityEdit),
    async (c) => c.json(await editVisibility(c.var.ctx, c.req.valid('json'))),
  )
  .put(
    '/my/arrival',
    rule({ does: 'Go on to the next step of arriving', ...writing, answers: { 200: Arrival } }),
    valid('json', Arrival),
    async (c) => c.json(await arriveAt(c.var.ctx, c.req.valid('json'))),
  )
