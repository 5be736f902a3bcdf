import { describe, expect, it } from 'vitest'
import { LEFT_OUT, type Problem } from '../problem.ts'
import { aProblem, dice, type Size } from '../testing/problems.ts'
import { ranksOf } from '../testing/ranks.ts'
import { worthsOfPairs } from '../worths/pairs.ts'
import { type Choices, choicesOf, type Pairs } from './choices.ts'
import { everyPair } from './every-pair.ts'
import { alongSlider } from './slider.ts'
import { blockingPairs, menteeBest, mentorBest } from './stable.ts'

const INSTANCES = 10_000

describe('what mentees and mentors wish for themselves', () => {
  it(`leads to pairs nobody would rather swap, both ways of asking, ${INSTANCES} times (T13)`, () => {
    for (let seed = 0; seed < INSTANCES; seed++) {
      const { choices } = aCommunity(seed, { mentees: 9, mentors: 5 })
      expect(blockingPairs(choices, menteeBest(choices)) + blockingPairs(choices, mentorBest(choices))).toBe(0)
    }
  })

  it('places the same mentees either way, and whoever keeps a seat free has the same people (rural hospitals, T13)', () => {
    for (let seed = 0; seed < INSTANCES; seed++) {
      const { problem, pairs, choices } = aCommunity(seed, { mentees: 9, mentors: 5 })
      const [one, other] = [menteeBest(choices), mentorBest(choices)]
      expect(placed(pairs, one)).toEqual(placed(pairs, other))
      problem.mentors.forEach((_, mentor) => {
        const people = [one, other].map((isPaired) => peopleOf(pairs, isPaired, mentor))
        expect(people[0]?.length).toBe(people[1]?.length)
        if ((people[0]?.length ?? 0) < (problem.mostSeats[mentor] ?? 0)) expect(people[0]).toEqual(people[1])
      })
    }
  })

  it('gives every mentee the best of all stable pairings, or every mentor theirs (T13)', () => {
    let several = 0
    for (let seed = 0; seed < 100; seed++) {
      const { choices } = aCommunity(seed, { mentees: 5, mentors: 4, seats: Int32Array.of(1, 1, 1, 2), inTen: 9 })
      const stable = everyPairing(choices).filter((isPaired) => blockingPairs(choices, isPaired) === 0)
      const ranks = stable.map((isPaired) => ranksOf(choices, isPaired))
      expect(ranksOf(choices, menteeBest(choices))).toEqual(
        ranks.reduce((one, other) => one.map((rank, at) => Math.min(rank, other[at] ?? 0))),
      )
      expect(ranksOf(choices, mentorBest(choices))).toEqual(
        ranks.reduce((one, other) => one.map((rank, at) => Math.max(rank, other[at] ?? 0))),
      )
      if (stable.length > 1) several++
    }
    expect(several).toBeGreaterThan(10)
  })

  it('leaves a mentor without a seat alone', () => {
    const { problem, pairs, choices } = aCommunity(4, { mentees: 9, mentors: 2, seats: Int32Array.of(0, 9), inTen: 10 })
    for (const isPaired of [menteeBest(choices), mentorBest(choices)])
      expect(problem.mentors.map((_, mentor) => peopleOf(pairs, isPaired, mentor).length)).toEqual([0, 9])
  })

  it('finds the pair that was put aside', () => {
    const { choices } = aCommunity(4, { mentees: 9, mentors: 5 })
    const isPaired = menteeBest(choices)
    for (let pair = 0; pair < isPaired.length; pair++)
      if (isPaired[pair] === 1) expect(blockingPairs(choices, isPaired.with(pair, 0))).toBeGreaterThan(0)
  })
})

describe('the slider', () => {
  const { problem, pairs } = aCommunity(11, { mentees: 60, mentors: 24 })
  const [stable, third, best, everybody] = alongSlider(
    { ...problem, costOfLeavingOut: new Float64Array(60) },
    pairs,
    [0, 0.3, 1, 2],
  )

  it('starts where nobody would rather swap and comes to the pairs that are worth most', () => {
    expect(stable?.blocking).toBe(0)
    expect(best?.share).toBe(1)
    expect(stable?.share).toBeLessThan(1)
    expect(third?.share).toBeGreaterThan(stable?.share ?? 1)
    expect(best?.blocking).toBeGreaterThan(0)
  })

  it('ends where as few as can be are left out', () => {
    expect(everybody?.leftOut).toBeLessThanOrEqual(Math.min(stable?.leftOut ?? 0, best?.leftOut ?? 0))
    expect(everybody?.mentorOf.filter((mentor) => mentor === LEFT_OUT).length).toBe(everybody?.leftOut)
  })
})

type Community = Pick<Size, 'mentees' | 'mentors'> & { seats?: Int32Array; inTen?: number }

function aCommunity(seed: number, { seats, inTen = 6, ...size }: Community) {
  const made = aProblem(seed, { ...size, groups: 1, inTen, upTo: 40 }).problem
  const problem: Problem = {
    ...made,
    mostSeats: seats ?? made.mostSeats,
    leastSeats: new Int32Array(size.mentors),
    groupCaps: Int32Array.of(size.mentees),
  }
  const pairs = everyPair(problem, problem.worths, problem.worths)
  const roll = dice(seed + 1)
  for (let pair = 0; pair < pairs.wish.length; pair++) {
    pairs.wish[pair] = roll(30)
    pairs.welcome[pair] = roll(30)
    pairs.worth[pair] = (pairs.wish[pair] ?? 0) + (pairs.welcome[pair] ?? 0)
  }
  return { problem: { ...problem, worths: asWritten(pairs, size.mentors) }, pairs, choices: choicesOf(problem, pairs) }
}

function asWritten({ mentee, mentor, worth }: Pairs, mentors: number) {
  const pairs = Array.from(mentee, (one, pair) => ({ mentee: one, mentor: mentor[pair] ?? 0, worth: worth[pair] ?? 0 }))
  return worthsOfPairs(pairs, mentors)
}

const placed = ({ mentee }: Pairs, isPaired: Uint8Array) => [...mentee].filter((_, pair) => isPaired[pair] === 1)

const peopleOf = ({ mentee, mentor }: Pairs, isPaired: Uint8Array, one: number) =>
  [...mentee].filter((_, pair) => isPaired[pair] === 1 && mentor[pair] === one)

function everyPairing({ mentees, mentors }: Choices): Uint8Array[] {
  const found: Uint8Array[] = []
  const from = (mentee: number, isPaired: Uint8Array, room: Int32Array) => {
    if (mentee === mentees.seats.length) return void found.push(isPaired)
    from(mentee + 1, isPaired, room)
    for (let at = mentees.firstOf[mentee] ?? 0; at < (mentees.firstOf[mentee + 1] ?? 0); at++) {
      const pair = mentees.fromBest[at] ?? 0
      const mentor = mentors.of[pair] ?? 0
      if ((room[mentor] ?? 0) > 0) from(mentee + 1, isPaired.with(pair, 1), room.with(mentor, (room[mentor] ?? 0) - 1))
    }
  }
  from(0, new Uint8Array(mentees.of.length), mentors.seats)
  return found
}
