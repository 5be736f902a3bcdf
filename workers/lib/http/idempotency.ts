import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { Once } from '../context.ts'
import { badRequest } from '../errors.ts'
import type { App } from './app.ts'

const KEY = /^[\x21-\x7e]{8,200}$/

// The same key with the same request is answered once; a body, where there is one, is part of the request. Only POST
// needs it: to put or to delete twice is the same as once.
export function answerOnce(c: Context<App>, body = '') {
  if (c.req.method !== 'POST') return
  const once = onceFor(c.req.raw, body)
  if (once) c.set('ctx', { ...c.var.ctx, once })
}

export function onceFor(request: Request, body: string): Once | undefined {
  const key = request.headers.get('Idempotency-Key')
  if (key === null) return undefined
  if (!KEY.test(key)) throw badRequest('bad_idempotency_key', 'An Idempotency-Key has 8 to 200 visible characters.')
  const { pathname, search } = new URL(request.url)
  const asked = `${request.method} ${pathname}${search}\n${body}`
  return { key, fingerprint: createHash('sha256').update(asked).digest('base64url') }
}
