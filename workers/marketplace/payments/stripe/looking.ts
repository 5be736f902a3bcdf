import type Stripe from 'stripe'
import type { PaymentState, RefundState, Seen, SeenRefund } from '../port.ts'
import { seenDispute } from './disputes.ts'
import { ask, whereThere } from './once.ts'

const EXPAND = ['payment_intent.latest_charge.balance_transaction']

export async function look(stripe: Stripe, ref: string): Promise<Seen | undefined> {
  const session = await sessionOf(stripe, ref)
  if (!session) return undefined
  const intent = whole(session.payment_intent)
  const charge = whole(intent?.latest_charge)
  const [refunds, disputes] = charge?.paid ? await whatCameOf(stripe, charge) : [[], []]
  return {
    ref: session.id,
    state: stateOf(session, intent),
    purchaseId: session.client_reference_id ?? session.metadata?.purchase,
    capturedMinor: intent?.amount_received ?? 0,
    currency: (session.currency ?? '').toUpperCase(),
    feeMinor: charge && feeOf(charge),
    captureRef: charge?.paid ? charge.id : undefined,
    refunds: refunds.map(seenRefund),
    disputes: disputes.map(seenDispute),
  }
}

const sessionOf = (stripe: Stripe, ref: string) =>
  ref.startsWith('pi_')
    ? ask(async () => {
        const expand = EXPAND.map((path) => `data.${path}`)
        return (await stripe.checkout.sessions.list({ payment_intent: ref, limit: 1, expand })).data[0]
      })
    : whereThere(() => stripe.checkout.sessions.retrieve(ref, { expand: EXPAND }))

const whatCameOf = (stripe: Stripe, { id }: Stripe.Charge) =>
  ask(() =>
    Promise.all([
      stripe.refunds.list({ charge: id, limit: 100 }).autoPagingToArray({ limit: 1000 }),
      stripe.disputes.list({ charge: id, limit: 100 }).autoPagingToArray({ limit: 100 }),
    ]),
  )

function stateOf(session: Stripe.Checkout.Session, intent: Stripe.PaymentIntent | undefined): PaymentState {
  if (session.status === 'expired') return 'expired'
  if (session.status === 'open') return 'open'
  if (session.status !== 'complete') return 'unknown'
  if (session.payment_status === 'paid') return 'paid'
  return session.payment_status === 'unpaid' ? (UNPAID[intent?.status ?? ''] ?? 'unknown') : 'unknown'
}

const UNPAID: Record<string, PaymentState> = {
  processing: 'pending',
  requires_action: 'pending',
  requires_payment_method: 'failed',
  canceled: 'failed',
}

// Where it was settled in another currency, the fee is its share of what was paid.
function feeOf(charge: Stripe.Charge): number | undefined {
  const settled = whole(charge.balance_transaction)
  if (!settled) return undefined
  if (settled.currency === charge.currency || settled.amount === 0) return settled.fee
  return Math.round((settled.fee * charge.amount) / settled.amount)
}

const seenRefund = (refund: Stripe.Refund): SeenRefund => ({
  ref: refund.id,
  key: refund.metadata?.key,
  minor: refund.amount,
  state: refundState(refund),
})

export const refundState = ({ status }: Stripe.Refund): RefundState =>
  status === 'succeeded' ? 'done' : status === 'failed' || status === 'canceled' ? 'failed' : 'pending'

export const whole = <T extends object>(part: T | string | null | undefined): T | undefined =>
  typeof part === 'object' && part !== null ? part : undefined
