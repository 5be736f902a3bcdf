import type Stripe from 'stripe'
import type { Refunding } from '../port.ts'
import { refundState } from './looking.ts'
import { once } from './once.ts'

export async function refund(stripe: Stripe, { captureRef, minor, key, reason }: Refunding) {
  const done = await once(key, {
    find: () => refundWith(stripe, captureRef, key),
    make: (idempotencyKey) =>
      stripe.refunds.create(
        {
          charge: captureRef,
          amount: minor,
          reason: 'requested_by_customer',
          metadata: { key, reason: reason.slice(0, 500) },
        },
        { idempotencyKey },
      ),
  })
  return { ref: done.id, state: refundState(done) }
}

async function refundWith(stripe: Stripe, charge: string, key: string) {
  const made = await stripe.refunds.list({ charge, limit: 100 }).autoPagingToArray({ limit: 1000 })
  return made.find(({ metadata }) => metadata?.key === key)
}
