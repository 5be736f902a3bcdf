import type { OrderWay } from '#workers/marketplace/orders/inputs.ts'
import { letter } from './letter.ts'

type About = { buyer: string; pieces: string[]; details: string[]; ways: OrderWay[]; url: string; total: string }
type OfOne = { buyer: string; seller: string; number: number; url: string }

const footer = (url: string) => ({
  why: 'This link is the key to your order. Keep it, and give it to nobody else.',
  label: 'Your order',
  url,
})

// To whoever bought something here, member or guest: the link in each of these opens their order.
export const orderPaid = ({ buyer, pieces, details, ways, url, total }: About) =>
  letter(({ name: house }) => ({
    subject: `Thank you: your order with ${house}`,
    greeting: `Thank you, ${buyer}`,
    paragraphs: [
      `You paid ${total} for: ${pieces.join(', ')}.`,
      ...details,
      ...ways.map((way) => NEXT[way]),
      'The receipt is on the page of your order.',
    ],
    action: { label: 'See your order', url },
    footer: footer(url),
  }))

const NEXT: Record<OrderWay, string> = {
  sent: 'Whoever made it knows, and gets it ready. You hear when it is on its way.',
  fetched:
    'Whoever made it knows, and gets it ready for you. Please write to them on the page of your order before you come.',
  taught: 'Your teacher knows. If there is something to agree on, write to them on the page of your order.',
  wired: 'Your files are on the page of your order, from now on.',
  both: 'Whoever made it knows, gets it ready, and expects you for the lesson. The page of your order says how far it is.',
}

export const orderSent = ({ buyer, seller, number, url, ...way }: OfOne & { carrier: string; tracking: string }) =>
  letter({
    subject: `Order ${number} is on its way`,
    greeting: 'It is on its way',
    paragraphs: [
      `Hello ${buyer}. ${seller} sent your order ${number}${way.carrier ? ` with ${way.carrier}` : ''}.`,
      ...(way.tracking ? [`You can follow it by this number: ${way.tracking}`] : []),
      'Please say on its page when it has arrived: until then its maker’s money waits.',
    ],
    action: { label: 'See your order', url },
    footer: footer(url),
  })

export const orderSaid = ({ buyer, seller, number, url, words }: OfOne & { words: string }) =>
  letter({
    subject: `${seller} about your order ${number}`,
    greeting: `${seller} writes to you`,
    paragraphs: [`Hello ${buyer}. About your order ${number}:`, `“${words}”`],
    action: { label: 'Answer on the page of your order', url },
    footer: footer(url),
  })

export const orderReturned = ({ buyer, number, url, total }: OfOne & { total: string }) =>
  letter({
    subject: `Order ${number} was paid back`,
    greeting: 'Your money is on its way back',
    paragraphs: [
      `Hello ${buyer}. All ${total} of order ${number} go back to where they came from. Banks take up to ten days for it.`,
    ],
    action: { label: 'See your order', url },
    footer: footer(url),
  })

// Where it was paid too late, there is no order, and nobody who sold something.
export const refundFailed = ({ buyer, seller, number, url, total }: OfOne & { total: string }) =>
  letter({
    subject: `${total} did not reach you`,
    greeting: 'Your money did not reach you',
    paragraphs: [
      `Hello ${buyer}. ${total} of ${seller ? `your order ${number}` : 'what you paid'} should have come back to you, but the payment service could not bring it. Nothing is lost.`,
      seller
        ? `Your order stands as it did before. ${seller} was told, and tries once more. If the card or account you paid with is closed, please write so on the page of your order.`
        : 'The people who keep the books here were told, and find another way. You need not do anything.',
    ],
    action: { label: 'See your order', url },
    footer: footer(url),
  })
