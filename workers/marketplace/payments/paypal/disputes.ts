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
  evidences?: Given[]
}

type Given = {
  evidence_type: string
  evidence_info?: { tracking_info: { carrier_name: string; carrier_name_other?: string; tracking_number: string }[] }
  notes?: string
  source?: string
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

// PayPal knows no key here, so what was said before is looked for first.
export async function answerDispute(call: Call, ref: string, evidence: Evidence) {
  const at = `/v1/customer/disputes/${encodeURIComponent(ref)}`
  const { evidences = [] } = await call<Dispute>('GET', at)
  if (evidences.some(({ source, notes }) => source === 'SUBMITTED_BY_SELLER' && notes === evidence.words)) return
  const form = new FormData()
  form.set('input', new Blob([JSON.stringify({ evidences: [given(evidence)] })], { type: 'application/json' }))
  await call('POST', `${at}/provide-evidence`, { form })
}

export type Accepting = { note: string; accept_claim_type: 'REFUND' }

export async function acceptDispute(call: Call, ref: string) {
  const at = `/v1/customer/disputes/${encodeURIComponent(ref)}`
  if (stateOf(await call<Dispute>('GET', at)) === 'lost') return
  const json: Accepting = { note: 'The seller accepts this claim.', accept_claim_type: 'REFUND' }
  await call('POST', `${at}/accept-claim`, { json })
}

// Of carriers PayPal knows a list by its own names; any other is told in words.
const given = ({ words, carrier, trackingNumber }: Evidence): Given =>
  trackingNumber
    ? {
        evidence_type: 'PROOF_OF_FULFILLMENT',
        evidence_info: {
          tracking_info: [
            { carrier_name: 'OTHER', carrier_name_other: carrier ?? 'Post', tracking_number: trackingNumber },
          ],
        },
        notes: words,
      }
    : { evidence_type: 'OTHER', notes: words }
