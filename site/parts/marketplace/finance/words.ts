import type { AccountKind } from '#db/schema/marketplace/ledger.ts'
import type { CorrectionPage, HOUSE_ACCOUNTS, StatementLine, TrialLine } from '#workers/marketplace/finance/inputs.ts'
import type { Part } from '#workers/marketplace/orders/inputs.ts'

export const ACCOUNTS: Record<AccountKind, string> = {
  cash: 'Cash',
  seller_payable: 'Owed to makers',
  seller_owes: 'Makers owe',
  platform_fee: 'What the house keeps',
  processor_fee: 'Fees of payment services',
  tax: 'Tax',
  refunds: 'Refunds on their way',
  disputes: 'In dispute',
  jar: 'In makers’ jars',
  payouts_in_transit: 'Payouts on their way',
}

const PLACES = { stripe: 'at Stripe', paypal: 'at PayPal', organisation: 'with the organisation' }

export const accountName = ({ kind, provider }: Pick<TrialLine, 'kind' | 'provider'>) =>
  provider ? `${ACCOUNTS[kind]} ${PLACES[provider]}` : ACCOUNTS[kind]

// Whose: where an account is somebody's, how many of them there are.
export const accountsOf = ({ kind, accounts }: Pick<TrialLine, 'kind' | 'accounts'>) => {
  if (kind === 'jar') return accounts === 1 ? 'one jar' : `${accounts} jars`
  if (kind.startsWith('seller') || kind === 'payouts_in_transit')
    return accounts === 1 ? 'one maker' : `${accounts} makers`
  return ''
}

export const HOUSE: Record<(typeof HOUSE_ACCOUNTS)[number], string> = {
  platform_fee: ACCOUNTS.platform_fee,
  processor_fee: ACCOUNTS.processor_fee,
  tax: ACCOUNTS.tax,
  refunds: ACCOUNTS.refunds,
  disputes: ACCOUNTS.disputes,
  'cash:stripe': 'Cash at Stripe',
  'cash:paypal': 'Cash at PayPal',
  'cash:organisation': 'Cash with the organisation',
}

const KINDS: Record<string, string> = {
  sale: 'Sale',
  'fee-known': 'Fee of the payment service',
  'refund-asked': 'Paid back to the buyer',
  'refund-done': 'Refund arrived',
  'refund-failed': 'Refund came back',
  'dispute-opened': 'The buyer’s bank asked for it back',
  'dispute-withdrawn': 'The bank took it',
  'dispute-fee': 'What the dispute costs the house',
  'dispute-reinstated': 'The bank gave it back',
  'dispute-won': 'Dispute won',
  'payout-asked': 'Payout asked for',
  'payout-paid': 'Paid out',
  'payout-failed': 'Payout did not arrive',
  'payout-returned': 'Payout came back',
  moved: 'Moved between jars',
  emptied: 'Jar emptied',
  correction: 'Correction',
}

export const kindName = (kind: string) => KINDS[kind] ?? kind.replaceAll('-', ' ')

// What a booking only moved from one pocket of the maker's to another.
export const pockets = ({ freeMinor, jarsMinor, inTransitMinor }: StatementLine) =>
  [
    { label: 'to take out', minor: freeMinor },
    { label: 'jars', minor: jarsMinor },
    { label: 'on its way', minor: inTransitMinor },
  ].filter(({ minor }) => minor !== 0)

export const monthInFull = (month: string) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )

export const monthsBefore = (now: Date, count: number) =>
  Array.from({ length: count }, (_, n) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - n)).toISOString().slice(0, 7),
  )

type Side = CorrectionPage['corrections'][number]['sides'][number]

// A member's accounts are theirs by name; what they are for says how.
export const sideName = ({ kind, provider, handle }: Side) =>
  handle ? `@${handle}, ${WHOSE[kind] ?? ACCOUNTS[kind].toLowerCase()}` : accountName({ kind, provider })

const WHOSE: Partial<Record<AccountKind, string>> = {
  seller_payable: 'to take out',
  seller_owes: 'what they owe',
  jar: 'in jars',
}

// Where the money of one order is, for whoever keeps the books.
export const partName = ({ kind }: Part) => PARTS[kind] ?? kind

const PARTS: Record<string, string> = { ...ACCOUNTS, seller_payable: 'The maker’s', seller_owes: 'The maker owes' }
