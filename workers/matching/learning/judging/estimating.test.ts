import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dice } from '../../hashing.ts'
import { loggedLists } from '../../simulator/lists.ts'
import { looksOf } from '../evidence/looking.ts'
import { effectiveOf, weightOf, worthTogether } from '../evidence/weighing.ts'
import { estimate } from './estimating.ts'

describe('what another way of choosing would have brought', () => {
  it('lies between the ends that are told, 93 times of a hundred and more (T14)', () => {
    const times = 120
    const { truth } = loggedLists(0, 150_000)
    const covered = { ips: 0, snips: 0, doublyRobust: 0 }
    for (let seed = 1; seed <= times; seed++) {
      const { logs } = loggedLists(seed, 1000)
      const found = estimate(logs)
      if ('refused' in found) throw new Error(found.refused)
      for (const way of ['ips', 'snips', 'doublyRobust'] as const)
        if (found[way].from <= truth && truth <= found[way].to) covered[way]++
    }
    for (const many of Object.values(covered)) expect(many / times).toBeGreaterThanOrEqual(0.93)
  })

  it('is narrower with a guess beside it than without', () => {
    const found = estimate(loggedLists(1, 4000).logs)
    if ('refused' in found) throw new Error(found.refused)
    const widthOf = ({ from, to }: { from: number; to: number }) => to - from
    expect(widthOf(found.doublyRobust)).toBeLessThan(widthOf(found.ips))
    expect(widthOf(found.snips)).toBeLessThan(widthOf(found.ips))
  })

  it('is not told from fewer than two hundred, or from many that count for few', () => {
    const { logs } = loggedLists(2, 4000)
    expect(estimate(logs.slice(0, 199))).toMatchObject({ refused: 'too few' })
    const lopsided = logs.map((one, n) => ({ ...one, wanted: n < 20 ? 1 : 0.000001 }))
    expect(estimate(lopsided)).toMatchObject({ refused: 'too few' })
    expect(estimate([])).toEqual({ effective: 0, refused: 'too few' })
  })

  it('is not told where nobody wrote down how likely it was to be shown', () => {
    const { logs } = loggedLists(3, 1000)
    for (const propensity of [undefined, 0, Number.NaN, 1.5])
      expect(estimate(logs.map((one, n) => (n === 7 ? { ...one, propensity } : one)))).toEqual({
        effective: 0,
        refused: 'no propensity',
      })
  })

  it('is less sure where few members did it all', () => {
    const { logs } = loggedLists(4, 4000)
    const [many, few] = [logs, logs.map((one) => ({ ...one, member: one.came === 1 ? 'eager' : one.member }))].map(
      estimate,
    )
    if (!many || !few || 'refused' in many || 'refused' in few) throw new Error('refused')
    expect(few.snips.value).toBe(many.snips.value)
    expect(few.snips.to).toBeGreaterThan(2 * many.snips.to - many.snips.value)
  })

  it('is the same to the last bit in whatever order it was written down (T15)', () => {
    const { logs } = loggedLists(5, 500)
    const found = estimate(logs)
    fc.assert(
      fc.property(fc.shuffledSubarray(logs, { minLength: 500 }), (shuffled) => {
        expect(estimate(shuffled)).toEqual(found)
      }),
      { numRuns: 20 },
    )
  })
})

describe('what was shown seldom', () => {
  it('counts for more, and never for more than ten', () => {
    expect([1, 0.5, 0.1, 0.001].map(weightOf)).toEqual([1, 2, 10, 10])
    for (const none of [0, -1, 2, Number.NaN]) expect(() => weightOf(none)).toThrow('no chance')
  })

  it('weighs together as much as it is worth', () => {
    const outcomes = [1, 1, 1, 10].map((weight, n) => ({ id: `${n}`, weight }))
    const sum = worthTogether(outcomes).reduce((all, { weight }) => all + weight, 0)
    expect(sum).toBeCloseTo(effectiveOf([1, 1, 1, 10]), 12)
    expect(sum).toBeCloseTo(169 / 103, 12)
    expect(worthTogether(outcomes.map((one) => ({ ...one, weight: 3 }))).map(({ weight }) => weight)).toEqual([
      1, 1, 1, 1,
    ])
  })
})

describe('what stands further down a list', () => {
  it('was looked at as seldom as it is found to have been', () => {
    const roll = dice(11)
    const truth = [1, 0.7, 0.5, 0.35, 0.2]
    const shown = Array.from({ length: 60_000 }, (_, n) => {
      const position = n % truth.length
      const chance = 0.1 + 0.7 * roll()
      return { id: `${n}`, position, chance, asked: roll() < (truth[position] ?? 0) * chance }
    })
    const found = looksOf(shown, truth.length)
    for (const [position, looks] of truth.entries()) expect(Math.abs((found[position] ?? 0) - looks)).toBeLessThan(0.03)
  })
})
