import { crc32 } from 'node:zlib'
import { badRequest } from '../../../lib/errors.ts'
import { type Fetch, listedIn } from '../payments.ts'
import type { Message, Told } from '../port.ts'
import { signingKey } from './certificates.ts'
import { asTold, type Event } from './told.ts'

const AHEAD_MS = 300_000

// Signed are the bytes as they came: the same JSON written in another way is another message. PayPal repeats a message
// for three days under its first date, so age is no sign of forgery; that each counts once is the inbox's care.
export async function hear(env: Env, { headers, body }: Message, outside: Fetch, now: Date): Promise<Told> {
  const header = (name: string) => headers.get(`PayPal-${name}`) ?? ''
  const sentAt = Date.parse(header('Transmission-Time'))
  if (!(sentAt - now.getTime() <= AHEAD_MS) || header('Auth-Algo') !== 'SHA256withRSA') throw notTheirs()
  const key = await signingKey(env, header('Cert-Url'), outside, now)
  const signed = [header('Transmission-Id'), header('Transmission-Time')]
  const candidates = listedIn(env.PAYPAL_WEBHOOK_IDS).map((id) => [...signed, id, crc32(body)].join('|'))
  const signature = bytesOf(header('Transmission-Sig'))
  const holds = await Promise.all(
    candidates.map((text) => crypto.subtle.verify('RSASSA-PKCS1-v1_5', key, signature, new TextEncoder().encode(text))),
  )
  if (!holds.includes(true)) throw notTheirs()
  return asTold(eventIn(body), isLive(env))
}

const isLive = ({ PAYPAL_API_BASE }: Env) => new URL(PAYPAL_API_BASE).hostname === 'api-m.paypal.com'

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  } catch {
    throw notTheirs()
  }
}

function eventIn(body: Uint8Array): Event {
  try {
    const event: Event = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
    if (typeof event.id === 'string' && typeof event.event_type === 'string') return event
  } catch {
    // falls through to the same answer
  }
  throw badRequest('malformed_json', 'This message could not be read.')
}

const notTheirs = () => badRequest('bad_signature', 'The signature of this message does not hold, so it was not read.')
