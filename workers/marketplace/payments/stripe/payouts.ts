import type Stripe from 'stripe'
import type { PayoutSeen, Sending } from '../port.ts'
import { PaymentRefused } from '../refusals.ts'
import { once, whereThere } from './once.ts'

// Two steps, each found again by its key: to their account at Stripe, and from there to their bank.
export async function send(stripe: Stripe, payout: Sending) {
  const transfer = await transferOnce(stripe, payout)
  const sent = await payOutOnce(stripe, payout, transfer.id)
  return { ref: `${payout.to}/${sent.id}` }
}

function transferOnce(stripe: Stripe, { key, to, minor, currency, why }: Sending) {
  return once(`${key}:transfer`, {
    find: async () => (await stripe.transfers.list({ transfer_group: key, limit: 1 })).data[0],
    make: (idempotencyKey) =>
      stripe.transfers.create(
        {
          amount: minor,
          currency: currency.toLowerCase(),
          destination: to,
          transfer_group: key,
          description: why,
          metadata: { key },
        },
        { idempotencyKey },
      ),
  })
}

function payOutOnce(stripe: Stripe, { key, to, minor, currency, why }: Sending, transfer: string) {
  return once(`${key}:payout`, {
    find: () => payoutWith(stripe, to, key),
    make: (idempotencyKey) =>
      stripe.payouts.create(
        { amount: minor, currency: currency.toLowerCase(), description: why, metadata: { key, transfer } },
        { idempotencyKey, stripeAccount: to },
      ),
  })
}

async function payoutWith(stripe: Stripe, stripeAccount: string, key: string) {
  const made = await stripe.payouts.list({ limit: 100 }, { stripeAccount }).autoPagingToArray({ limit: 1000 })
  return made.find(({ metadata }) => metadata?.key === key)
}

export async function lookAtPayout(stripe: Stripe, ref: string): Promise<PayoutSeen | undefined> {
  const payout = await payoutAt(stripe, ref)
  if (!payout) return undefined
  const state = payout.reversed_by ? 'returned' : (STATES[payout.status] ?? 'sent')
  return { state, key: payout.metadata?.key, why: payout.failure_message ?? undefined }
}

const STATES: Record<string, PayoutSeen['state']> = { paid: 'paid', failed: 'failed', canceled: 'failed' }

async function payoutAt(stripe: Stripe, ref: string) {
  const [stripeAccount = '', payout = ''] = ref.split('/')
  return await whereThere(() => stripe.payouts.retrieve(payout, {}, { stripeAccount }))
}

// A payout that failed leaves the money in their account at Stripe, so the transfer goes back.
export async function takeBack(stripe: Stripe, ref: string, key: string) {
  const payout = await payoutAt(stripe, ref)
  const transfer = payout?.metadata?.transfer
  if (!transfer) throw new PaymentRefused('no_transfer', 'Stripe does not know this payout, so nothing was taken back.')
  await once(key, {
    find: async () => (await stripe.transfers.listReversals(transfer, { limit: 1 })).data[0],
    make: (idempotencyKey) => stripe.transfers.createReversal(transfer, { metadata: { key } }, { idempotencyKey }),
  })
}
