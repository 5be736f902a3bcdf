import { amountOf, minorOf } from '#workers/marketplace/payments/paypal/amounts.ts'
import type { orderFor } from '#workers/marketplace/payments/paypal/orders.ts'
import { newRef, type Shelf } from '../shelf.ts'
import { captureAt, isDisputed, leftOf, notThere, type Order, refused, tell } from './objects.ts'

type Asked = ReturnType<typeof orderFor>

export function newOrder(shelf: Shelf, base: string, asked: Asked): Order {
  const unit = asked.purchase_units?.[0]
  const context = asked.payment_source?.paypal?.experience_context
  if (asked.intent !== 'CAPTURE' || !unit || !context)
    throw refused(422, 'UNPROCESSABLE_ENTITY', 'MISSING_REQUIRED_PARAMETER')
  const items = unit.items.reduce((sum, one) => sum + minorOf(one.unit_amount) * Number(one.quantity), 0)
  const { item_total, shipping, tax_total } = unit.amount.breakdown
  if (items !== minorOf(item_total)) throw refused(422, 'UNPROCESSABLE_ENTITY', 'ITEM_TOTAL_MISMATCH')
  if (minorOf(item_total) + minorOf(shipping) + minorOf(tax_total) !== minorOf(unit.amount))
    throw refused(422, 'UNPROCESSABLE_ENTITY', 'AMOUNT_MISMATCH')
  const id = newRef('', 17).toUpperCase()
  const order: Order = {
    id,
    status: 'PAYER_ACTION_REQUIRED',
    links: [
      { rel: 'self', href: `${base}/v2/checkout/orders/${id}` },
      { rel: 'payer-action', href: `${base}/approve/${id}` },
    ],
    purchase_units: [{ custom_id: unit.custom_id, amount: unit.amount }],
    back: { return_url: context.return_url, cancel_url: context.cancel_url },
    title: unit.items.map(({ name }) => name).join(', '),
    comesTo: 'COMPLETED',
  }
  shelf.paypal.orders[id] = order
  return order
}

export function approve(shelf: Shelf, id: string, comesTo: Order['comesTo']): Order {
  const order = orderAt(shelf, id)
  Object.assign(order, { status: 'APPROVED', comesTo })
  tell(shelf, 'CHECKOUT.ORDER.APPROVED', 'checkout-order', bare(order))
  return order
}

export function capture(shelf: Shelf, id: string): Order {
  const order = orderAt(shelf, id)
  const unit = order.purchase_units[0]
  if (order.status === 'COMPLETED') throw refused(422, 'UNPROCESSABLE_ENTITY', 'ORDER_ALREADY_CAPTURED')
  if (order.status !== 'APPROVED' || !unit) throw refused(422, 'UNPROCESSABLE_ENTITY', 'ORDER_NOT_APPROVED')
  if (order.comesTo === 'DECLINED') {
    order.status = 'PAYER_ACTION_REQUIRED'
    throw refused(422, 'UNPROCESSABLE_ENTITY', 'INSTRUMENT_DECLINED')
  }
  order.status = 'COMPLETED'
  const made = {
    id: newRef('', 17).toUpperCase(),
    status: order.comesTo,
    amount: onlyAmount(unit.amount),
    ...feesOf(order, unit.amount),
  }
  unit.payments = { captures: [{ ...made, supplementary_data: { related_ids: { order_id: id } } }] }
  tell(shelf, `PAYMENT.CAPTURE.${order.comesTo}`, 'capture', unit.payments.captures?.[0] ?? {})
  return order
}

const onlyAmount = ({ currency_code, value }: { currency_code: string; value: string }) => ({ currency_code, value })

function feesOf({ comesTo }: Order, amount: { currency_code: string; value: string }) {
  if (comesTo !== 'COMPLETED') return {}
  const gross = minorOf(amount)
  const fee = Math.min(gross, Math.round(gross * 0.0349) + 35)
  const money = (minor: number) => amountOf(minor, amount.currency_code)
  return {
    seller_receivable_breakdown: { gross_amount: money(gross), paypal_fee: money(fee), net_amount: money(gross - fee) },
  }
}

export function settlePending(shelf: Shelf, id: string, completed: boolean) {
  const { order, capture: made } = captureAt(shelf, id)
  if (made.status !== 'PENDING') throw refused(422, 'UNPROCESSABLE_ENTITY', 'NOT_PENDING')
  order.comesTo = completed ? 'COMPLETED' : 'DECLINED'
  Object.assign(made, { status: completed ? 'COMPLETED' : 'DECLINED', ...feesOf(order, made.amount) })
  tell(shelf, completed ? 'PAYMENT.CAPTURE.COMPLETED' : 'PAYMENT.CAPTURE.DENIED', 'capture', made)
}

export function refund(
  shelf: Shelf,
  base: string,
  id: string,
  asked: { amount?: { currency_code: string; value: string }; custom_id?: string },
) {
  const { capture: made, refunds } = captureAt(shelf, id)
  if (isDisputed(shelf, id)) throw refused(422, 'UNPROCESSABLE_ENTITY', 'TRANSACTION_DISPUTED')
  const left = leftOf(made, refunds)
  const amount = asked.amount ?? amountOf(left, made.amount.currency_code)
  if (left === 0) throw refused(422, 'UNPROCESSABLE_ENTITY', 'CAPTURE_FULLY_REFUNDED')
  if (minorOf(amount) > left) throw refused(422, 'UNPROCESSABLE_ENTITY', 'REFUND_AMOUNT_EXCEEDED')
  const refund = {
    id: newRef('', 17).toUpperCase(),
    status: shelf.manner.refunds === 'wait' ? 'PENDING' : 'COMPLETED',
    amount: onlyAmount(amount),
    ...(asked.custom_id && { custom_id: asked.custom_id }),
    links: [{ rel: 'up', href: `${base}/v2/payments/captures/${id}` }],
  }
  refunds.push(refund)
  made.status = minorOf(amount) === left ? 'REFUNDED' : 'PARTIALLY_REFUNDED'
  tell(shelf, 'PAYMENT.CAPTURE.REFUNDED', 'refund', refund)
  return refund
}

export const bare = ({ back: _, title: __, comesTo: ___, ...order }: Order) => order

export function orderAt(shelf: Shelf, id: string): Order {
  const order = shelf.paypal.orders[id]
  if (!order) throw notThere()
  return order
}
