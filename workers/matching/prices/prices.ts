import { exp, log } from '../exact.ts'
import type { Chunk, Lists, Unit } from './lists.ts'

// How sharply members choose: k; and what asking nobody is worth to them.
export type Asking = { sharpness: number; outside: number }

// In spreads of the worths, so that it means the same in every community.
const SHARPNESS = 2
const OUTSIDE = -2

export const askingIn = ({ mean, spread }: Unit): Asking => ({
  sharpness: SHARPNESS / spread,
  outside: mean + OUTSIDE * spread,
})

const ROUNDS = 500
const STILL = 1e-4

// Dual ascent: the least of sum_i log(e^(k o) + sum_j e^(k (w_ij - p_j))) / k + sum_j seats_j p_j over p >= 0. There, whoever
// costs something is asked as often as they have seats, and whoever is asked less costs nothing.
export function pricesOf(lists: Lists, asking: Asking): Float64Array {
  const prices = new Float64Array(lists.mentors.length)
  const expected = new Float64Array(prices.length)
  for (let round = 0; round < ROUNDS; round++) {
    expected.fill(0)
    addExpected(lists, { ...asking, prices }, expected)
    if (raise(prices, expected, { ...asking, seats: lists.seats }) * asking.sharpness < STILL) break
  }
  return prices
}

// Each member's one request, divided: e^(k (w_ij - p_j)) beside e^(k o) for nobody.
export function addExpected(
  { firstOf, mentor, worth }: Chunk,
  { prices, sharpness, outside }: Asking & { prices: Float64Array },
  expected: Float64Array,
): void {
  const powers = new Float64Array(prices.length)
  for (let member = 0; member + 1 < firstOf.length; member++) {
    const [from, until] = [firstOf[member] ?? 0, firstOf[member + 1] ?? 0]
    let best = outside
    for (let n = from; n < until; n++) best = Math.max(best, (worth[n] ?? 0) - (prices[mentor[n] ?? 0] ?? 0))
    let all = exp(sharpness * (outside - best))
    for (let n = from; n < until; n++) {
      const gain = (worth[n] ?? 0) - (prices[mentor[n] ?? 0] ?? 0)
      const power = exp(sharpness * (gain - best))
      powers[n - from] = power
      all += power
    }
    for (let n = from; n < until; n++) {
      const place = mentor[n] ?? 0
      expected[place] = (expected[place] ?? 0) + (powers[n - from] ?? 0) / all
    }
  }
}

// p += log(expected / seats) / k, never below nothing; says how far the farthest went.
export function raise(
  prices: Float64Array,
  expected: Float64Array,
  { seats, sharpness }: { seats: Float64Array; sharpness: number },
): number {
  let most = 0
  for (let place = 0; place < prices.length; place++) {
    const before = prices[place] ?? 0
    const after = Math.max(0, before + log((expected[place] ?? 0) / (seats[place] ?? 1)) / sharpness)
    prices[place] = after
    most = Math.max(most, Math.abs(after - before))
  }
  return most
}
