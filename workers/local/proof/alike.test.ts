import { describe, expect, it } from 'vitest'
import { areAlike, isToldApart, type Round } from './alike.ts'

// The same numbers each time, as noisy as a machine on which others build and test.
function someNoise() {
  let seed = 7
  return () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    return seed / 2 ** 31
  }
}

const ROUNDS = 40

// Each round meets the machine in another mood, and each question a hiccup of its own.
function measured(usual: Record<string, number>): Round[] {
  const chance = someNoise()
  return Array.from({ length: ROUNDS }, () => {
    const mood = 1 + 4 * chance() ** 3
    return Object.fromEntries(Object.entries(usual).map(([kind, ms]) => [kind, ms * mood * (1 + 0.15 * chance())]))
  })
}

describe('times that are compared round by round', () => {
  it('tell nobody apart who takes as long, however moody the machine is', () => {
    expect(isToldApart(measured({ wrong: 300, unknown: 300, suspended: 300, never: 300 }))).toBe(false)
    expect(isToldApart(measured({ known: 9, unknown: 9 }))).toBe(false)
  })

  it('tell apart who takes a seventh longer', () => {
    const rounds = measured({ wrong: 345, unknown: 300, suspended: 300, never: 300 })
    expect(isToldApart(rounds)).toBe(true)
    expect(areAlike(rounds)).toBe(false)
    expect(isToldApart(measured({ known: 10.5, unknown: 9 }))).toBe(true)
  })

  it('are alike when their medians lie within a tenth, be it every time', () => {
    expect(areAlike([{ known: 109, unknown: 100 }])).toBe(true)
    expect(areAlike([{ known: 111, unknown: 100 }])).toBe(false)
  })

  it('tell apart what is slower every time, from eleven rounds on', () => {
    const rounds = (times: number) => Array.from({ length: times }, () => ({ known: 2, unknown: 1 }))
    expect(isToldApart(rounds(10))).toBe(false)
    expect(isToldApart(rounds(11))).toBe(true)
  })
})
