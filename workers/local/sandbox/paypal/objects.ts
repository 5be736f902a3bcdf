import { minorOf } from '#workers/marketplace/payments/paypal/amounts.ts'
import type { Dispute as Told } from '#workers/marketplace/payments/paypal/disputes.ts'
import type { Order as Asked, Capture, Refund } from '#workers/marketplace/payments/paypal/orders.ts'
import type { Batch } from '#workers/marketplace/payments/paypal/payouts.ts'
import { newRef, type Shelf, Wrong } from '../shelf.ts'

export type Order = Asked & {
  back: { return_url: string; cancel_url: string }
  title: string
  // What the capture will come to, chosen on the page where the buyer approves.
  comesTo: 'COMPLETED' | 'PENDING' | 'DECLINED'
}

export type Dispute = Told & { disputed_transactions: { seller_transaction_id: string }[] }

export type Event = {
  id: string
  create_time: string
  event_type: string
  resource_type: string
  resource_version: string
  summary: string
  resource: object
}

export type Paypal = {
  orders: Record<string, Order>
  disputes: Record<string, Dispute>
  batches: Record<string, Batch>
  events: Record<string, Event>
}

export const refused = (status: number, name: string, issue: string, field?: string) =>
  new Wrong(status, { name, message: issue, debug_id: newRef('', 13), details: [{ issue, ...(field && { field }) }] })

export const notThere = () => refused(404, 'RESOURCE_NOT_FOUND', 'INVALID_RESOURCE_ID')

export function tell(shelf: Shelf, event_type: string, resource_type: string, resource: object) {
  const id = newRef('WH-', 17).toUpperCase()
  shelf.paypal.events[id] = {
    id,
    create_time: new Date().toISOString(),
    event_type,
    resource_type,
    resource_version: '2.0',
    summary: event_type,
    resource: structuredClone(resource),
  }
  shelf.deliveries.push({ provider: 'paypal', event: id, attempts: 0, dueAt: Date.now() })
}

export function captureAt(shelf: Shelf, id: string): { order: Order; capture: Capture; refunds: Refund[] } {
  for (const order of Object.values(shelf.paypal.orders)) {
    const payments = order.purchase_units[0]?.payments
    const capture = payments?.captures?.find((one) => one.id === id)
    if (payments && capture) {
      payments.refunds ??= []
      return { order, capture, refunds: payments.refunds }
    }
  }
  throw notThere()
}

// What of a capture was not given back.
export const leftOf = ({ amount }: Capture, refunds: Refund[]) =>
  refunds.filter(({ status }) => status !== 'FAILED').reduce((left, one) => left - minorOf(one.amount), minorOf(amount))

// While the buyer asks for it, and once they were right, it cannot be given back in another way.
export const isDisputed = ({ paypal }: Shelf, capture: string) =>
  Object.values(paypal.disputes).some(
    ({ disputed_transactions, dispute_outcome }) =>
      disputed_transactions[0]?.seller_transaction_id === capture &&
      dispute_outcome?.outcome_code !== 'RESOLVED_SELLER_FAVOUR',
  )
