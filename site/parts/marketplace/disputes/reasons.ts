import type { ShownDispute } from '#workers/marketplace/disputes/inputs.ts'
import type { OrderWay } from '#workers/marketplace/orders/inputs.ts'

type Reason = { says: string; helps: string }

const NOT_RECEIVED = {
  says: 'They say that it never arrived.',
  helps: 'Say when you sent it, how, and where to. A number to follow it by helps most.',
}
const NOT_AS_SHOWN = {
  says: 'They say that it came broken, or is not what was shown.',
  helps: 'Describe what you sent and how it was packed, and what you offered when they wrote to you.',
}
const NOT_THEM = {
  says: 'They say that somebody else paid with their card or account.',
  helps: 'Say where it went, and what shows that they knew of it: their messages to you, for one.',
}
const TWICE = {
  says: 'They say that they paid twice for the same thing.',
  helps: 'Say how many payments you know of, and what each of them was for.',
}
const NOT_PAID_BACK = {
  says: 'They say that money they were promised back did not come.',
  helps: 'Say what the two of you agreed, what came back to you, and what was paid back already.',
}
const CANCELLED = {
  says: 'They say that they had cancelled it.',
  helps: 'Say when they wrote so, if they did, and how far you were with it by then.',
}
const NOT_TAKEN = {
  says: 'Their bank says that it could not take the money from their account.',
  helps: 'Say what was bought and when, and whether they have it.',
}

// The words of Stripe and of PayPal, in ours.
const REASONS: Record<string, Reason> = {
  product_not_received: NOT_RECEIVED,
  merchandise_or_service_not_received: NOT_RECEIVED,
  product_unacceptable: NOT_AS_SHOWN,
  merchandise_or_service_not_as_described: NOT_AS_SHOWN,
  fraudulent: NOT_THEM,
  unauthorised: NOT_THEM,
  unauthorized: NOT_THEM,
  debit_not_authorized: NOT_THEM,
  duplicate: TWICE,
  duplicate_transaction: TWICE,
  credit_not_processed: NOT_PAID_BACK,
  subscription_canceled: CANCELLED,
  canceled_recurring_billing: CANCELLED,
  bank_cannot_process: NOT_TAKEN,
  check_returned: NOT_TAKEN,
  incorrect_account_details: NOT_TAKEN,
  insufficient_funds: NOT_TAKEN,
  unrecognized: {
    says: 'They do not know what this payment on their statement was for.',
    helps: 'Say what was bought, when, and by what name. Often that is all they need.',
  },
  incorrect_amount: {
    says: 'They say that it was more than they agreed to.',
    helps: 'Say what each thing cost and what was added for its way.',
  },
  payment_by_other_means: {
    says: 'They say that they paid for it in another way.',
    helps: 'Say whether you got money from them in another way, and when.',
  },
}

const NO_REASON = {
  says: 'Their bank gives no closer reason.',
  helps: 'Tell in order what was bought, what you sent, and what you said to each other.',
}

// What is said of something that was sent, of what was not.
const OTHERWISE: Partial<Record<OrderWay, Map<Reason, Reason>>> = {
  fetched: new Map([
    [NOT_RECEIVED, { says: 'They say that they never got it.', helps: 'Say when they fetched it, and where.' }],
    [
      NOT_AS_SHOWN,
      {
        says: 'They say that it is broken, or not what was shown.',
        helps: 'Describe what you gave them, and what you offered when they wrote to you.',
      },
    ],
  ]),
  taught: new Map([
    [
      NOT_RECEIVED,
      { says: 'They say that it never took place.', helps: 'Say when and where the lesson was, and who came.' },
    ],
    [
      NOT_AS_SHOWN,
      {
        says: 'They say that it was not what was promised.',
        helps: 'Describe how the lesson went, and what you offered when they wrote to you.',
      },
    ],
    [NOT_THEM, { ...NOT_THEM, helps: 'Say who came, and what shows that they knew of it: their messages, for one.' }],
  ]),
  wired: new Map([
    [
      NOT_RECEIVED,
      { says: 'They say that they never got it.', helps: 'Say what you know of when they had the files.' },
    ],
    [
      NOT_AS_SHOWN,
      {
        says: 'They say that the files are not what was shown.',
        helps: 'Describe what is in them, and what you offered when they wrote to you.',
      },
    ],
    [NOT_THEM, { ...NOT_THEM, helps: 'Say what shows that they knew of it: their messages to you, for one.' }],
  ]),
}

export function reasonOf({ reason }: Pick<ShownDispute, 'reason'>, way: OrderWay): Reason {
  const said = REASONS[reason] ?? NO_REASON
  return OTHERWISE[way]?.get(said) ?? said
}
