import type Stripe from 'stripe'

// Only fields of the real SDK: a wrong name does not compile.
export type Session = Pick<
  Stripe.Checkout.Session,
  | 'id'
  | 'object'
  | 'amount_subtotal'
  | 'amount_total'
  | 'cancel_url'
  | 'client_reference_id'
  | 'created'
  | 'currency'
  | 'customer_email'
  | 'expires_at'
  | 'livemode'
  | 'metadata'
  | 'mode'
  | 'payment_status'
  | 'status'
  | 'success_url'
  | 'ui_mode'
  | 'url'
> & { payment_intent: string | null }

export type Intent = Pick<
  Stripe.PaymentIntent,
  | 'id'
  | 'object'
  | 'amount'
  | 'amount_received'
  | 'created'
  | 'currency'
  | 'last_payment_error'
  | 'livemode'
  | 'metadata'
  | 'status'
  | 'transfer_group'
> & { latest_charge: string | null }

export type Charge = Pick<
  Stripe.Charge,
  | 'id'
  | 'object'
  | 'amount'
  | 'amount_captured'
  | 'amount_refunded'
  | 'captured'
  | 'created'
  | 'currency'
  | 'disputed'
  | 'failure_code'
  | 'failure_message'
  | 'livemode'
  | 'metadata'
  | 'paid'
  | 'refunded'
  | 'status'
  | 'transfer_group'
> & { balance_transaction: string | null; payment_intent: string }

export type Balance = Pick<
  Stripe.BalanceTransaction,
  | 'id'
  | 'object'
  | 'amount'
  | 'available_on'
  | 'created'
  | 'currency'
  | 'exchange_rate'
  | 'fee'
  | 'fee_details'
  | 'net'
  | 'status'
  | 'type'
> & { source: string }

export type Refund = Pick<
  Stripe.Refund,
  'id' | 'object' | 'amount' | 'created' | 'currency' | 'failure_reason' | 'metadata' | 'reason' | 'status'
> & { charge: string; payment_intent: string; balance_transaction: string | null }

export type Dispute = Pick<
  Stripe.Dispute,
  'id' | 'object' | 'amount' | 'created' | 'currency' | 'livemode' | 'metadata' | 'reason' | 'status'
> & {
  charge: string
  payment_intent: string
  balance_transactions: Balance[]
  evidence: Partial<Stripe.Dispute.Evidence>
  evidence_details: Stripe.Dispute.EvidenceDetails
}

export type Account = Pick<
  Stripe.Account,
  | 'id'
  | 'object'
  | 'capabilities'
  | 'charges_enabled'
  | 'country'
  | 'details_submitted'
  | 'email'
  | 'metadata'
  | 'payouts_enabled'
  | 'type'
> & {
  requirements: Pick<Stripe.Account.Requirements, 'currently_due' | 'past_due' | 'eventually_due' | 'disabled_reason'>
}

export type Transfer = Pick<
  Stripe.Transfer,
  | 'id'
  | 'object'
  | 'amount'
  | 'amount_reversed'
  | 'created'
  | 'currency'
  | 'description'
  | 'livemode'
  | 'metadata'
  | 'reversed'
  | 'transfer_group'
> & { destination: string }

export type Reversal = Pick<
  Stripe.TransferReversal,
  'id' | 'object' | 'amount' | 'created' | 'currency' | 'metadata'
> & { transfer: string }

export type Payout = Pick<
  Stripe.Payout,
  | 'id'
  | 'object'
  | 'amount'
  | 'arrival_date'
  | 'automatic'
  | 'created'
  | 'currency'
  | 'description'
  | 'failure_code'
  | 'failure_message'
  | 'livemode'
  | 'metadata'
  | 'method'
  | 'status'
> & { reversed_by: string | null }

export type Event = Pick<
  Stripe.EventBase,
  'id' | 'object' | 'account' | 'api_version' | 'created' | 'livemode' | 'pending_webhooks' | 'request'
> & { type: Stripe.Event['type']; data: { object: object } }

export type Stripes = {
  sessions: Record<string, Session>
  intents: Record<string, Intent>
  charges: Record<string, Charge>
  balance: Record<string, Balance>
  refunds: Record<string, Refund>
  disputes: Record<string, Dispute>
  accounts: Record<string, Account>
  transfers: Record<string, Transfer>
  reversals: Record<string, Reversal>
  // Whose balance it left is told by the account.
  payouts: Record<string, Payout & { of: string }>
  events: Record<string, Event>
}
