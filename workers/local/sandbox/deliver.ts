import Stripe from 'stripe'
import { type Signer, signedByPaypal } from './paypal/signing.ts'
import type { Delivery, Shelf } from './shelf.ts'

export type Post = (address: string, init: RequestInit) => Promise<Response>
type To = { shelf: Shelf; hooks: string; secret: string; signer: () => Signer; post: Post }

const MOST = 12

// Sends what is due; what was not taken comes again later, for as long as anybody would try.
export async function deliver(to: To): Promise<number> {
  const { shelf } = to
  if (shelf.manner.held) return 0
  const due = shelf.deliveries.filter((one) => !one.taken && one.attempts < MOST && one.dueAt <= Date.now())
  const rounds = Array.from({ length: shelf.manner.copies }, () => due).flat()
  const inOrder = shelf.manner.shuffled ? rounds.toSorted(() => Math.random() - 0.5) : rounds
  for (const one of inOrder) await deliverOne(to, one)
  return due.length
}

async function deliverOne(to: To, delivery: Delivery) {
  delivery.attempts += 1
  delivery.dueAt = Date.now() + Math.min(1000 * 2 ** delivery.attempts, 3_600_000)
  const answer = await sendOne(to, delivery).catch(() => undefined)
  if (answer?.ok) delivery.taken = true
}

export async function sendOne(to: To, { provider, event }: Pick<Delivery, 'provider' | 'event'>): Promise<Response> {
  const { shelf, hooks, post } = to
  const body = JSON.stringify(shelf[provider].events[event])
  const headers =
    provider === 'stripe' ? await signedByStripe(to.secret, body) : signedByPaypal(to.signer(), event, body)
  return await post(`${hooks}/webhooks/${provider}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    body,
  })
}

export async function signedByStripe(secret: string, payload: string, timestamp = Math.floor(Date.now() / 1000)) {
  const header = await Stripe.webhooks.generateTestHeaderStringAsync({ payload, secret, timestamp } as never)
  return { 'Stripe-Signature': header }
}
