import type Stripe from 'stripe'
import { newRef, type Shelf, seconds } from '../shelf.ts'
import { type Form, number, part, text, words } from './form.ts'
import type { Dispute, Refund } from './objects.ts'
import { newBalance } from './paying.ts'
import { tell } from './telling.ts'
import { missing, wrong } from './wrong.ts'

const DISPUTE_FEE = 1500

export function newRefund(shelf: Shelf, form: Form): Refund {
  const charge = chargeFor(shelf, form)
  if (charge.disputed)
    throw wrong(400, `Charge ${charge.id} has been charged back; cannot issue a refund.`, { code: 'charge_disputed' })
  const left = charge.amount_captured - charge.amount_refunded
  const amount = text(form, 'amount') ? number(form, 'amount') : left
  if (left === 0)
    throw wrong(400, `Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' })
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > left)
    throw wrong(400, `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, {
      param: 'amount',
    })
  const refund: Refund = {
    id: newRef('re_'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: seconds(),
    currency: charge.currency,
    metadata: words(part(form, 'metadata')),
    payment_intent: charge.payment_intent,
    reason: text(form, 'reason') ?? null,
    status: shelf.manner.refunds === 'wait' ? 'pending' : 'succeeded',
  }
  refund.balance_transaction = newBalance(shelf, refund.id, refund.currency, {
    amount: 0 - amount,
    fee: 0,
    type: 'refund',
  }).id
  shelf.stripe.refunds[refund.id] = refund
  charge.amount_refunded += amount
  charge.refunded = charge.amount_refunded === charge.amount_captured
  tell(shelf, 'refund.created', refund)
  tell(shelf, 'charge.refunded', charge)
  return refund
}

export function finishRefund(shelf: Shelf, id: string, succeeds: boolean) {
  const refund = shelf.stripe.refunds[id]
  const charge = shelf.stripe.charges[refund?.charge ?? '']
  if (!refund || !charge) throw missing('refund', id)
  if (succeeds) refund.status = 'succeeded'
  else {
    Object.assign(refund, { status: 'failed', failure_reason: 'expired_or_canceled_card' })
    charge.amount_refunded -= refund.amount
    charge.refunded = false
  }
  tell(shelf, succeeds ? 'refund.updated' : 'refund.failed', refund)
}

export function openDispute(shelf: Shelf, chargeId: string, reason = 'product_not_received'): Dispute {
  const charge = shelf.stripe.charges[chargeId]
  if (!charge?.paid) throw missing('charge', chargeId)
  const id = newRef('du_')
  const left = charge.amount_captured - charge.amount_refunded
  const taken = newBalance(shelf, id, charge.currency, {
    amount: 0 - left,
    fee: DISPUTE_FEE,
    type: 'adjustment',
  })
  const dispute: Dispute = {
    id,
    object: 'dispute',
    amount: left,
    balance_transactions: [taken],
    charge: charge.id,
    created: seconds(),
    currency: charge.currency,
    evidence: {},
    evidence_details: {
      due_by: seconds() + 9 * 86_400,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'manual',
    },
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    reason,
    status: 'needs_response',
  }
  charge.disputed = true
  shelf.stripe.disputes[id] = dispute
  tell(shelf, 'charge.dispute.created', dispute)
  tell(shelf, 'charge.dispute.funds_withdrawn', dispute)
  return dispute
}

export function closeDispute(shelf: Shelf, id: string, won: boolean) {
  const dispute = shelf.stripe.disputes[id]
  if (!dispute) throw missing('dispute', id)
  dispute.status = won ? 'won' : 'lost'
  if (won) {
    const back = newBalance(shelf, id, dispute.currency, { amount: dispute.amount, fee: 0, type: 'adjustment' })
    dispute.balance_transactions.push(back)
    tell(shelf, 'charge.dispute.funds_reinstated', dispute)
  }
  tell(shelf, 'charge.dispute.closed', dispute)
}

export function acceptDispute(shelf: Shelf, id: string): Dispute {
  const dispute = shelf.stripe.disputes[id]
  if (!dispute) throw missing('dispute', id)
  if (dispute.status !== 'needs_response') throw wrong(400, 'This dispute is already closed or under review.')
  closeDispute(shelf, id, false)
  return dispute
}

export function answerDispute(shelf: Shelf, id: string, form: Form): Dispute {
  const dispute = shelf.stripe.disputes[id]
  if (!dispute) throw missing('dispute', id)
  if (dispute.status !== 'needs_response') throw wrong(400, 'This dispute takes no evidence any more.')
  const given = words(part(form, 'evidence'))
  const unknown = Object.keys(given).find((name) => !EVIDENCE.some((known) => known === name))
  if (unknown)
    throw wrong(400, `Received unknown parameter: evidence[${unknown}]`, { code: 'parameter_unknown', param: unknown })
  Object.assign(dispute.evidence, given)
  Object.assign(dispute.metadata, words(part(form, 'metadata')))
  dispute.evidence_details.has_evidence = true
  if (text(form, 'submit') === 'true') {
    dispute.status = 'under_review'
    dispute.evidence_details.submission_count += 1
  }
  tell(shelf, 'charge.dispute.updated', dispute)
  return dispute
}

const EVIDENCE = [
  'uncategorized_text',
  'shipping_date',
  'shipping_carrier',
  'shipping_tracking_number',
] as const satisfies (keyof Stripe.Dispute.Evidence)[]

function chargeFor(shelf: Shelf, form: Form) {
  const intent = text(form, 'payment_intent')
  const id = text(form, 'charge') ?? shelf.stripe.intents[intent ?? '']?.latest_charge ?? ''
  const charge = shelf.stripe.charges[id]
  if (!charge?.paid) throw missing('charge', id)
  return charge
}
