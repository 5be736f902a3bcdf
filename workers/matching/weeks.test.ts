import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aWeek, ZONES } from '#workers/lib/testing/clocks.ts'
import { openTimes } from '#workers/lib/zones/open-times.ts'
import { firstFreeHours, mondayOf, timeTogether, weeksFrom } from './weeks.ts'

const MONDAY = new Date('2026-11-23T00:00:00Z')
const evenings = (zone: string) => ({ zone, weekly: [{ day: 2, from: '18:00', until: '20:00' }] })

describe('the hours two have together', () => {
  it('are those of the clocks on both walls', () => {
    const madrid = weeksFrom(MONDAY, evenings('Europe/Madrid'))
    const nairobi = weeksFrom(MONDAY, { zone: 'Africa/Nairobi', weekly: [{ day: 2, from: '19:00', until: '21:30' }] })
    expect(timeTogether(madrid, nairobi)).toBe(3)
    expect(firstFreeHours(MONDAY, { one: madrid, other: nairobi, most: 3 })).toEqual([
      new Date('2026-11-24T17:00:00Z'),
      new Date('2026-12-01T17:00:00Z'),
      new Date('2026-12-08T17:00:00Z'),
    ])
  })

  it('follow a clock that changes in between', () => {
    const before = mondayOf(new Date('2027-03-17T12:00:00Z'))
    const madrid = weeksFrom(before, evenings('Europe/Madrid'))
    const utc = weeksFrom(before, { zone: 'UTC', weekly: [{ day: 2, from: '16:00', until: '17:00' }] })
    expect(firstFreeHours(before, { one: madrid, other: utc, most: 9 })).toEqual([
      new Date('2027-03-30T16:00:00Z'),
      new Date('2027-04-06T16:00:00Z'),
    ])
  })

  it('do not hang on one week of holidays', () => {
    const away = { ...evenings('UTC'), exceptions: [{ date: '2026-11-24', hours: [] }] }
    expect(timeTogether(weeksFrom(MONDAY, away), weeksFrom(MONDAY, evenings('UTC')))).toBe(4)
  })

  it('are counted like one by one, whoever is asked first', () => {
    fc.assert(
      fc.property(aWeek, fc.constantFrom(...ZONES), aWeek, fc.constantFrom(...ZONES), (mine, here, theirs, there) => {
        const one = weeksFrom(MONDAY, { zone: here, weekly: mine })
        const other = weeksFrom(MONDAY, { zone: there, weekly: theirs })
        expect(timeTogether(one, other)).toBe(timeTogether(other, one))
        expect(timeTogether(one, other)).toBe(counted({ zone: here, weekly: mine }, { zone: there, weekly: theirs }))
      }),
      { numRuns: 60 },
    )
  })
})

type Whose = Parameters<typeof weeksFrom>[1]

function counted(one: Whose, other: Whose): number {
  const weeks = [0, 1, 2, 3].map((week) => {
    const start = MONDAY.getTime() + week * 7 * 86_400_000
    const isOpen = (whose: Whose) => {
      const open = openTimes(whose, MONDAY, new Date(MONDAY.getTime() + 28 * 86_400_000))
      return (at: number) => open.some(({ start, end }) => start.getTime() <= at && at + 1_800_000 <= end.getTime())
    }
    const [mine, theirs] = [isOpen(one), isOpen(other)]
    return Array.from({ length: 336 }, (_, n) => start + n * 1_800_000).filter((at) => mine(at) && theirs(at)).length
  })
  const [, low = 0, high = 0] = weeks.sort((a, b) => a - b)
  return (low + high) / 2
}

it('a week begins on Monday at midnight, UTC', () => {
  expect(mondayOf(new Date('2026-11-29T23:59:59Z'))).toEqual(MONDAY)
  expect(mondayOf(MONDAY)).toEqual(MONDAY)
})
