import Stripe from 'stripe'
import { badRequest } from '../../../lib/errors.ts'
import { listedIn } from '../payments.ts'
import type { Message, Told } from '../port.ts'
import { isLive } from './client.ts'
import { asTold } from './told.ts'

const OLDEST_SECONDS = 300

const crypto = Stripe.createSubtleCryptoProvider()

export async function hear(env: Env, { headers, body }: Message, now: Date): Promise<Told> {
  const signature = headers.get('Stripe-Signature') ?? ''
  refuseTheFuture(signature, now)
  const event = await signedByOne(listedIn(env.STRIPE_WEBHOOK_SECRETS), body, signature, now)
  if (event.livemode !== isLive(env)) throw badRequest('wrong_mode', 'This message belongs to another mode of Stripe.')
  return asTold(event)
}

async function signedByOne(secrets: string[], body: Uint8Array, signature: string, now: Date) {
  for (const secret of secrets) {
    const event = await signedWith(secret, body, signature, now).catch(() => undefined)
    if (event?.object === 'event') return event
  }
  throw notTheirs()
}

const signedWith = (secret: string, body: Uint8Array, signature: string, now: Date) =>
  Stripe.webhooks.constructEventAsync(
    new TextDecoder('utf-8', { fatal: true }).decode(body),
    signature,
    secret,
    OLDEST_SECONDS,
    crypto,
    now.getTime(),
  )

// The SDK refuses what is too old, and takes what is dated ahead.
function refuseTheFuture(signature: string, now: Date) {
  const seconds = Number(/(?:^|,)t=(\d+)/.exec(signature)?.[1])
  if (!(seconds * 1000 - now.getTime() <= OLDEST_SECONDS * 1000)) throw notTheirs()
}

const notTheirs = () => badRequest('bad_signature', 'The signature of this message does not hold, so it was not read.')
