import Stripe from 'stripe'
import { newRef, type Shelf, seconds } from '../shelf.ts'

// The event shows the object as it is at this moment, as Stripe's do.
export function tell(shelf: Shelf, type: Stripe.Event['type'], object: object, account?: string) {
  const id = newRef('evt_')
  shelf.stripe.events[id] = {
    id,
    object: 'event',
    ...(account && { account }),
    api_version: Stripe.API_VERSION,
    created: seconds(),
    data: { object: structuredClone(object) },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
  }
  shelf.deliveries.push({ provider: 'stripe', event: id, attempts: 0, dueAt: Date.now() })
}
