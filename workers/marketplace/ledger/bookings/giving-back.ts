import { divide } from '#workers/lib/money.ts'
import { type Account, jar, payable, platformFee, tax } from '../accounts.ts'
import type { Entry } from '../post.ts'

// What is left of a sale: of the maker's part, of what the house and the provider took, of the tax; and what of the
// maker's part lies in which jar.
export type Left = { seller: number; fees: number; tax: number; jars: { jarId: string; minor: number }[] }

const atLeastNothing = (minor: number) => Math.max(minor, 0)

// Everybody gives back in proportion to what is left with them, so that the last refund of a sale leaves nothing. What a
// provider keeps of its fee is the house's loss: a maker is never poorer than before the sale.
export function takenBack(minor: number, left: Left, sellerId: string, to: Account): Entry[] {
  const there = [left.seller, left.fees, left.tax].map(atLeastNothing)
  const within = Math.min(
    minor,
    there.reduce((all, part) => all + part, 0),
  )
  const [seller = 0, fees = 0, taxes = 0] = divide(within, there)
  return [
    { account: to, minor },
    { account: platformFee, minor: -(fees + minor - within) },
    { account: tax, minor: -taxes },
    ...ofTheSeller(seller, left, sellerId),
  ]
}

function ofTheSeller(minor: number, { seller, jars }: Left, sellerId: string): Entry[] {
  const inJars = jars.map((one) => atLeastNothing(one.minor))
  const rest = atLeastNothing(seller - inJars.reduce((all, part) => all + part, 0))
  const parts = divide(minor, [rest, ...inJars])
  return [
    ...jars.map(({ jarId }, n) => ({ account: jar(jarId), minor: -(parts[n + 1] ?? 0) })),
    { account: payable(sellerId), minor: -(parts[0] ?? 0) },
  ]
}

// It did not come to that: everybody has their part again.
export const givenAgain = (taken: Omit<Left, 'jars'>, sellerId: string, from: Account): Entry[] => [
  { account: from, minor: taken.seller + taken.fees + taken.tax },
  { account: platformFee, minor: -taken.fees },
  { account: tax, minor: -taken.tax },
  { account: payable(sellerId), minor: -taken.seller },
]
