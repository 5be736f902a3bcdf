import { exp } from '../../exact.ts'
import type { Thoughts } from '../market/knowing.ts'
import type { Way } from '../market/rounds.ts'
import type { Scores } from './scores.ts'
import { rankedAnew } from './slating.ts'

const ROUNDS = 200
const STILL = 1e-9

// Matching with transferable utility by IPFP, dense, as it is published: k = e^((p + q) / 2b), a_i = n_i / (sqrt(n_i + h²) + h)
// with h = sum_j k b_j / 2, and the same for mentors with their seats; the pairs expected are a_i b_j k. (The usual form
// sqrt(n + h²) - h cancels.)
export function byTransfer({ asks, accepts }: Thoughts, seats: ArrayLike<number>, blur: number): Scores {
  const mentors = seats.length
  const k = asks.map((chance, pair) => exp((chance + (accepts[pair] ?? 0)) / (2 * blur)))
  const a = new Float64Array(asks.length / mentors)
  const b = Float64Array.from(seats, (many) => Math.sqrt(many))
  for (let round = 0; round < ROUNDS; round++) {
    const before = a.slice()
    halfSums(k, b).forEach((h, i) => {
      a[i] = told(1, h)
    })
    halfSumsBack(k, a, mentors).forEach((h, j) => {
      b[j] = told(seats[j] ?? 0, h)
    })
    if (a.every((one, i) => Math.abs(one - (before[i] ?? 0)) < STILL)) break
  }
  return k.map((value, pair) => value * (a[Math.floor(pair / mentors)] ?? 0) * (b[pair % mentors] ?? 0))
}

function halfSums(k: Float64Array, b: Float64Array): Float64Array {
  const sums = new Float64Array(k.length / b.length)
  for (let i = 0; i < sums.length; i++) {
    let sum = 0
    for (let j = 0; j < b.length; j++) sum += (k[i * b.length + j] ?? 0) * (b[j] ?? 0)
    sums[i] = sum / 2
  }
  return sums
}

function halfSumsBack(k: Float64Array, a: Float64Array, mentors: number): Float64Array {
  const sums = new Float64Array(mentors)
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < mentors; j++) sums[j] = (sums[j] ?? 0) + ((k[i * mentors + j] ?? 0) * (a[i] ?? 0)) / 2
  return sums
}

// Solved anew each round for whoever still looks and what is still free.
export const byTransferEachRound = ({ asks, accepts }: Thoughts, mentors: number, blur: number): Way =>
  rankedAnew(({ looking, seats }) => {
    const rowsOf = (all: Float64Array) => {
      const rows = new Float64Array(looking.length * mentors)
      looking.forEach((mentee, at) => {
        rows.set(all.subarray(mentee * mentors, (mentee + 1) * mentors), at * mentors)
      })
      return rows
    }
    return byTransfer({ asks: rowsOf(asks), accepts: rowsOf(accepts) }, seats, blur)
  })

const told = (many: number, h: number) => (many === 0 ? 0 : many / (Math.sqrt(many + h * h) + h))
