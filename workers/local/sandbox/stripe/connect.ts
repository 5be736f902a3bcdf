import { newRef, type Shelf, seconds } from '../shelf.ts'
import { type Form, number, part, text, words } from './form.ts'
import type { Account, Payout, Reversal, Transfer } from './objects.ts'
import { tell } from './telling.ts'
import { missing, needed, wrong } from './wrong.ts'

const ASKED = ['individual.first_name', 'individual.dob.day', 'external_account', 'tos_acceptance.date']

export function newAccount(shelf: Shelf, form: Form): Account {
  if (text(form, 'type') !== 'express') throw wrong(400, 'The sandbox knows Express accounts only.', { param: 'type' })
  const account: Account = {
    id: newRef('acct_', 16),
    object: 'account',
    capabilities: { transfers: 'inactive' },
    charges_enabled: false,
    country: text(form, 'country') ?? 'NL',
    details_submitted: false,
    email: text(form, 'email') ?? null,
    metadata: words(part(form, 'metadata')),
    payouts_enabled: false,
    requirements: {
      currently_due: [...ASKED],
      eventually_due: [...ASKED],
      past_due: [],
      disabled_reason: 'requirements.past_due',
    },
    type: 'express',
  }
  shelf.stripe.accounts[account.id] = account
  return account
}

export function onboard(shelf: Shelf, id: string, how: 'done' | 'half' | 'paused') {
  const account = accountAt(shelf, id)
  const due = how === 'half' ? ['external_account'] : []
  account.details_submitted = how !== 'half'
  account.payouts_enabled = how === 'done'
  account.charges_enabled = how === 'done'
  account.capabilities = { transfers: how === 'half' ? 'inactive' : 'active' }
  account.requirements = { currently_due: due, eventually_due: due, past_due: [], disabled_reason: null }
  tell(shelf, 'account.updated', account, account.id)
}

export function newTransfer(shelf: Shelf, form: Form): Transfer {
  const destination = accountAt(shelf, text(form, 'destination') ?? '')
  if (destination.capabilities?.transfers !== 'active')
    throw wrong(
      400,
      'Your destination account needs to have at least one of the following capabilities enabled: transfers',
      {
        code: 'insufficient_capabilities_for_transfer',
      },
    )
  const amount = number(form, 'amount')
  if (!Number.isSafeInteger(amount) || amount < 1) throw wrong(400, 'Invalid positive integer', { param: 'amount' })
  const transfer: Transfer = {
    id: newRef('tr_'),
    object: 'transfer',
    amount,
    amount_reversed: 0,
    created: seconds(),
    currency: text(form, 'currency') ?? '',
    description: text(form, 'description') ?? null,
    destination: destination.id,
    livemode: false,
    metadata: words(part(form, 'metadata')),
    reversed: false,
    transfer_group: text(form, 'transfer_group') ?? null,
  }
  shelf.stripe.transfers[transfer.id] = transfer
  tell(shelf, 'transfer.created', transfer)
  return transfer
}

export function newReversal(shelf: Shelf, id: string, form: Form): Reversal {
  const transfer = shelf.stripe.transfers[id]
  if (!transfer) throw missing('transfer', id)
  const amount = text(form, 'amount') ? number(form, 'amount') : transfer.amount - transfer.amount_reversed
  if (amount < 1 || amount > availableTo(shelf, transfer.destination, transfer.currency))
    throw wrong(400, 'The account does not have enough money for this reversal.', { code: 'balance_insufficient' })
  const reversal: Reversal = {
    id: newRef('trr_'),
    object: 'transfer_reversal',
    amount,
    created: seconds(),
    currency: transfer.currency,
    metadata: words(part(form, 'metadata')),
    transfer: id,
  }
  shelf.stripe.reversals[reversal.id] = reversal
  transfer.amount_reversed += amount
  transfer.reversed = transfer.amount_reversed === transfer.amount
  tell(shelf, 'transfer.reversed', transfer)
  return reversal
}

export function newPayout(shelf: Shelf, of: string, form: Form): Payout {
  const account = accountAt(shelf, of)
  const amount = number(form, 'amount')
  const currency = text(form, 'currency') ?? ''
  if (!account.payouts_enabled) throw wrong(400, 'Payouts are not enabled.', { code: 'payouts_not_allowed' })
  if (!Number.isSafeInteger(amount) || amount < 1) throw needed('amount')
  if (amount > availableTo(shelf, of, currency))
    throw wrong(400, 'You have insufficient funds in your Stripe account for this payout.', {
      code: 'balance_insufficient',
    })
  const payout = {
    id: newRef('po_'),
    object: 'payout' as const,
    amount,
    arrival_date: seconds() + 2 * 86_400,
    automatic: false,
    created: seconds(),
    currency,
    description: text(form, 'description') ?? null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: words(part(form, 'metadata')),
    method: 'standard',
    of,
    reversed_by: null,
    status: 'pending',
  }
  shelf.stripe.payouts[payout.id] = payout
  tell(shelf, 'payout.created', payout, of)
  return payout
}

export function arrive(shelf: Shelf, id: string, how: 'arrive' | 'fail' | 'come back') {
  const payout = shelf.stripe.payouts[id]
  if (!payout) throw missing('payout', id)
  if (how === 'arrive') payout.status = 'paid'
  if (how === 'fail')
    Object.assign(payout, {
      status: 'failed',
      failure_code: 'account_closed',
      failure_message: 'The bank account has been closed.',
    })
  if (how === 'come back') payout.reversed_by = newRef('po_')
  tell(shelf, how === 'fail' ? 'payout.failed' : how === 'arrive' ? 'payout.paid' : 'payout.updated', payout, payout.of)
}

// What was transferred there and has not gone out; a payout that failed is there again.
function availableTo(shelf: Shelf, account: string, currency: string): number {
  const transfers = Object.values(shelf.stripe.transfers).filter(
    (one) => one.destination === account && one.currency === currency,
  )
  const payouts = Object.values(shelf.stripe.payouts).filter(
    (one) => one.of === account && one.currency === currency && one.status !== 'failed' && one.reversed_by === null,
  )
  const into = transfers.reduce((sum, one) => sum + one.amount - one.amount_reversed, 0)
  return into - payouts.reduce((sum, one) => sum + one.amount, 0)
}

function accountAt(shelf: Shelf, id: string): Account {
  const account = shelf.stripe.accounts[id]
  if (!account) throw missing('destination', id)
  return account
}
