import type { Beginning, PaymentState, Refunding, RefundState, Seen, SeenRefund } from '../port.ts'
import { PaymentRefused } from '../refusals.ts'
import { type Amount, amountOf, minorOf } from './amounts.ts'
import { type Call, type Link, linkIn, whereThere } from './calling.ts'
import { disputesOf } from './disputes.ts'

export type Order = {
  id: string
  status: string
  links?: Link[]
  purchase_units: { custom_id?: string; amount: Amount; payments?: { captures?: Capture[]; refunds?: Refund[] } }[]
}

export type Capture = {
  id: string
  status: string
  amount: Amount
  seller_receivable_breakdown?: { gross_amount: Amount; paypal_fee?: Amount; net_amount?: Amount }
  supplementary_data?: { related_ids?: { order_id?: string } }
}

export type Refund = { id: string; status: string; amount: Amount; custom_id?: string; links?: Link[] }

export async function begin(call: Call, purchase: Beginning) {
  const order = await call<Order>('POST', '/v2/checkout/orders', { key: purchase.key, json: orderFor(purchase) })
  return { ref: order.id, url: linkIn(order.links, 'payer-action', 'approve') ?? purchase.cancelTo }
}

export function orderFor({ purchaseId, lines, shippingMinor, taxMinor, totalMinor, ...purchase }: Beginning) {
  const amount = (minor: number) => amountOf(minor, purchase.currency)
  const items = lines.reduce((sum, { quantity, unitMinor }) => sum + quantity * unitMinor, 0)
  return {
    intent: 'CAPTURE',
    purchase_units: [
      {
        custom_id: purchaseId,
        invoice_id: purchaseId,
        amount: {
          ...amount(totalMinor),
          breakdown: { item_total: amount(items), shipping: amount(shippingMinor), tax_total: amount(taxMinor) },
        },
        items: lines.map(({ title, quantity, unitMinor }) => ({
          name: title.slice(0, 127),
          quantity: String(quantity),
          unit_amount: amount(unitMinor),
        })),
      },
    ],
    payment_source: {
      paypal: {
        ...(purchase.email && { email_address: purchase.email }),
        experience_context: {
          return_url: purchase.returnTo,
          cancel_url: purchase.cancelTo,
          user_action: 'PAY_NOW',
          shipping_preference: 'NO_SHIPPING',
        },
      },
    },
  }
}

export async function capture(call: Call, ref: string, key: string) {
  await call('POST', `/v2/checkout/orders/${encodeURIComponent(ref)}/capture`, { key, json: {} }).catch((error) => {
    if (!(error instanceof PaymentRefused && error.reason === 'ORDER_ALREADY_CAPTURED')) throw error
  })
}

export async function look(call: Call, ref: string): Promise<Seen | undefined> {
  const order = await orderOf(call, ref)
  const unit = order?.purchase_units[0]
  if (!order || !unit) return undefined
  const captured = unit.payments?.captures?.[0]
  const fee = captured?.seller_receivable_breakdown?.paypal_fee
  const state = captured ? (CAPTURED[captured.status] ?? 'unknown') : (UNCAPTURED[order.status] ?? 'unknown')
  return {
    ref: order.id,
    state,
    purchaseId: unit.custom_id,
    capturedMinor: captured && state === 'paid' ? minorOf(captured.amount) : 0,
    currency: unit.amount.currency_code,
    feeMinor: fee && minorOf(fee),
    captureRef: captured?.id,
    refunds: (unit.payments?.refunds ?? []).map(seenRefund),
    disputes: captured ? await disputesOf(call, captured.id) : [],
  }
}

// Messages about captures, refunds and disputes name the capture: `capture:<id>`.
async function orderOf(call: Call, ref: string): Promise<Order | undefined> {
  const id = ref.startsWith('capture:') ? await orderOfCapture(call, ref.slice('capture:'.length)) : ref
  return id ? await whereThere(call<Order>('GET', `/v2/checkout/orders/${encodeURIComponent(id)}`)) : undefined
}

async function orderOfCapture(call: Call, id: string) {
  const captured = await whereThere(call<Capture>('GET', `/v2/payments/captures/${encodeURIComponent(id)}`))
  return captured?.supplementary_data?.related_ids?.order_id
}

const UNCAPTURED: Record<string, PaymentState> = {
  CREATED: 'open',
  SAVED: 'open',
  PAYER_ACTION_REQUIRED: 'open',
  APPROVED: 'approved',
  VOIDED: 'expired',
}

const CAPTURED: Record<string, PaymentState> = {
  COMPLETED: 'paid',
  PARTIALLY_REFUNDED: 'paid',
  REFUNDED: 'paid',
  PENDING: 'pending',
  DECLINED: 'failed',
  FAILED: 'failed',
}

const seenRefund = (refund: Refund): SeenRefund => ({
  ref: refund.id,
  key: refund.custom_id,
  minor: minorOf(refund.amount),
  state: refundState(refund),
})

const refundState = ({ status }: Refund): RefundState =>
  status === 'COMPLETED' ? 'done' : status === 'FAILED' || status === 'CANCELLED' ? 'failed' : 'pending'

export async function refund(call: Call, { captureRef, minor, currency, key, reason }: Refunding) {
  const made = await call<Refund>('POST', `/v2/payments/captures/${encodeURIComponent(captureRef)}/refund`, {
    key,
    json: { amount: amountOf(minor, currency), custom_id: key.slice(0, 127), note_to_payer: reason.slice(0, 255) },
  })
  return { ref: made.id, state: refundState(made) }
}
