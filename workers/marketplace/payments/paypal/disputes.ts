import type { Evidence, SeenDispute } from '../port.ts'
import { type Amount, minorOf } from './amounts.ts'
import type { Call } from './calling.ts'

export type Dispute = {
  dispute_id: string
  reason: string
  status: string
  dispute_amount: Amount
  dispute_outcome?: { outcome_code: string; amount_refunded?: Amount }
  seller_response_due_date?: string
}

export async function disputesOf(call: Call, captureId: string): Promise<SeenDispute[]> {
  const query = new URLSearchParams({ disputed_transaction_id: captureId })
  const { items = [] } = await call<{ items?: { dispute_id: string }[] }>('GET', `/v1/customer/disputes?${query}`)
  const whole = items.map(({ dispute_id }) => call<Dispute>('GET', `/v1/customer/disputes/${dispute_id}`))
  return (await Promise.all(whole)).map(seenDispute)
}

// While it is open PayPal only holds the money; it moves when the buyer is right.
function seenDispute(dispute: Dispute): SeenDispute {
  const state = stateOf(dispute)
  const lost = minorOf(dispute.dispute_outcome?.amount_refunded ?? dispute.dispute_amount)
  return {
    ref: dispute.dispute_id,
    minor: minorOf(dispute.dispute_amount),
    feeMinor: 0,
    state,
    withdrawnMinor: state === 'lost' ? lost : 0,
    reinstatedMinor: 0,
    reason: dispute.reason.toLowerCase(),
    evidenceDueAt: dispute.seller_response_due_date ? new Date(dispute.seller_response_due_date) : undefined,
  }
}

// PayPal may also pay the buyer out of its own pocket: that is won.
const stateOf = ({ status, dispute_outcome }: Dispute): SeenDispute['state'] =>
  status !== 'RESOLVED'
    ? 'open'
    : /^(RESOLVED_BUYER_FAVOUR|ACCEPTED)$/.test(dispute_outcome?.outcome_code ?? '')
      ? 'lost'
      : 'won'

export async function answerDispute(call: Call, ref: string, { words, carrier, trackingNumber }: Evidence) {
  const tracking = trackingNumber
    ? { evidence_info: { tracking_info: [{ carrier_name: carrier ?? 'OTHER', tracking_number: trackingNumber }] } }
    : {}
  const evidences = [{ evidence_type: trackingNumber ? 'PROOF_OF_FULFILLMENT' : 'OTHER', ...tracking, notes: words }]
  const form = new FormData()
  form.set('input', new Blob([JSON.stringify({ evidences })], { type: 'application/json' }))
  await call('POST', `/v1/customer/disputes/${encodeURIComponent(ref)}/provide-evidence`, { form })
}
