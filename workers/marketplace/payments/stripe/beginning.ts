import type Stripe from 'stripe'
import type { Beginning } from '../port.ts'
import { once, whereThere } from './once.ts'

export async function begin(stripe: Stripe, purchase: Beginning) {
  const { id, url } = await once(purchase.key, {
    make: (idempotencyKey) => stripe.checkout.sessions.create(sessionFor(purchase), { idempotencyKey }),
  })
  return { ref: id, url: url ?? purchase.cancelTo }
}

function sessionFor(purchase: Beginning): Stripe.Checkout.SessionCreateParams {
  const ours = { purchase: purchase.purchaseId }
  return {
    mode: 'payment',
    client_reference_id: purchase.purchaseId,
    metadata: ours,
    payment_intent_data: { metadata: ours, transfer_group: purchase.purchaseId },
    line_items: linesOf(purchase).map(({ title, quantity, unitMinor }) => ({
      quantity,
      price_data: {
        currency: purchase.currency.toLowerCase(),
        unit_amount: unitMinor,
        product_data: { name: title },
      },
    })),
    ...(purchase.email && { customer_email: purchase.email }),
    success_url: purchase.returnTo,
    cancel_url: purchase.cancelTo,
    expires_at: Math.floor(purchase.expiresAt.getTime() / 1000),
  }
}

const linesOf = ({ lines, shippingMinor, taxMinor }: Beginning) =>
  [
    ...lines,
    { title: 'Shipping', quantity: 1, unitMinor: shippingMinor },
    { title: 'Tax', quantity: 1, unitMinor: taxMinor },
  ].filter(({ unitMinor }) => unitMinor > 0)

// Only what is still open can be closed; whatever else it has become meanwhile, the next look tells.
export async function close(stripe: Stripe, ref: string) {
  const session = await whereThere(() => stripe.checkout.sessions.retrieve(ref))
  if (session?.status === 'open') await once(`${ref}:close`, { make: () => stripe.checkout.sessions.expire(ref) })
}
