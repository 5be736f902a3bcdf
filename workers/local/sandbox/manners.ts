import type { Context, MiddlewareHandler } from 'hono'
import { type Shelf, Wrong } from './shelf.ts'

// What a network and a large service do to everybody: they break off, fail, are busy, and remember keys.
export const withManners =
  (shelf: Shelf, keyHeader: 'Idempotency-Key' | 'PayPal-Request-Id'): MiddlewareHandler =>
  async (c, next) => {
    const fault = takeFault(shelf, c.req.path)
    if (fault === 'down') throw new TypeError('The sandbox cannot be reached.')
    if (fault === 'busy') return c.json({ error: { type: 'rate_limit_error', message: 'Too many requests' } }, 429)
    if (fault === 'locked')
      return c.json({ error: { type: 'idempotency_error', code: 'idempotency_key_in_use', message: 'In use' } }, 409)
    await answerOnce(shelf, c, keyHeader, async () => {
      if (fault === 'broken') c.res = c.json({ error: { type: 'api_error', message: 'An unknown error' } }, 500)
      else await next()
    })
    if (fault === 'lost') throw new TypeError('The answer of the sandbox was lost.')
    return undefined
  }

function takeFault(shelf: Shelf, path: string) {
  const fault = shelf.faults.find(({ at, times }) => times > 0 && path.includes(at))
  if (fault) fault.times -= 1
  return fault?.how
}

async function answerOnce(shelf: Shelf, c: Context, header: string, work: () => Promise<void>) {
  const key = c.req.header(header)
  if (c.req.method !== 'POST' || !key) return await work()
  const name = `${header} ${c.req.header('Stripe-Account') ?? ''} ${key}`
  const asked = `${c.req.path}\n${await c.req.text()}`
  const kept = shelf.kept[name]
  if (kept && kept.asked !== asked) throw otherRequest(header, key)
  if (kept) {
    c.res = new Response(kept.body, {
      status: kept.status,
      headers: { 'Content-Type': 'application/json', 'Idempotent-Replayed': 'true' },
    })
    return undefined
  }
  await work()
  // What was refused before it began is not remembered. A failure is, by Stripe; PayPal looks once more.
  if (c.res.ok || (header === 'Idempotency-Key' && (c.res.status === 402 || c.res.status >= 500)))
    shelf.kept[name] = { asked, status: c.res.status, body: await c.res.clone().text() }
  return undefined
}

const otherRequest = (header: string, key: string) =>
  header === 'Idempotency-Key'
    ? new Wrong(400, {
        error: {
          type: 'idempotency_error',
          message: `Keys for idempotent requests can only be used with the same parameters they were first used with: '${key}'.`,
        },
      })
    : new Wrong(422, { name: 'UNPROCESSABLE_ENTITY', details: [{ issue: 'DUPLICATE_REQUEST_ID' }] })
