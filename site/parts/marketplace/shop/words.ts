import type { ListingKind } from '#db/schema/marketplace/listings.ts'
import type { Listing, ListingCard } from '#workers/marketplace/listings/inputs.ts'
import type { OrderState, Part } from '#workers/marketplace/orders/inputs.ts'
import type { Tone } from '../../../ui/tone.ts'

export const KINDS: Record<ListingKind, { one: string; many: string; says: string; offers: string }> = {
  original: {
    one: 'Original',
    many: 'Originals',
    says: 'There is one, and no second.',
    offers: 'There is one. It is never sold twice.',
  },
  edition: {
    one: 'Edition',
    many: 'Editions',
    says: 'Numbered pieces; yours gets its number.',
    offers: 'So many, each with its number.',
  },
  'made-to-order': {
    one: 'Made to order',
    many: 'Made to order',
    says: 'Begun when you order it.',
    offers: 'You begin when somebody orders, so many at a time.',
  },
  digital: {
    one: 'Download',
    many: 'Downloads',
    says: 'Files, right after paying.',
    offers: 'Files, which never run out.',
  },
  lesson: {
    one: 'Lesson',
    many: 'Lessons',
    says: 'Time with the maker.',
    offers: 'Time with you, in person or by video.',
  },
}

// Few words, and only where they help to decide.
export function leftWords({ kind, left }: Pick<ListingCard, 'kind' | 'left'>): string {
  if (left === null) return ''
  if (left <= 0) return kind === 'made-to-order' ? 'the bench is full' : 'sold'
  if (kind === 'edition' || kind === 'lesson') return left <= 5 ? `${left} left` : ''
  return ''
}

type Returns = Record<Listing['returns'], string>

const RETURNS: Returns = {
  none: 'It does not come back, except when something is wrong with it.',
  exchange: 'It can be exchanged for something else of its maker.',
  '14-days': 'You may send it back within 14 days.',
  '30-days': 'You may send it back within 30 days.',
}

// A lesson or a file cannot be sent back.
const MONEY_BACK: Returns = {
  none: 'It is not paid back, except when something is wrong with it.',
  exchange: RETURNS.exchange,
  '14-days': 'You may ask for your money back within 14 days.',
  '30-days': 'You may ask for your money back within 30 days.',
}

const cannotComeBack = (kind: ListingKind) => kind === 'lesson' || kind === 'digital'

export const returnsOf = ({ kind, returns }: Pick<Listing, 'kind' | 'returns'>) =>
  (cannotComeBack(kind) ? MONEY_BACK : RETURNS)[returns]

export const returnsCalled = (kind: ListingKind) => (cannotComeBack(kind) ? 'Money back' : 'Coming back')

// The same, as its maker promises it.
export const PROMISES: Returns = {
  none: 'Sold is sold, except when something is wrong with it',
  exchange: 'They may exchange it for something else of yours',
  '14-days': 'They have their money back within 14 days',
  '30-days': 'They have their money back within 30 days',
}

const countries = new Intl.DisplayNames(['en'], { type: 'region' })
export const countryName = (zone: string) => (zone === 'world' ? 'Everywhere else' : (countries.of(zone) ?? zone))

export const ORDERS: Record<OrderState['state'], { label: string; tone: Tone }> = {
  waiting: { label: 'Waits for the payment', tone: 'warning' },
  paid: { label: 'Paid', tone: 'info' },
  'on-its-way': { label: 'On its way', tone: 'info' },
  arrived: { label: 'Arrived', tone: 'support' },
  returned: { label: 'Paid back', tone: 'neutral' },
  'let-go': { label: 'Let go', tone: 'neutral' },
}

export const LISTED: Record<Listing['state'], { label: string; tone: Tone }> = {
  draft: { label: 'Not out yet', tone: 'warning' },
  listed: { label: 'For sale', tone: 'support' },
  withdrawn: { label: 'Taken down', tone: 'neutral' },
}

// Where the money of an order is, account by account of the books.
export function partWords({ kind, jar }: Part): string {
  if (kind === 'jar') return `In your jar “${jar}”`
  return PARTS[kind] ?? kind
}

const PARTS: Record<string, string> = {
  seller_payable: 'Yours',
  seller_owes: 'You owe',
  platform_fee: 'Keeps this place open',
  processor_fee: 'The payment service',
  tax: 'Tax',
  disputes: 'Waits for the buyer’s bank',
  refunds: 'On its way back',
}
