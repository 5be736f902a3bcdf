import type { PayoutSeen, Sending } from '../port.ts'
import { PaymentRefused } from '../refusals.ts'
import { type Amount, amountOf } from './amounts.ts'
import { type Call, linkIn, type Refused, whereThere } from './calling.ts'

export type Batch = {
  batch_header: {
    payout_batch_id: string
    batch_status: string
    sender_batch_header: { sender_batch_id: string }
    errors?: { message?: string }
  }
  items?: Item[]
}

export type Item = {
  payout_item_id: string
  payout_batch_id: string
  transaction_status: string
  payout_item: { receiver: string; amount: Amount }
  errors?: { name?: string; message?: string }
}

const BATCHES = '/v1/payments/payouts'

// One batch for each payout: PayPal refuses a batch id it knows, and says where that batch is.
export async function send(call: Call, { key, to, minor, currency, why }: Sending) {
  const json = {
    sender_batch_header: { sender_batch_id: key, email_subject: why.slice(0, 255) },
    items: [
      {
        recipient_type: 'EMAIL',
        receiver: to,
        amount: payoutAmount(minor, currency),
        sender_item_id: key.slice(0, 63),
        note: why.slice(0, 4000),
      },
    ],
  }
  const sent = await call<Batch>('POST', BATCHES, { key, json }).catch((error) => {
    const known = batchSentBefore(error)
    if (known) return known
    throw error
  })
  return { ref: sent.batch_header.payout_batch_id }
}

function payoutAmount(minor: number, currency: string) {
  const { value } = amountOf(minor, currency)
  return { currency, value }
}

function batchSentBefore(error: unknown) {
  if (!(error instanceof PaymentRefused) || !(error.cause instanceof Error)) return undefined
  const { refused } = error.cause as Error & { refused?: Refused }
  if (refused?.details?.[0]?.field?.toUpperCase() !== 'SENDER_BATCH_ID') return undefined
  const id = linkIn(refused.links, 'self')?.split('/').at(-1)
  return id ? { batch_header: { payout_batch_id: id } } : undefined
}

export async function lookAtPayout(call: Call, ref: string): Promise<PayoutSeen | undefined> {
  const batch = await batchAt(call, ref)
  if (!batch) return undefined
  const { batch_status, sender_batch_header, errors } = batch.batch_header
  const item = batch.items?.[0]
  const state = item ? (STATES[item.transaction_status] ?? 'sent') : batch_status === 'DENIED' ? 'failed' : 'sent'
  return { state, key: sender_batch_header.sender_batch_id, why: item?.errors?.message ?? errors?.message }
}

const STATES: Record<string, PayoutSeen['state']> = {
  SUCCESS: 'paid',
  FAILED: 'failed',
  BLOCKED: 'failed',
  RETURNED: 'returned',
  REFUNDED: 'returned',
  REVERSED: 'returned',
}

const batchAt = (call: Call, ref: string) => whereThere(call<Batch>('GET', `${BATCHES}/${encodeURIComponent(ref)}`))

// What nobody claimed is called back; what failed has come back by itself.
export async function takeBack(call: Call, ref: string, key: string) {
  const item = (await batchAt(call, ref))?.items?.[0]
  if (item?.transaction_status !== 'UNCLAIMED') return
  await call('POST', `/v1/payments/payouts-item/${encodeURIComponent(item.payout_item_id)}/cancel`, { key, json: {} })
}
