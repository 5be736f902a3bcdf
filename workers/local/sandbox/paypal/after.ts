import { amountOf } from '#workers/marketplace/payments/paypal/amounts.ts'
import type { Accepting } from '#workers/marketplace/payments/paypal/disputes.ts'
import type { Batch, Item } from '#workers/marketplace/payments/paypal/payouts.ts'
import { newRef, type Shelf, Wrong } from '../shelf.ts'
import { captureAt, type Dispute, leftOf, notThere, refused, tell } from './objects.ts'

export function openDispute(shelf: Shelf, captureId: string) {
  const { capture, refunds } = captureAt(shelf, captureId)
  const id = newRef('PP-D-', 8).toUpperCase()
  shelf.paypal.disputes[id] = {
    dispute_id: id,
    reason: 'MERCHANDISE_OR_SERVICE_NOT_RECEIVED',
    status: 'WAITING_FOR_SELLER_RESPONSE',
    dispute_amount: amountOf(leftOf(capture, refunds), capture.amount.currency_code),
    seller_response_due_date: new Date(Date.now() + 10 * 86_400_000).toISOString(),
    disputed_transactions: [{ seller_transaction_id: captureId }],
  }
  tell(shelf, 'CUSTOMER.DISPUTE.CREATED', 'dispute', shelf.paypal.disputes[id])
  return id
}

export function answerDispute(shelf: Shelf, id: string, { evidences = [] }: Pick<Dispute, 'evidences'>) {
  const dispute = shelf.paypal.disputes[id]
  if (!dispute) throw notThere()
  if (dispute.status !== 'WAITING_FOR_SELLER_RESPONSE')
    throw refused(422, 'UNPROCESSABLE_ENTITY', 'ACTION_NOT_ALLOWED_IN_CURRENT_DISPUTE_STATE')
  if (evidences.length === 0) throw refused(400, 'INVALID_REQUEST', 'MISSING_REQUIRED_PARAMETER', 'evidences')
  dispute.evidences = evidences.map((evidence) => ({ ...evidence, source: 'SUBMITTED_BY_SELLER' }))
  dispute.status = 'UNDER_REVIEW'
  tell(shelf, 'CUSTOMER.DISPUTE.UPDATED', 'dispute', dispute)
}

export function closeDispute(shelf: Shelf, id: string, won: boolean) {
  const dispute = shelf.paypal.disputes[id]
  if (!dispute) throw notThere()
  dispute.status = 'RESOLVED'
  dispute.dispute_outcome = won
    ? { outcome_code: 'RESOLVED_SELLER_FAVOUR' }
    : { outcome_code: 'RESOLVED_BUYER_FAVOUR', amount_refunded: dispute.dispute_amount }
  tell(shelf, 'CUSTOMER.DISPUTE.RESOLVED', 'dispute', dispute)
}

export function acceptDispute(shelf: Shelf, id: string, { note }: Partial<Accepting>) {
  const dispute = shelf.paypal.disputes[id]
  if (!dispute) throw notThere()
  if (!note) throw refused(400, 'INVALID_REQUEST', 'MISSING_REQUIRED_PARAMETER', 'note')
  if (dispute.status !== 'WAITING_FOR_SELLER_RESPONSE')
    throw refused(422, 'UNPROCESSABLE_ENTITY', 'ACTION_NOT_ALLOWED_IN_CURRENT_DISPUTE_STATE')
  dispute.status = 'RESOLVED'
  dispute.dispute_outcome = { outcome_code: 'ACCEPTED', amount_refunded: dispute.dispute_amount }
  tell(shelf, 'CUSTOMER.DISPUTE.RESOLVED', 'dispute', dispute)
}

type Asked = {
  sender_batch_header: { sender_batch_id: string }
  items: { receiver: string; amount: { currency: string; value: string } }[]
}

export function newBatch(shelf: Shelf, base: string, asked: Asked): Batch {
  const { sender_batch_id } = asked.sender_batch_header
  const before = Object.values(shelf.paypal.batches).find(
    ({ batch_header }) => batch_header.sender_batch_header.sender_batch_id === sender_batch_id,
  )
  if (before) throw knownBatch(base, before.batch_header.payout_batch_id)
  const id = newRef('', 13).toUpperCase()
  const batch: Batch = {
    batch_header: { payout_batch_id: id, batch_status: 'PENDING', sender_batch_header: { sender_batch_id } },
    items: asked.items.map(({ receiver, amount: { currency, value } }) => ({
      payout_item_id: newRef('', 13).toUpperCase(),
      payout_batch_id: id,
      transaction_status: 'PENDING',
      payout_item: { receiver, amount: { currency_code: currency, value } },
    })),
  }
  shelf.paypal.batches[id] = batch
  return batch
}

const knownBatch = (base: string, id: string) =>
  new Wrong(400, {
    name: 'USER_BUSINESS_ERROR',
    message: 'User business error.',
    details: [{ field: 'SENDER_BATCH_ID', location: 'body', issue: 'Batch with given sender_batch_id already exists' }],
    links: [{ rel: 'self', href: `${base}/v1/payments/payouts/${id}`, method: 'GET' }],
  })

const ENDS = {
  arrive: ['SUCCESS', 'SUCCEEDED'],
  fail: ['FAILED', 'FAILED'],
  'come back': ['RETURNED', 'RETURNED'],
  'nobody claims': ['UNCLAIMED', 'UNCLAIMED'],
} as const

export function finishBatch(shelf: Shelf, id: string, how: keyof typeof ENDS) {
  const batch = shelf.paypal.batches[id]
  const item = batch?.items?.[0]
  if (!batch || !item) throw notThere()
  const [status, word] = ENDS[how]
  batch.batch_header.batch_status = 'SUCCESS'
  item.transaction_status = status
  if (how === 'fail') item.errors = { name: 'RECEIVER_UNREGISTERED', message: 'The receiver has no PayPal account.' }
  tell(shelf, `PAYMENT.PAYOUTS-ITEM.${word}`, 'payouts_item', item)
}

export function callBack(shelf: Shelf, id: string): Item {
  const item = Object.values(shelf.paypal.batches)
    .flatMap(({ items = [] }) => items)
    .find(({ payout_item_id }) => payout_item_id === id)
  if (!item) throw notThere()
  if (item.transaction_status !== 'UNCLAIMED') throw refused(400, 'ITEM_ALREADY_CANCELLED', 'ITEM_NOT_UNCLAIMED')
  item.transaction_status = 'RETURNED'
  tell(shelf, 'PAYMENT.PAYOUTS-ITEM.RETURNED', 'payouts_item', item)
  return item
}
