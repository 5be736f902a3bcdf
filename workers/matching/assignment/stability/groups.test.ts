import { describe, expect, it } from 'vitest'
import { LEFT_OUT, type Problem } from '../problem.ts'
import { aProblem, dice } from '../testing/problems.ts'
import { ranksOf } from '../testing/ranks.ts'
import { choicesOf, type Pairs } from './choices.ts'
import { everyPair } from './every-pair.ts'
import { alongSlider } from './slider.ts'
import { blockingPairs, menteeBest } from './stable.ts'

describe('mentors who take so many together', () => {
  it('are in pairs nobody would rather swap, the best of all such for every mentee, as trying every pairing says (T13)', () => {
    let several = 0
    for (let seed = 0; seed < 300; seed++) {
      const { problem, pairs, choices } = aCommunity(seed)
      const all = everyPairing(problem, pairs)
      const stable = all.filter((isPaired) => isStable({ problem, pairs }, isPaired))
      const ranks = stable.map((isPaired) => ranksOf(choices, isPaired))
      expect(ranks.length).toBeGreaterThan(0)
      expect(ranksOf(choices, menteeBest(choices))).toEqual(
        ranks.reduce((one, other) => one.map((rank, at) => Math.min(rank, other[at] ?? 0))),
      )
      if (stable.length > 1) several++
    }
    expect(several).toBeGreaterThan(10)
  })

  it('are counted right: nobody would rather swap in just those pairings that trying finds', () => {
    for (let seed = 300; seed < 340; seed++) {
      const { problem, pairs, choices } = aCommunity(seed)
      for (const isPaired of everyPairing(problem, pairs))
        expect(blockingPairs(choices, isPaired) === 0).toBe(isStable({ problem, pairs }, isPaired))
    }
  })

  it('take no more than that at any stop of the slider', () => {
    for (let seed = 0; seed < 100; seed++) {
      const { problem, pairs } = aCommunity(seed, { mentees: 12, mentors: 6 })
      for (const { mentorOf, at, blocking } of alongSlider(problem, pairs, [0, 0.5, 1, 1.5, 2])) {
        const inGroup = problem.groupCaps.map(
          (_, group) => [...mentorOf].filter((one) => problem.groupOf[one] === group).length,
        )
        expect([...inGroup].every((many, group) => many <= (problem.groupCaps[group] ?? 0))).toBe(true)
        if (at === 0) expect(blocking).toBe(0)
      }
    }
  })
})

function aCommunity(seed: number, { mentees, mentors } = { mentees: 5, mentors: 4 }) {
  const made = aProblem(seed, { mentees, mentors, groups: 2, inTen: 8, upTo: 40 }).problem
  const problem = { ...made, leastSeats: new Int32Array(mentors), costOfLeavingOut: new Float64Array(mentees) }
  const pairs = everyPair(problem, problem.worths, problem.worths)
  const roll = dice(seed + 1)
  // No two alike, so that lots decide nothing.
  for (let pair = 0; pair < pairs.wish.length; pair++) {
    pairs.wish[pair] = roll(1000) + pair / 1000
    pairs.welcome[pair] = roll(1000) + pair / 1000
  }
  return { problem, pairs, choices: choicesOf(problem, pairs) }
}

type Community = { problem: Problem; pairs: Pairs }

// No mentee has a better pair that mentors and group would keep, were they to choose anew with it.
function isStable({ problem, pairs }: Community, isPaired: Uint8Array): boolean {
  const has = [...isPaired.keys()].filter((pair) => isPaired[pair] === 1)
  const wishOf = new Map(has.map((pair) => [pairs.mentee[pair], pairs.wish[pair] ?? 0]))
  return [...isPaired.keys()].every((pair) => {
    if ((pairs.wish[pair] ?? 0) <= (wishOf.get(pairs.mentee[pair]) ?? Number.NEGATIVE_INFINITY)) return true
    return !chosenFrom({ problem, pairs }, [...has, pair]).includes(pair)
  })
}

// From the most welcome on, whoever a mentor and their group still have room for.
function chosenFrom({ problem, pairs }: Community, from: number[]): number[] {
  const seats = problem.mostSeats.slice()
  const caps = problem.groupCaps.slice()
  return from
    .toSorted((one, other) => (pairs.welcome[other] ?? 0) - (pairs.welcome[one] ?? 0))
    .filter((pair) => {
      const mentor = pairs.mentor[pair] ?? 0
      const group = problem.groupOf[mentor] ?? 0
      if ((seats[mentor] ?? 0) === 0 || (caps[group] ?? 0) === 0) return false
      seats[mentor] = (seats[mentor] ?? 0) - 1
      caps[group] = (caps[group] ?? 0) - 1
      return true
    })
}

function everyPairing(problem: Problem, pairs: Pairs): Uint8Array[] {
  const found: Uint8Array[] = []
  const pairsOf = problem.mentees.map((_, mentee) =>
    [...pairs.mentee.keys()].filter((pair) => pairs.mentee[pair] === mentee),
  )
  const from = (mentee: number, taken: number[]) => {
    if (chosenFrom({ problem, pairs }, taken).length < taken.length) return
    if (mentee === problem.mentees.length)
      return void found.push(Uint8Array.from(pairs.mentee, (_, pair) => (taken.includes(pair) ? 1 : 0)))
    for (const pair of [LEFT_OUT, ...(pairsOf[mentee] ?? [])])
      from(mentee + 1, pair === LEFT_OUT ? taken : [...taken, pair])
  }
  from(0, [])
  return found
}
