import { dice } from '#workers/matching/hashing.ts'
import { chunkOf, unitOf } from '#workers/matching/prices/lists.ts'
import { addExpected, askingIn, raise } from '#workers/matching/prices/prices.ts'
import { expected } from '#workers/matching/simulator/ways/scores.ts'
import { priced } from '#workers/matching/simulator/ways/slating.ts'
import { byTransferEachRound } from '#workers/matching/simulator/ways/transferable.ts'
import { meanOf } from './lines.ts'
import { aMarket, PLAYED_ON, TUNED_ON } from './market-of.ts'
import type { Table } from './table.ts'

const BLURS = [0.01, 0.02, 0.05, 0.1, 0.2]
const ROUNDS = 3
const AT_ONCE = 64
const WIDTH = 100

// T4: beside transferable utility on every pair, tuned on other communities; and what the prices alone hold in memory.
export function beside(isQuick: boolean): Table {
  const size = isQuick ? { mentees: 200, mentors: 80 } : { mentees: 1_500, mentors: 600 }
  const [tunedOn, seeds] = [TUNED_ON.slice(0, 2), PLAYED_ON.slice(0, 3)]
  const dense = (blur: number) => (seed: number) => {
    const { learned, played } = aMarket(seed, size)
    return played(byTransferEachRound(learned, size.mentors, blur), ROUNDS).matched.length
  }
  const ours = (seed: number) => {
    const { learned, played } = aMarket(seed, size)
    return played(priced(expected(learned), { seed }), ROUNDS).matched.length
  }
  const tuned = BLURS.map((blur) => ({ blur, matched: meanOf(tunedOn.map(dense(blur))) }))
  const best = tuned.reduce((one, other) => (other.matched > one.matched ? other : one))
  const [theirs, own] = [meanOf(seeds.map(dense(best.blur))), meanOf(seeds.map(ours))]
  const [great, greatMentors] = isQuick ? [1_000, 400] : [10_000, 4_000]
  const [matrix, chunks] = [8 * great * greatMentors, bytesOfPrices(great, greatMentors)]
  return {
    title: `T4 ${size.mentees} mentees, ${size.mentors} mentors; memory for ${great} and ${greatMentors}`,
    head: ['way', 'matched', 'MB of arrays'],
    rows: [
      [`TU/IPFP on every pair, blur ${best.blur}`, theirs, matrix / 1e6],
      [`ours, lists of ${WIDTH}, ${AT_ONCE} at once`, own, chunks / 1e6],
      ['ours in %', (100 * own) / theirs, (100 * chunks) / matrix],
    ],
    reached: isQuick ? undefined : own >= 0.99 * theirs && chunks <= 0.01 * matrix,
    remark: 'within 1 % of its matches, 1 % of its memory; lists lie in the database and are read a few at a time',
  }
}

// Prices of a great community, from lists that are made and forgotten a few at a time; what is held at once.
function bytesOfPrices(mentees: number, mentors: number): number {
  const [prices, sums] = [new Float64Array(mentors), new Float64Array(mentors)]
  const seats = new Float64Array(mentors).fill(mentees / mentors)
  let most = 0
  for (let round = 0; round < 3; round++) {
    sums.fill(0)
    for (let from = 0; from < mentees; from += AT_ONCE) {
      const chunk = listsFrom(from, Math.min(AT_ONCE, mentees - from), mentors)
      const { mentor, worth, firstOf } = chunk
      most = Math.max(most, mentor.byteLength + worth.byteLength + firstOf.byteLength)
      addExpected(chunk, { ...askingIn(unitOf(worth)), prices }, sums)
    }
    raise(prices, sums, { seats, sharpness: 2 })
  }
  return most + prices.byteLength + sums.byteLength + seats.byteLength
}

const listsFrom = (from: number, many: number, mentors: number) =>
  chunkOf(
    Array.from({ length: many }, (_, at) => {
      const roll = dice(from + at)
      return Array.from({ length: WIDTH }, () => ({ mentor: Math.floor(mentors * roll()), worth: roll() }))
    }),
  )
