import Stripe from 'stripe'
import { PaymentRefused, PaymentUnsure } from '../refusals.ts'

const { StripeAPIError, StripeCardError, StripeInvalidRequestError } = Stripe.errors

const KEYS = 3

type Effect<T> = { find?: () => Promise<T | undefined>; make: (idempotencyKey: string) => Promise<T> }

// Stripe keeps a failure of its own under the key and repeats it for a day; after a day it forgets the key. So what was
// done is looked for first, and another key is taken only where a kept failure came to nothing.
export async function once<T>(key: string, { find, make }: Effect<T>): Promise<T> {
  for (let n = 1; ; n++) {
    const found = await ask(async () => find?.())
    if (found) return found
    try {
      return await make(n === 1 ? key : `${key}:${n}`)
    } catch (error) {
      if (n === KEYS || !isKeptFailure(error)) throw honest(error)
    }
  }
}

export async function ask<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw honest(error)
  }
}

export async function whereThere<T>(work: () => Promise<T>): Promise<T | undefined> {
  return await ask(() =>
    work().catch((error: unknown) => {
      if (error instanceof StripeInvalidRequestError && error.code === 'resource_missing') return undefined
      throw error
    }),
  )
}

const isKeptFailure = (error: unknown) =>
  error instanceof StripeAPIError && (error.statusCode ?? 0) >= 500 && error.headers?.['idempotent-replayed'] === 'true'

// Only what they plainly refused did not happen. A key used for something else, a key that is not ours, a limit: nobody knows.
function honest(error: unknown): unknown {
  if (error instanceof PaymentRefused || error instanceof PaymentUnsure) return error
  if (error instanceof StripeCardError || error instanceof StripeInvalidRequestError)
    return new PaymentRefused(error.code ?? error.rawType ?? 'refused', WORDS[error.code ?? ''], error)
  return error instanceof Stripe.errors.StripeError ? new PaymentUnsure(error) : error
}

const WORDS: Record<string, string> = {
  charge_already_refunded: 'This was paid back in full already. Nothing more was sent.',
  charge_disputed:
    'The buyer has asked their bank for this money, so it cannot be paid back here. Please answer the dispute.',
  balance_insufficient:
    'There is not enough money at Stripe for this yet. Nothing was sent; please try again in a day or two.',
  insufficient_funds:
    'There is not enough money at Stripe for this yet. Nothing was sent; please try again in a day or two.',
  amount_too_small: 'Stripe does not take such a small amount. Nothing was charged.',
  payouts_not_allowed: 'Stripe does not pay out to this account yet. Please finish what Stripe asks for first.',
}
