import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exp, log, log1p } from './exact.ts'

const close = (one: number, other: number) => Math.abs(one - other) <= 2 ** -51 * Math.abs(other)

describe('powers and logarithms of our own', () => {
  it('are those of Math, up to the last bits', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -700, max: 700, noNaN: true }),
        fc.double({ min: 1e-300, max: 1e300, noNaN: true }),
        (x, y) => {
          expect(close(exp(x), Math.exp(x))).toBe(true)
          expect(close(log(y), Math.log(y))).toBe(true)
          expect(close(log1p(y), Math.log1p(y))).toBe(true)
        },
      ),
      { numRuns: 5_000 },
    )
  })

  it('are near nothing what they should be', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.3, max: 0.3, noNaN: true }), (x) => {
        expect(close(log(1 + x), Math.log(1 + x))).toBe(true)
        expect(Math.abs(log1p(x) - Math.log1p(x))).toBeLessThanOrEqual(1e-15 * Math.abs(x) + 1e-300)
        expect(close(exp(x), Math.exp(x))).toBe(true)
      }),
    )
  })

  it.each([
    [exp, 0, 1],
    [exp, 710, Number.POSITIVE_INFINITY],
    [exp, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    [exp, -746, 0],
    [exp, Number.NEGATIVE_INFINITY, 0],
    [exp, Number.NaN, Number.NaN],
    [log, 1, 0],
    [log, 0, Number.NEGATIVE_INFINITY],
    [log, -1, Number.NaN],
    [log, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    [log1p, 0, 0],
    [log1p, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  ])('%o of %d is %d', (of, x, y) => {
    expect(of(x)).toBe(y)
  })
})
