import { describe, expect, it } from 'vitest'
import { FEATURES, featuresOf } from '../../fit/features.ts'
import { exposureGini, giniOf } from './fairness.ts'
import { earlierRounds, knownOf, learnedFrom, thoughtsOf, truthIn } from './knowing.ts'
import { aCommunity, type Somebody } from './people.ts'
import { play } from './rounds.ts'
import { reachableOf, truthOf } from './truth.ts'

const SIZE = { mentees: 120, mentors: 50 }
const people = aCommunity(1, SIZE)
const before = earlierRounds(people, 1)

describe('a community that is made up', () => {
  it('has a seat for each mentee, and is the same for the same seed', () => {
    expect(people.mentors.reduce((sum, { shown }) => sum + shown.seats, 0)).toBe(SIZE.mentees)
    expect(aCommunity(1, SIZE)).toEqual(people)
    expect(aCommunity(2, SIZE)).not.toEqual(people)
  })

  it('writes little or wrong of itself: a quarter name three skills at most, a tenth what is not so', () => {
    const all = aCommunity(3, { mentees: 2_000, mentors: 10 }).mentees
    const isWrong = ({ shown, wants }: Somebody) => shown.learns.some(({ skill }) => !wants.has(skill))
    expect(all.filter(isWrong).length / all.length).toBeGreaterThan(0.06)
    expect(all.filter(isWrong).length / all.length).toBeLessThan(0.14)
  })
})

describe('what is so', () => {
  it('is no sum over what we see of a pair: the best sum leaves much of it unexplained', () => {
    const known = knownOf(people.mentors)
    const pairs = people.mentees.flatMap((mentee) => people.mentors.map((mentor) => ({ mentee, mentor })))
    const rows = pairs.map(({ mentee, mentor }) => [
      1,
      ...featuresOf({ seeker: mentee.shown, mentor: mentor.shown }, known),
    ])
    const truth = pairs.map(({ mentee, mentor }) => reachableOf(mentee, mentor).succeeds)
    expect(explainedBy(rows, truth)).toBeLessThan(0.6)
  })

  it('has in it what nobody wrote down', () => {
    const [mentee, mentor] = [people.mentees[0], people.mentors[0]]
    if (!mentee || !mentor) throw new Error('nobody is there')
    expect(truthOf(mentee, mentor, 1)).not.toEqual(reachableOf(mentee, mentor))
    expect(truthOf(mentee, mentor, 1)).toEqual(truthOf(mentee, mentor, 1))
  })
})

describe('what is learned', () => {
  const thoughts = thoughtsOf(people, learnedFrom(before.seen, people.earlier, people.mentors))

  it('comes from what others did and what is written, never from what is so', () => {
    const hollow = (one: Somebody): Somebody => ({
      ...one,
      ...{ values: new Float64Array(7), holds: new Map(), wants: new Map(), years: 0, quality: 0, charm: 0, eager: 0 },
    })
    const others = { mentees: people.mentees.map(hollow), mentors: people.mentors.map(hollow) }
    const heads = learnedFrom(before.seen, people.earlier.map(hollow), others.mentors)
    expect(thoughtsOf(others, heads)).toEqual(thoughts)
  })

  it('was learned from other mentees than those it is tried on', () => {
    const ids = new Set(people.mentees.map(({ shown }) => shown.id))
    expect(people.earlier.some(({ shown }) => ids.has(shown.id))).toBe(false)
  })

  it('is less than what is so', () => {
    const truth = truthIn(people.mentees, people.mentors, 1)
    const apart = thoughts.asks.map((chance, pair) => chance - truth(Math.floor(pair / 50), pair % 50).asks)
    expect(Math.max(...apart.map(Math.abs))).toBeGreaterThan(0.2)
  })
})

describe('a market', () => {
  it('takes no seat twice and matches nobody twice', () => {
    const matched = Map.groupBy(before.matched, ({ mentor }) => mentor)
    expect(new Set(before.matched.map(({ mentee }) => mentee)).size).toBe(before.matched.length)
    for (const [mentor, some] of matched)
      expect(some.length).toBeLessThanOrEqual(4 * (people.mentors[mentor]?.shown.seats ?? 0))
  })

  it('lets nobody ask more than three in a round', () => {
    const asked = before.seen.filter((one) => one.asked)
    const each = Map.groupBy(asked, ({ round, mentee }) => `${round} ${mentee}`)
    expect(Math.max(...[...each.values()].map((some) => some.length))).toBeLessThanOrEqual(3)
  })

  it('ends where nobody is shown', () => {
    const truth = truthIn(people.mentees, people.mentors, 1)
    const ran = play({ ...people, truth, seed: 1, rounds: 2 }, ({ looking }) => looking.map(() => []))
    expect(ran.matched).toEqual([])
    expect(exposureGini(ran)).toBe(0)
  })
})

describe('how unevenly something is spread', () => {
  it('is nothing where all have the same, and nearly one where one has all', () => {
    expect(giniOf([2, 2, 2])).toBe(0)
    expect(giniOf([0, 0, 0, 8])).toBe(0.75)
  })
})

// Which share of the spread of a number the best sum explains, by going down its slope.
function explainedBy(rows: number[][], truth: number[]): number {
  const weights = new Float64Array(FEATURES.length + 1)
  const mean = truth.reduce((sum, one) => sum + one, 0) / truth.length
  const error = () =>
    rows.reduce(
      (sum, row, n) => sum + (row.reduce((s, x, k) => s + x * (weights[k] ?? 0), 0) - (truth[n] ?? 0)) ** 2,
      0,
    )
  for (let step = 0; step < 300; step++) {
    const slope = new Float64Array(weights.length)
    rows.forEach((row, n) => {
      const off = row.reduce((sum, x, k) => sum + x * (weights[k] ?? 0), 0) - (truth[n] ?? 0)
      for (const [k, x] of row.entries()) slope[k] = (slope[k] ?? 0) + (off * x) / rows.length
    })
    for (const [k, way] of slope.entries()) weights[k] = (weights[k] ?? 0) - 0.1 * way
  }
  return 1 - error() / truth.reduce((sum, one) => sum + (one - mean) ** 2, 0)
}
