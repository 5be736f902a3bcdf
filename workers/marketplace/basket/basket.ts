import { keepCookie, readCookie } from '#workers/accounts/sign-ins/cookies.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { conflict, invalid, notFound } from '#workers/lib/errors.ts'
import { minorOf } from '#workers/lib/money.ts'
import { offersOf } from '../orders/basket.ts'
import type { Offered } from '../orders/pricing.ts'
import { Basket, type Kept, MOST_THINGS, type Wish } from './inputs.ts'

const NAME = 'basket'
const DAYS = 30

// The basket lives with the buyer, in a cookie: guests have one too, and nobody's wishes are stored.
export function readBasket({ env }: Ctx, headers: Headers): Kept[] {
  try {
    const kept = Basket.safeParse(JSON.parse(readCookie(env, headers, NAME) ?? '[]'))
    return kept.success ? kept.data : []
  } catch {
    return []
  }
}

export function keepBasket(ctx: Ctx, kept: Kept[]) {
  keepCookie(ctx, NAME, JSON.stringify(kept), kept.length > 0 ? DAYS * 86_400 : 0)
}

export async function putIn(ctx: Ctx, headers: Headers, wish: Wish): Promise<Kept[]> {
  const offer = (await offersOf(ctx, [wish.slug])).get(wish.slug)
  if (!offer) throw notFound('listing')
  const others = readBasket(ctx, headers).filter(({ slug }) => slug !== wish.slug)
  if (others.length === MOST_THINGS)
    throw conflict('A basket holds twenty different things. Please buy these first.', 'basket_full')
  const kept = [...others, { slug: wish.slug, quantity: wish.quantity, priceMinor: priceOf(offer, wish) }]
  keepBasket(ctx, kept)
  return kept
}

function priceOf(offer: Offered, { price }: Wish): number {
  if (!offer.payMore || !price) return offer.priceMinor
  const minor = minorOf(price, offer.currency)
  if (minor === undefined) throw invalid([{ path: 'price', message: 'Please write an amount, such as 12 or 12.50.' }])
  if (minor < offer.priceMinor)
    throw invalid([{ path: 'price', message: 'Its maker asks for a little more than that.' }])
  return minor
}

export function takeOut(ctx: Ctx, headers: Headers, slug: string): Kept[] {
  const kept = readBasket(ctx, headers).filter((one) => one.slug !== slug)
  keepBasket(ctx, kept)
  return kept
}
