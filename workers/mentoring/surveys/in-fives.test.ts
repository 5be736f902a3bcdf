import { describe, expect, it } from 'vitest'
import { ENOUGH, inFives, type Said } from './in-fives.ts'

// Forty who answer one after the other: some leave the second question out, and a mentor answers about three pairs.
const ALL: Said[] = Array.from({ length: 40 }, (_, n) => ({
  who: n % 9 === 0 ? 'a mentor of many' : `somebody ${n}`,
  answers: { q1: n, ...(n % 3 === 0 && { q2: n }) },
}))

const seenOf = (said: Said[], key: string) => inFives(said, ({ answers }) => key in answers)

const left = (who: string): Said[] =>
  ALL.map((one) => (one.who === who ? { who, answers: { q1: null, ...('q2' in one.answers && { q2: null }) } } : one))

const differenceOf = (one: Said[], other: Said[]) => {
  const only = (these: Said[], those: Said[]) =>
    these.filter((said) => !those.some(({ answers }) => answers.q1 === said.answers.q1))
  return [...only(one, other), ...only(other, one)]
}

const people = (said: Said[]) => new Set(said.map(({ who }) => who)).size

describe('INS-3 whoever looks at the results each day', () => {
  it.each(['q1', 'q2'])('learns of %s what five people said, or nothing', (key) => {
    const days = ALL.map((_, n) => seenOf(ALL.slice(0, n), key))
    expect(days.at(-1)?.length).toBeGreaterThan(2 * ENOUGH)
    for (const [n, today] of days.entries())
      for (const before of days.slice(0, n)) {
        const difference = differenceOf(today, before)
        if (difference.length > 0) expect(people(difference)).toBeGreaterThanOrEqual(ENOUGH)
      }
  })

  it('learns nothing of somebody who goes, and nothing of whoever came after', () => {
    const before = seenOf(ALL, 'q1')
    for (const who of ['somebody 1', 'somebody 13', 'a mentor of many']) {
      const after = seenOf(left(who), 'q1')
      expect(after.every((said) => said.who !== who)).toBe(true)
      expect(differenceOf(after, before).filter((said) => !before.includes(said))).toEqual([])
      expect(people(differenceOf(before, after))).toBeGreaterThanOrEqual(ENOUGH)
    }
  })
})
