import pg from 'pg'
import type { Shelf } from './shelf.ts'
import type { Balance } from './stripe/objects.ts'

export type DemoPayment = {
  purchaseId: string
  ref: string
  chargeRef: string
  minor: number
  feeMinor: number
  currency: string
  at: number
  dispute: { ref: string; minor: number; feeMinor: number; reason: string; at: number; dueAt: number } | null
}

// The demo was paid before this sandbox was there. It remembers as if it had taken the money, so that some of it can be
// given back, and a bank be answered.
export async function recallDemo(url: string, shelf: Shelf) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<DemoPayment>(DEMO)
    for (const paid of rows) if (!shelf.stripe.sessions[paid.ref]) recall(shelf, paid)
  } finally {
    await client.end()
  }
}

const DEMO = `
  select payment.purchase_id as "purchaseId", payment.ref, payment.capture_ref as "chargeRef",
    payment.captured_minor::float8 as minor, payment.fee_minor::float8 as "feeMinor", lower(payment.currency) as currency,
    extract(epoch from payment.created_at)::int as at,
    case when dispute.id is not null then json_build_object('ref', dispute.ref, 'minor', dispute.minor, 'feeMinor', dispute.fee_minor,
      'reason', dispute.reason, 'at', extract(epoch from dispute.created_at)::int,
      'dueAt', extract(epoch from dispute.evidence_due_at)::int) end as dispute
  from payments payment left join disputes dispute on dispute.payment_id = payment.id
  where payment.provider = 'stripe' and payment.state = 'paid' and payment.ref like 'cs_demo_%'`

export function recall(shelf: Shelf, paid: DemoPayment) {
  const { stripe } = shelf
  const { purchaseId, ref, chargeRef, minor, currency, at } = paid
  const intent = `pi_demo_${purchaseId}`
  const usual = { created: at, currency, livemode: false, metadata: {} }
  stripe.sessions[ref] = {
    ...usual,
    ...{
      id: ref,
      object: 'checkout.session',
      mode: 'payment',
      ui_mode: 'hosted_page',
      url: null,
      customer_email: null,
    },
    ...{ amount_subtotal: minor, amount_total: minor, payment_intent: intent, client_reference_id: purchaseId },
    ...{ status: 'complete', payment_status: 'paid', expires_at: at, success_url: null, cancel_url: null },
  }
  stripe.intents[intent] = {
    ...usual,
    ...{ id: intent, object: 'payment_intent', amount: minor, amount_received: minor, status: 'succeeded' },
    ...{ latest_charge: chargeRef, last_payment_error: null, transfer_group: null },
  }
  stripe.charges[chargeRef] = {
    ...usual,
    ...{
      id: chargeRef,
      object: 'charge',
      amount: minor,
      amount_captured: minor,
      amount_refunded: 0,
      status: 'succeeded',
    },
    ...{
      balance_transaction: taken(shelf, chargeRef, paid, 'charge').id,
      payment_intent: intent,
      transfer_group: null,
    },
    ...{ paid: true, captured: true, refunded: false, disputed: paid.dispute !== null },
    ...{ failure_code: null, failure_message: null },
  }
  if (paid.dispute) recallDispute(shelf, paid, paid.dispute)
}

function recallDispute(shelf: Shelf, paid: DemoPayment, dispute: NonNullable<DemoPayment['dispute']>) {
  const { ref, minor, feeMinor, reason, at, dueAt } = dispute
  const { currency } = paid
  const moved = taken(shelf, ref, { ...paid, minor: -minor, feeMinor, at }, 'adjustment')
  shelf.stripe.disputes[ref] = {
    ...{ id: ref, object: 'dispute', amount: minor, created: at, currency, livemode: false, metadata: {}, reason },
    ...{ status: 'needs_response', charge: paid.chargeRef, payment_intent: `pi_demo_${paid.purchaseId}` },
    balance_transactions: [moved],
    evidence: {},
    evidence_details: {
      ...{ due_by: dueAt, past_due: false, enhanced_eligibility: {} },
      ...{ has_evidence: false, submission_count: 0, submission_method: 'manual' },
    },
  }
}

type Moved = Pick<DemoPayment, 'minor' | 'feeMinor' | 'currency' | 'at'>

function taken(shelf: Shelf, source: string, { minor, feeMinor, currency, at }: Moved, type: Balance['type']): Balance {
  const id = `txn_demo_${source}`
  const balance: Balance = {
    ...{ id, object: 'balance_transaction', amount: minor, fee: feeMinor, net: minor - feeMinor, fee_details: [] },
    ...{ available_on: at, created: at, currency, exchange_rate: null, source, status: 'available', type },
  }
  shelf.stripe.balance[id] = balance
  return balance
}
