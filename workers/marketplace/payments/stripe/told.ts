import Stripe from 'stripe'
import type { Subject, Told } from '../port.ts'

export const asTold = (event: Stripe.Event): Told => ({
  eventId: event.id,
  type: event.type,
  livemode: event.livemode,
  account: event.account,
  about: event.api_version === Stripe.API_VERSION ? about(event) : otherVersion(event),
  body: event as never,
})

const otherVersion = ({ api_version }: Stripe.Event) => ({
  review: `It speaks version ${api_version} of the API, and we speak ${Stripe.API_VERSION}.`,
})

function about(event: Stripe.Event): Told['about'] {
  const kind = KINDS.find(([words]) => words.test(event.type))?.[1]
  if (!kind) return { ignored: why(event.type) }
  const object = event.data.object as unknown as { id: string; payment_intent?: string | { id: string } | null }
  if (kind === 'payment')
    return event.account ? { ignored: 'It belongs to an account of its own.' } : payment(event.type, object)
  if (!event.account) return { ignored: 'It is about the account of the community itself.' }
  return kind === 'payout' ? { kind, ref: `${event.account}/${object.id}` } : { kind, ref: event.account }
}

const KINDS: [RegExp, Subject['kind']][] = [
  [/^checkout\.session\./, 'payment'],
  [/^payment_intent\.(succeeded|payment_failed|canceled|processing)$/, 'payment'],
  [/^(charge\.refund|charge\.dispute|refund)/, 'payment'],
  [/^payout\.(paid|failed|canceled|updated)$/, 'payout'],
  [/^(account\.updated|capability\.updated|account\.application\.deauthorized)$/, 'account'],
]

type About = { id: string; payment_intent?: string | { id: string } | null }

function payment(type: string, { id, payment_intent }: About): Told['about'] {
  if (type.startsWith('checkout.session.')) return { kind: 'payment', ref: id }
  const ref = type.startsWith('payment_intent.') ? id : idOf(payment_intent)
  return ref ? { kind: 'payment', ref } : { review: 'It names no payment.' }
}

const idOf = (part: string | { id: string } | null | undefined) => (typeof part === 'string' ? part : part?.id)

const why = (type: string) =>
  /^(invoice|customer\.subscription)\./.test(type)
    ? 'Subscriptions are not sold here yet.'
    : 'Nothing here follows from this kind of message.'
