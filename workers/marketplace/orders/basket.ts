import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { listings, listingZones } from '#db/schema/marketplace/listings.ts'
import { members } from '#db/schema/people.ts'
import { projects } from '#db/schema/projects.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { conflict, type Issue, invalid } from '#workers/lib/errors.ts'
import { isAhead, lessonOf } from '../listings/lesson.ts'
import type { NewPurchase } from './inputs.ts'
import { type Bought, type Offered, type PricedOrder, priceOrders, sum, travels, zoneFor } from './pricing.ts'

// What is wished for, as it is offered this moment; refuses in words what cannot be bought like this.
export async function priceBasket(ctx: Ctx, purchase: NewPurchase): Promise<PricedOrder[]> {
  const offers = await offersOf(
    ctx,
    purchase.lines.map(({ slug }) => slug),
  )
  const lines = purchase.lines.map((wish, n) => asOffered(wish, n, offers, purchase.currency))
  refuseUnreachable(lines, purchase)
  const orders = priceOrders(lines, purchase.address?.country)
  if (sum(orders.map(({ totalMinor }) => totalMinor)) !== purchase.totalMinor) throw priceChanged()
  return orders
}

export async function offersOf({ db }: Ctx, slugs: string[]): Promise<Map<string, Offered>> {
  const { offers } = await readTogether(db, { offers: offered(slugs) })
  return new Map(offers.map((offer) => [offer.slug, offer]))
}

const offered = (slugs: string[]): Shelf<Offered> => sql`
  select one.id, one.slug, one.kind, one.title, one.member_id as "sellerId", maker.name as seller, one.currency,
    one.price_minor as "priceMinor", one.pay_more as "payMore", one.copies - one.taken as "left", one.pickup,
    (select coalesce(json_agg(json_build_object('zone', zone, 'priceMinor', price_minor, 'moreMinor', more_minor)), '[]')
      from ${listingZones} where listing_id = one.id) as zones, ${lessonOf(sql`one`)} as lesson, '/media/' || work.picture as picture
  from ${listings} one join ${members} maker on maker.id = one.member_id left join ${projects} work on work.id = one.project_id
  where one.on_show and ${isAhead(sql`one`)} and one.slug in (select jsonb_array_elements_text(${JSON.stringify(slugs)}::jsonb))`

type Line = NewPurchase['lines'][number]

function asOffered(wish: Line, n: number, offers: Map<string, Offered>, currency: string): Bought {
  const offer = offers.get(wish.slug)
  if (!offer) throw notForSale(n)
  if (offer.currency !== currency)
    throw invalid([
      { path: 'currency', message: `“${offer.title}” is paid in ${offer.currency}. One currency at a time, please.` },
    ])
  const isAsSeen = offer.payMore ? wish.priceMinor >= offer.priceMinor : wish.priceMinor === offer.priceMinor
  if (!isAsSeen) throw priceChanged()
  return { offered: offer, quantity: wish.quantity, unitMinor: wish.priceMinor }
}

function refuseUnreachable(lines: Bought[], { address }: NewPurchase) {
  const issues = lines.flatMap(({ offered }, n): Issue[] => {
    if (!travels(offered)) return []
    if (address && !zoneFor(offered, address.country))
      return [{ path: `lines.${n}.slug`, message: `${offered.seller} does not send “${offered.title}” there.` }]
    if (!address && !offered.pickup)
      return [{ path: 'address', message: `“${offered.title}” has to be sent. Where to?` }]
    return []
  })
  if (issues.length > 0) throw invalid(issues)
}

const notForSale = (n: number) =>
  invalid([{ path: `lines.${n}.slug`, message: 'This is not for sale any more. Please take it out of the basket.' }])

export const priceChanged = () =>
  conflict(
    'A price changed since you looked. Nothing was bought; please look at the basket once more.',
    'price_changed',
  )
