import type Stripe from 'stripe'
import type { Evidence, SeenDispute } from '../port.ts'
import { once } from './once.ts'

export function seenDispute(dispute: Stripe.Dispute): SeenDispute {
  const moved = dispute.balance_transactions
  const inCurrency = (one: Stripe.BalanceTransaction, minor: number) =>
    one.currency === dispute.currency || one.amount === 0
      ? minor
      : Math.round((minor * dispute.amount) / Math.abs(one.amount))
  const sum = (of: Stripe.BalanceTransaction[], part: 'amount' | 'fee') =>
    of.reduce((total, one) => total + inCurrency(one, one[part]), 0)
  return {
    ref: dispute.id,
    minor: dispute.amount,
    feeMinor: sum(moved, 'fee'),
    state: STATES[dispute.status] ?? 'open',
    withdrawnMinor:
      0 -
      sum(
        moved.filter(({ amount }) => amount < 0),
        'amount',
      ),
    reinstatedMinor: sum(
      moved.filter(({ amount }) => amount > 0),
      'amount',
    ),
    reason: dispute.reason,
    evidenceDueAt: dueAt(dispute.evidence_details),
  }
}

// A warning and an appeal are still talked about; whatever money moved is told beside it.
const STATES: Record<string, SeenDispute['state']> = {
  won: 'won',
  warning_closed: 'won',
  prevented: 'won',
  lost: 'lost',
}

const dueAt = ({ due_by }: Stripe.Dispute.EvidenceDetails) => (due_by ? new Date(due_by * 1000) : undefined)

// Stripe takes evidence once. The key stays with the dispute, so that it is known there for longer than a day.
export async function answerDispute(stripe: Stripe, ref: string, evidence: Evidence, key: string) {
  await once(key, {
    find: async () => {
      const dispute = await stripe.disputes.retrieve(ref)
      return dispute.metadata.answer === key ? dispute : undefined
    },
    make: (idempotencyKey) =>
      stripe.disputes.update(
        ref,
        { submit: true, metadata: { answer: key }, evidence: evidenceFor(evidence) },
        { idempotencyKey },
      ),
  })
}

export async function acceptDispute(stripe: Stripe, ref: string) {
  await once(`accept-${ref}`, {
    find: async () => {
      const dispute = await stripe.disputes.retrieve(ref)
      return dispute.status === 'lost' ? dispute : undefined
    },
    make: (idempotencyKey) => stripe.disputes.close(ref, {}, { idempotencyKey }),
  })
}

const evidenceFor = ({ words, shippedOn, carrier, trackingNumber }: Evidence): Stripe.DisputeUpdateParams.Evidence => ({
  uncategorized_text: words.slice(0, 20_000),
  ...(shippedOn && { shipping_date: shippedOn }),
  ...(carrier && { shipping_carrier: carrier }),
  ...(trackingNumber && { shipping_tracking_number: trackingNumber }),
})
