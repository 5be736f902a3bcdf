import type { Told } from '../port.ts'
import { type Link, linkIn } from './calling.ts'

export type Event = { id: string; event_type: string; resource?: Resource; resource_version?: string }

type Resource = {
  id?: string
  links?: Link[]
  payout_batch_id?: string
  batch_header?: { payout_batch_id?: string }
  supplementary_data?: { related_ids?: { order_id?: string; capture_id?: string } }
  disputed_transactions?: { seller_transaction_id?: string }[]
}

export const asTold = (event: Event, livemode: boolean): Told => ({
  eventId: event.id,
  type: event.event_type,
  livemode,
  account: undefined,
  about: about(event.event_type, event.resource ?? {}),
  body: event,
})

function about(type: string, resource: Resource): Told['about'] {
  const named = KINDS.find(([words]) => words.test(type))
  if (!named) return { ignored: whyNot(type) }
  const ref = named[2](resource)
  return ref ? { kind: named[1], ref } : { review: 'It does not say what it is about.' }
}

const orderNamed = ({ supplementary_data }: Resource) => supplementary_data?.related_ids?.order_id

const captureNamed = (id: string | undefined) => (id ? `capture:${id}` : undefined)

const captureAbove = ({ links, supplementary_data }: Resource) =>
  supplementary_data?.related_ids?.capture_id ?? linkIn(links, 'up')?.split('/').at(-1)

const KINDS: [RegExp, 'payment' | 'payout', (resource: Resource) => string | undefined][] = [
  [/^CHECKOUT\.ORDER\.|^CHECKOUT\.PAYMENT-APPROVAL\.REVERSED$/, 'payment', ({ id }) => id],
  [
    /^PAYMENT\.CAPTURE\.(COMPLETED|DENIED|DECLINED|PENDING)$/,
    'payment',
    (one) => orderNamed(one) ?? captureNamed(one.id),
  ],
  [/^PAYMENT\.(CAPTURE\.(REFUNDED|REVERSED)|REFUND\.\w+)$/, 'payment', (one) => captureNamed(captureAbove(one))],
  [
    /^CUSTOMER\.DISPUTE\./,
    'payment',
    ({ disputed_transactions }) => captureNamed(disputed_transactions?.[0]?.seller_transaction_id),
  ],
  [/^PAYMENT\.PAYOUTS-ITEM\./, 'payout', ({ payout_batch_id }) => payout_batch_id],
  [/^PAYMENT\.PAYOUTSBATCH\./, 'payout', ({ batch_header }) => batch_header?.payout_batch_id],
]

const whyNot = (type: string) =>
  type.startsWith('BILLING.')
    ? 'Subscriptions are not sold here yet.'
    : 'Nothing here follows from this kind of message.'
