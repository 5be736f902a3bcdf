import { newRef, type Shelf, seconds } from '../shelf.ts'
import { type Form, number, part, text, words } from './form.ts'
import type { Session } from './objects.ts'
import { needed, wrong } from './wrong.ts'

const HALF_HOUR = 30 * 60
const DAY = 86_400

export function newSession(shelf: Shelf, base: string, form: Form): Session {
  if (text(form, 'mode') !== 'payment') throw needed('mode')
  const success = text(form, 'success_url') ?? fail('success_url')
  const lines = Object.values(part(form, 'line_items')).map((line) => lineOf(typeof line === 'object' ? line : {}))
  const currency = lines[0]?.currency ?? fail('line_items')
  if (lines.some((line) => line.currency !== currency)) throw wrong(400, 'All prices must be in the same currency.')
  const total = lines.reduce((sum, { quantity, minor }) => sum + quantity * minor, 0)
  if (total < 50) throw wrong(400, 'The amount is too small.', { code: 'amount_too_small' })
  const id = newRef('cs_test_', 32)
  const session: Session = {
    id,
    object: 'checkout.session',
    amount_subtotal: total,
    amount_total: total,
    cancel_url: text(form, 'cancel_url') ?? null,
    client_reference_id: text(form, 'client_reference_id') ?? null,
    created: seconds(),
    currency,
    customer_email: text(form, 'customer_email') ?? null,
    expires_at: expiryOf(form),
    livemode: false,
    metadata: words(part(form, 'metadata')),
    mode: 'payment',
    payment_intent: null,
    payment_status: 'unpaid',
    status: 'open',
    success_url: success,
    ui_mode: 'hosted_page',
    url: `${base}/pay/${id}`,
  }
  shelf.stripe.sessions[id] = session
  session.payment_intent = newIntent(shelf, session, part(form, 'payment_intent_data'))
  return session
}

function newIntent(shelf: Shelf, { amount_total, currency }: Session, form: Form): string {
  const id = newRef('pi_')
  shelf.stripe.intents[id] = {
    id,
    object: 'payment_intent',
    amount: amount_total ?? 0,
    amount_received: 0,
    created: seconds(),
    currency: currency ?? '',
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    metadata: words(part(form, 'metadata')),
    status: 'requires_payment_method',
    transfer_group: text(form, 'transfer_group') ?? null,
  }
  return id
}

function lineOf(line: Form) {
  const price = part(line, 'price_data')
  if (!text(part(price, 'product_data'), 'name')) throw needed('line_items[0][price_data][product_data][name]')
  const minor = number(price, 'unit_amount')
  const quantity = number(line, 'quantity')
  if (!Number.isSafeInteger(minor) || minor < 0) throw wrong(400, 'Invalid integer', { param: 'unit_amount' })
  if (!Number.isSafeInteger(quantity) || quantity < 1) throw needed('line_items[0][quantity]')
  return { minor, quantity, currency: text(price, 'currency') ?? fail('currency') }
}

function expiryOf(form: Form): number {
  const at = text(form, 'expires_at') ? number(form, 'expires_at') : seconds() + DAY
  // A minute of grace for the way here.
  if (at < seconds() + HALF_HOUR - 60 || at > seconds() + DAY + 60)
    throw wrong(400, 'The `expires_at` timestamp must be between 30 minutes and 24 hours from now.', {
      param: 'expires_at',
    })
  return at
}

function fail(param: string): never {
  throw needed(param)
}
