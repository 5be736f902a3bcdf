import { newRef, type Shelf, seconds } from '../shelf.ts'
import type { Balance, Charge, Intent, Session } from './objects.ts'
import { tell } from './telling.ts'
import { wrong } from './wrong.ts'

export const feeOn = (minor: number) => Math.round(minor * 0.029) + 30

export function pay(shelf: Shelf, session: Session) {
  const intent = intentOf(shelf, session)
  succeed(shelf, intent)
  Object.assign(session, { status: 'complete', payment_status: 'paid' })
  tell(shelf, 'checkout.session.completed', session)
}

export function payLater(shelf: Shelf, session: Session) {
  const intent = intentOf(shelf, session)
  intent.status = 'processing'
  session.status = 'complete'
  tell(shelf, 'payment_intent.processing', intent)
  tell(shelf, 'checkout.session.completed', session)
}

export function settleDelayed(shelf: Shelf, session: Session, succeeds: boolean) {
  const intent = shelf.stripe.intents[session.payment_intent ?? '']
  if (intent?.status !== 'processing') throw wrong(400, 'This payment does not wait for anything.')
  if (succeeds) {
    succeed(shelf, intent)
    session.payment_status = 'paid'
    tell(shelf, 'checkout.session.async_payment_succeeded', session)
  } else {
    intent.status = 'requires_payment_method'
    tell(shelf, 'payment_intent.payment_failed', intent)
    tell(shelf, 'checkout.session.async_payment_failed', session)
  }
}

export function decline(shelf: Shelf, session: Session) {
  const intent = intentOf(shelf, session)
  const charge = newCharge(shelf, intent, { paid: false, status: 'failed' })
  Object.assign(charge, { failure_code: 'card_declined', failure_message: 'Your card was declined.' })
  intent.latest_charge = charge.id
  tell(shelf, 'payment_intent.payment_failed', intent)
}

export function expire(shelf: Shelf, session: Session) {
  if (session.status !== 'open')
    throw wrong(
      400,
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
    )
  session.status = 'expired'
  tell(shelf, 'checkout.session.expired', session)
}

function intentOf(shelf: Shelf, session: Session): Intent {
  const intent = shelf.stripe.intents[session.payment_intent ?? '']
  if (session.status !== 'open' || !intent) throw wrong(400, 'This checkout is no longer open.')
  return intent
}

function succeed(shelf: Shelf, intent: Intent) {
  const charge = newCharge(shelf, intent, { paid: true, status: 'succeeded' })
  charge.balance_transaction = newBalance(shelf, charge.id, intent.currency, {
    amount: intent.amount,
    fee: feeOn(intent.amount),
    type: 'charge',
  }).id
  Object.assign(intent, { status: 'succeeded', amount_received: intent.amount, latest_charge: charge.id })
  tell(shelf, 'payment_intent.succeeded', intent)
  tell(shelf, 'charge.succeeded', charge)
}

function newCharge(shelf: Shelf, intent: Intent, how: Pick<Charge, 'paid' | 'status'>): Charge {
  const charge: Charge = {
    id: newRef('ch_'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: how.paid ? intent.amount : 0,
    amount_refunded: 0,
    balance_transaction: null,
    captured: how.paid,
    created: seconds(),
    currency: intent.currency,
    disputed: false,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: intent.metadata,
    payment_intent: intent.id,
    refunded: false,
    transfer_group: intent.transfer_group,
    ...how,
  }
  shelf.stripe.charges[charge.id] = charge
  return charge
}

export function newBalance(
  shelf: Shelf,
  source: string,
  currency: string,
  { amount, fee, type }: Pick<Balance, 'amount' | 'fee' | 'type'>,
): Balance {
  const balance: Balance = {
    id: newRef('txn_'),
    object: 'balance_transaction',
    amount,
    available_on: seconds() + 2 * 86_400,
    created: seconds(),
    currency,
    exchange_rate: null,
    fee,
    fee_details: [
      { amount: fee, application: null, currency, description: 'Stripe processing fees', type: 'stripe_fee' },
    ],
    net: amount - fee,
    source,
    status: 'pending',
    type,
  }
  shelf.stripe.balance[balance.id] = balance
  return balance
}
