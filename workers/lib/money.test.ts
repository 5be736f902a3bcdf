import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CURRENCIES, decimal, digitsOf, divide, MOST_MINOR, minorOf, share, showMoney } from './money.ts'

const amount = fc.integer({ min: 0, max: MOST_MINOR })
const weights = fc.array(fc.integer({ min: 0, max: MOST_MINOR }), { minLength: 1, maxLength: 8 })
const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)

describe('money', () => {
  it('has as many digits behind the point as its currency', () => {
    expect([digitsOf('EUR'), digitsOf('JPY'), digitsOf('KWD')]).toEqual([2, 0, 3])
    expect(showMoney({ minor: 1250, currency: 'EUR' })).toBe('€12.50')
    expect(showMoney({ minor: 1200, currency: 'EUR' })).toBe('€12')
    expect(showMoney({ minor: 1250, currency: 'JPY' })).toBe('¥1,250')
    expect(showMoney({ minor: -5, currency: 'KWD' })).toContain('0.005')
    expect(showMoney({ minor: 500, currency: 'EUR' }, 'de', { signed: true })).toContain('+5')
  })

  it('is read as it is written, in every currency', () => {
    fc.assert(
      fc.property(amount, fc.constantFrom(...CURRENCIES, 'KWD'), (minor, currency) => {
        const typed = decimal({ minor: minor % 100_000_000, currency })
        expect(minorOf(typed, currency)).toBe(minor % 100_000_000)
      }),
    )
  })

  it('B69 is not guessed from what is no amount', () => {
    for (const typed of ['', '-1', '1e3', '1.234', '0x10', '1,2,3', 'NaN', '٣', '9'.repeat(20), '1.'])
      expect(minorOf(typed, 'EUR'), typed).toBeUndefined()
    expect(minorOf('12.5', 'JPY')).toBeUndefined()
    expect(minorOf(' 12,5 ', 'EUR')).toBe(1250)
  })

  it('keeps what cannot be cut', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 10_000 }), (minor, points) => {
        const part = share(minor, points)
        expect(part).toBeLessThanOrEqual(minor)
        expect(share(minor, points) + share(minor, 10_000 - points)).toBeGreaterThanOrEqual(minor - 1)
      }),
    )
    expect(share(999, 3333)).toBe(332)
  })

  it('is divided so that nothing is lost and nobody gets a unit more than their due', () => {
    fc.assert(
      fc.property(amount, weights, (minor, by) => {
        const parts = divide(minor, by)
        expect(sum(parts)).toBe(minor)
        if (sum(by) === 0) return
        const all = by.reduce((whole, weight) => whole + BigInt(weight), 0n)
        for (const [n, part] of parts.entries()) {
          const due = BigInt(minor) * BigInt(by[n] ?? 0)
          expect(BigInt(part) * all).toBeGreaterThan(due - all)
          expect(BigInt(part) * all).toBeLessThan(due + all)
        }
      }),
    )
    expect(divide(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(divide(5, [0, 0])).toEqual([5, 0])
  })

  it('never takes more from anybody than there is', () => {
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (there, part) => {
        const taken = divide(Math.floor(sum(there) * part), there)
        for (const [n, minor] of taken.entries()) expect(minor).toBeLessThanOrEqual(there[n] ?? 0)
      }),
    )
  })
})
