import type { ListingKind } from '#db/schema/marketplace/listings.ts'
import { share } from '#workers/lib/money.ts'
import type { Lesson } from '../listings/lesson.ts'

export type Offered = {
  id: string
  slug: string
  kind: ListingKind
  title: string
  sellerId: string
  seller: string
  currency: string
  priceMinor: number
  payMore: boolean
  left: number | null
  pickup: string
  lesson: Lesson | null
  zones: { zone: string; priceMinor: number; moreMinor: number }[]
  picture: string | null
}

// `priceMinor` is what the buyer saw, or what they give where they may give more.
export type Wished = { slug: string; quantity: number; priceMinor: number }

export type Bought = { offered: Offered; quantity: number; unitMinor: number }

export type PricedOrder = {
  sellerId: string
  seller: string
  lines: Bought[]
  itemsMinor: number
  shippingMinor: number
  taxMinor: number
  totalMinor: number
  platformFeeMinor: number
}

// What the community keeps of a sale, for its room and its light. In basis points.
export const PLATFORM_FEE = 500

// One order for each maker; `country` is where it is sent, none where everything is fetched or travels by wire.
export function priceOrders(lines: Bought[], country: string | undefined): PricedOrder[] {
  return sellersOf(lines).map((sellerId) => {
    const theirs = lines.filter(({ offered }) => offered.sellerId === sellerId)
    const itemsMinor = sum(theirs.map(({ unitMinor, quantity }) => unitMinor * quantity))
    const shippingMinor = country ? parcelPrice(theirs, country) : 0
    const taxMinor = taxOn()
    return {
      sellerId,
      seller: theirs[0]?.offered.seller ?? '',
      lines: theirs,
      itemsMinor,
      shippingMinor,
      taxMinor,
      totalMinor: itemsMinor + shippingMinor + taxMinor,
      platformFeeMinor: share(itemsMinor, PLATFORM_FEE),
    }
  })
}

// A community that has to collect tax says so here; until then prices are what people pay.
const taxOn = () => 0

const sellersOf = (lines: Bought[]) => [...new Set(lines.map(({ offered }) => offered.sellerId))]

// One parcel: the dearest piece pays its whole way, and every further one what it adds.
function parcelPrice(lines: Bought[], country: string): number {
  const pieces = lines.flatMap(({ offered, quantity }) => {
    const zone = travels(offered) ? zoneFor(offered, country) : undefined
    return zone ? Array.from({ length: quantity }, () => zone) : []
  })
  const [dearest, ...others] = pieces.toSorted((one, other) => other.priceMinor - one.priceMinor)
  return (dearest?.priceMinor ?? 0) + sum(others.map(({ moreMinor }) => moreMinor))
}

export const travels = ({ kind }: Pick<Offered, 'kind'>) => kind !== 'digital' && kind !== 'lesson'

export const zoneFor = ({ zones }: Pick<Offered, 'zones'>, country: string) =>
  zones.find(({ zone }) => zone === country) ?? zones.find(({ zone }) => zone === 'world')

export const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
