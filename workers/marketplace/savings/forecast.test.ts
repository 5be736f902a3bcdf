import { describe, expect, it } from 'vitest'
import type { Month } from '../earnings/inputs.ts'
import { forecast, monthlyFor } from './forecast.ts'

const months = (...minors: number[]): Month[] =>
  minors.map((minor, n) => ({ month: `2026-0${n + 1}`, minor, sales: minor > 0 ? 2 : 0 }))

describe('a forecast', () => {
  it('gives a range, as in good months and in poor ones', () => {
    expect(forecast(30_000, 5000, months(4000, 8000, 12_000, 16_000))).toEqual({
      says: 'between',
      soonest: 5,
      likely: 6,
      latest: 9,
    })
  })

  it('does not know the latest where poor months brought nothing', () => {
    expect(forecast(10_000, 10_000, months(0, 0, 5000, 6000))).toMatchObject({ soonest: 2, latest: null })
  })

  it('says so where there were too few sales, where nothing goes in, and where it is full', () => {
    expect(forecast(10_000, 5000, months(4000))).toEqual({ says: 'too-few', sales: 2 })
    expect(forecast(10_000, 0, months(4000, 4000, 4000))).toEqual({ says: 'never' })
    expect(forecast(0, 5000, months(4000))).toEqual({ says: 'there' })
  })

  it('tells what each month takes until the day', () => {
    const today = new Date('2026-11-21T10:00:00Z')
    expect(monthlyFor({ minor: 10_000, currency: 'EUR' }, '2027-02-01', today)).toEqual({
      minor: 3334,
      currency: 'EUR',
    })
    expect(monthlyFor({ minor: 10_000, currency: 'EUR' }, '2026-11-30', today)?.minor).toBe(10_000)
    expect(monthlyFor({ minor: 10_000, currency: 'EUR' }, null, today)).toBeUndefined()
  })
})
