import type { Ctx } from '#workers/lib/context.ts'
import { offersOf } from '../orders/basket.ts'
import { type Bought, type PricedOrder, priceOrders, sum, travels, zoneFor } from '../orders/pricing.ts'
import type { Kept } from './inputs.ts'

// What lies in a basket as it is offered now: one shelf for each currency, because one payment has one.
export type Shelf = {
  currency: string
  orders: PricedOrder[]
  totalMinor: number
  // What does not go there, or has to be sent.
  unreachable: string[]
  needsAddress: boolean
  // Some of it can be sent; all of it can be fetched.
  maybeSent: boolean
  maybeFetched: boolean
}
export type Shown = { shelves: Shelf[]; gone: Kept[]; changed: string[] }

export async function showBasket(ctx: Ctx, kept: Kept[], country: string | undefined): Promise<Shown> {
  const offers = await offersOf(
    ctx,
    kept.map(({ slug }) => slug),
  )
  const there = kept.flatMap((one): Bought[] => {
    const offered = offers.get(one.slug)
    if (!offered) return []
    const unitMinor = offered.payMore ? Math.max(one.priceMinor, offered.priceMinor) : offered.priceMinor
    return [{ offered, quantity: one.quantity, unitMinor }]
  })
  const currencies = [...new Set(there.map(({ offered }) => offered.currency))]
  return {
    shelves: currencies.map((currency) =>
      shelfOf(
        currency,
        there.filter(({ offered }) => offered.currency === currency),
        country,
      ),
    ),
    gone: kept.filter(({ slug }) => !offers.has(slug)),
    changed: there.flatMap(({ offered, unitMinor }) =>
      kept.some(({ slug, priceMinor }) => slug === offered.slug && priceMinor !== unitMinor) ? [offered.title] : [],
    ),
  }
}

function shelfOf(currency: string, lines: Bought[], country: string | undefined): Shelf {
  const orders = priceOrders(lines, country)
  const pieces = lines.filter(({ offered }) => travels(offered))
  const sent = pieces.filter(({ offered }) => country || !offered.pickup)
  return {
    currency,
    orders,
    totalMinor: sum(orders.map(({ totalMinor }) => totalMinor)),
    unreachable: country
      ? sent.filter(({ offered }) => !zoneFor(offered, country)).map(({ offered }) => offered.title)
      : [],
    needsAddress: sent.length > 0,
    maybeSent: pieces.some(({ offered }) => offered.zones.length > 0),
    maybeFetched: pieces.every(({ offered }) => offered.pickup !== ''),
  }
}
