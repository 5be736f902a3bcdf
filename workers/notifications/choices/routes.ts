import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { choose, readChoices } from './choices.ts'
import { Choices, Chosen } from './inputs.ts'

export const choices = new Hono<App>()
  .get(
    '/notification-choices',
    rule({
      does: 'What reaches this member, by which way and when',
      for: 'members',
      pace: 'reading',
      cache: 'never',
      answers: { 200: Chosen },
    }),
    async (c) => c.json((await readChoices(c.var.ctx)).chosen),
  )
  .put(
    '/notification-choices',
    rule({
      does: 'Choose what reaches you, by which way and when; kinds that are not named stay as they are',
      for: 'members',
      pace: 'writing',
      cache: 'never',
      bodyLimit: 8192,
      answers: { 200: Chosen },
    }),
    valid('json', Choices),
    async (c) => c.json(await choose(c.var.ctx, c.req.valid('json'))),
  )
