import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { NewSubscription, Subscribed, SubscriptionId } from './inputs.ts'
import { subscribe, unsubscribe } from './subscriptions.ts'

export const push = new Hono<App>()
  .post(
    '/push-subscriptions',
    rule({
      does: 'Let this browser show notices as they happen',
      for: 'members',
      pace: 'writing',
      cache: 'never',
      bodyLimit: 4096,
      answers: { 201: Subscribed },
    }),
    valid('json', NewSubscription),
    async (c) => c.json(await subscribe(c.var.ctx, c.req.valid('json')), 201),
  )
  .delete(
    '/push-subscriptions/:id',
    rule({
      does: 'No longer show notices on one device',
      for: 'members',
      pace: 'writing',
      cache: 'never',
      answers: { 204: 'Nothing more is shown there' },
    }),
    valid('param', SubscriptionId),
    async (c) => {
      await unsubscribe(c.var.ctx, c.req.valid('param'))
      return c.body(null, 204)
    },
  )
