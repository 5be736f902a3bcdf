import { Hono } from 'hono'
import { notFound } from '../../lib/errors.ts'
import type { App } from '../../lib/http/app.ts'
import { readBytes } from '../../lib/http/body.ts'
import { type Rule, rule } from '../../lib/http/rule.ts'
import type { ProviderName } from './port.ts'

const LARGEST = 256 * 1024

const told = (by: string) =>
  ({
    does: `Hear from ${by}: what is signed is kept once, and looked into afterwards`,
    for: 'everyone',
    pace: 'signed',
    cache: 'never',
    calledFrom: 'who signs',
    bodyLimit: LARGEST,
    answers: { 200: 'It is kept.' },
  }) satisfies Rule

export const webhooks = new Hono<App>()
  .post('/webhooks/stripe', rule(told('Stripe')), (c) => hear(c.var.ctx, 'stripe', c.req.raw))
  .post('/webhooks/paypal', rule(told('PayPal')), (c) => hear(c.var.ctx, 'paypal', c.req.raw))

async function hear(ctx: App['Variables']['ctx'], provider: ProviderName, request: Request): Promise<Response> {
  if (!ctx.payments.offered.includes(provider)) throw notFound('address')
  const [by, body] = await Promise.all([ctx.payments.through(provider), readBytes(request, LARGEST)])
  const message = await by.hear({ headers: request.headers, body }, ctx.now).catch((error) => {
    ctx.log.warn('webhook refused', { provider, error })
    throw error
  })
  const { take } = await import('./inbox.ts')
  await take(ctx, provider, message)
  return new Response('', { status: 200 })
}
