import type { Ctx } from '#workers/lib/context.ts'
import { Refusal } from '#workers/lib/errors.ts'
import { allowedUrl, fetchOutside } from '#workers/lib/outside.ts'
import { sealed, vapid } from './sealing.ts'

export type Subscription = { endpoint: string; publicKey: string; secret: string }
export type Push = { title: string; body: string; url: string; tag: string; unread: number }

// The services that browsers of today speak to. An address is given by a browser, so it could be anything.
const SERVICES =
  /^(fcm\.googleapis\.com|(?:[\w-]+\.)*push\.services\.mozilla\.com|(?:[\w-]+\.)*notify\.windows\.com|(?:[\w-]+\.)*push\.apple\.com)$/

export function insistOnPushService(endpoint: string) {
  if (!SERVICES.test(allowedUrl(endpoint).hostname))
    throw new Refusal(422, 'url_not_allowed', 'This is not the address of a push service we know.')
}

// Bytes that are no point on the curve could never be written to.
export async function insistOnKey(publicKey: string) {
  const raw = Buffer.from(publicKey, 'base64url')
  await crypto.subtle.importKey('raw', raw, { name: 'ECDH', namedCurve: 'P-256' }, false, []).catch(() => {
    throw new Refusal(422, 'validation_failed', 'The key of this browser is not complete.', {
      issues: [{ path: 'publicKey', message: 'This is not a key.' }],
    })
  })
}

const TTL_SECONDS = 12 * 60 * 60

// Told apart: it got there, nobody is there any more, or it may be tried again (an error).
export async function push(
  ctx: Ctx,
  { endpoint, publicKey, secret }: Subscription,
  payload: Push,
): Promise<'sent' | 'gone'> {
  insistOnPushService(endpoint)
  const headers = {
    Authorization: await vapid(ctx.env.PUSH_KEY, new URL(endpoint).origin, contactOf(ctx.env), ctx.now),
    'Content-Encoding': 'aes128gcm',
    'Content-Type': 'application/octet-stream',
    TTL: String(TTL_SECONDS),
    Urgency: 'normal',
  }
  const body = await sealed(JSON.stringify(payload), { publicKey, secret })
  const { status } = await fetchOutside(ctx, endpoint, { method: 'POST', headers, body, bytes: 10_000 })
  if (status === 404 || status === 410) return 'gone'
  if (status >= 400) throw new Error(`The push service answered ${status}.`)
  return 'sent'
}

const contactOf = (env: Env) => (env.OPERATOR_EMAIL ? `mailto:${env.OPERATOR_EMAIL}` : env.ORIGIN)
