import { setTimeout as wait } from 'node:timers/promises'
import Stripe from 'stripe'
import { signedByStripe } from '../sandbox/deliver.ts'
import type { House } from './house.ts'
import { median } from './measure.ts'

export type Answers = { p50: number; p99: number; failed: number }

const RATE = 50

// What Stripe would tell on a busy evening: signed anew, each of another payment. An answer that is late begins its time when
// the message was due.
export async function webhookTimes({ guildhall, vars }: House, seconds: number): Promise<Answers> {
  for (let n = 0; n < RATE; n++) await tell(guildhall.url, vars.STRIPE_WEBHOOK_SECRETS)
  const start = performance.now()
  const told: Promise<number | undefined>[] = []
  for (let n = 0; n < RATE * seconds; n++) {
    const due = start + (n * 1000) / RATE
    await wait(Math.max(0, due - performance.now()))
    told.push(
      tell(guildhall.url, vars.STRIPE_WEBHOOK_SECRETS).then((isTaken) =>
        isTaken ? performance.now() - due : undefined,
      ),
    )
  }
  const times = (await Promise.all(told)).filter((ms) => ms !== undefined).sort((one, other) => one - other)
  return { p50: median(times), p99: times[Math.floor(times.length * 0.99)] ?? 0, failed: told.length - times.length }
}

async function tell(url: string, secret: string): Promise<boolean> {
  const body = JSON.stringify({
    id: `evt_${crypto.randomUUID()}`,
    object: 'event',
    api_version: Stripe.API_VERSION,
    created: Math.floor(Date.now() / 1000),
    data: {
      object: {
        id: `cs_test_${crypto.randomUUID()}`,
        object: 'checkout.session',
        metadata: { purchase: crypto.randomUUID() },
      },
    },
    livemode: false,
    pending_webhooks: 1,
    request: null,
    type: 'checkout.session.completed',
  })
  const headers = { 'Content-Type': 'application/json', ...(await signedByStripe(secret, body)) }
  return (await fetch(`${url}/webhooks/stripe`, { method: 'POST', headers, body })).status === 200
}
