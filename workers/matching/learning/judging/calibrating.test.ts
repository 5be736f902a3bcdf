import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dice } from '../../hashing.ts'
import { calibrate, type Foreseen, missOf, tell } from './calibrating.ts'

describe('chances that were foreseen too boldly', () => {
  const seen = bold(1, 6000)
  const steps = calibrate(seen)

  it('are told as they come true', () => {
    const toCome = bold(2, 6000)
    const told = toCome.map((one) => {
      const said = tell(steps, one.chance, 0.3)
      return 'chance' in said ? { ...one, chance: said.chance } : one
    })
    expect(missOf(toCome)).toBeGreaterThan(0.1)
    expect(missOf(told)).toBeLessThan(0.02)
  })

  it('are told by a number only where two hundred outcomes stand behind it', () => {
    expect(steps.every(({ outcomes }) => outcomes >= 200)).toBe(true)
    expect(steps.reduce((sum, { outcomes }) => sum + outcomes, 0)).toBe(6000)
    expect(tell(steps, 0.5, 0.3)).toHaveProperty('chance')
  })

  it('are told by a word where too little came, or nothing like it', () => {
    const few = calibrate(seen.slice(0, 199))
    expect([0.1, 0.35, 0.6].map((chance) => tell(few, chance, 0.3))).toEqual([
      { word: 'possible' },
      { word: 'good' },
      { word: 'strong' },
    ])
    const highest = calibrate(seen.filter(({ chance }) => chance < 0.8))
    expect(tell(highest, 0.95, 0.3)).toEqual({ word: 'strong' })
    expect(tell([], 0.2, 0.3)).toEqual({ word: 'possible' })
  })
})

describe('a calibration', () => {
  const some = fc.array(fc.record({ chance: fc.double({ min: 0, max: 1, noNaN: true }), happened: fc.boolean() }), {
    maxLength: 900,
  })
  const named = (seen: Omit<Foreseen, 'id'>[]) => seen.map((one, n) => ({ id: `${n}`, ...one }))

  it('never falls, has no holes, and leaves the sum of what came as it is', () => {
    fc.assert(
      fc.property(some, (seen) => {
        const steps = calibrate(named(seen))
        steps.forEach((step, at) => {
          const next = steps[at + 1]
          if (next) expect(step.to).toBe(next.from)
          if (next) expect(step.came).toBeLessThanOrEqual(next.came)
        })
        const came = steps.reduce((sum, step) => sum + step.came * step.outcomes, 0)
        expect(came).toBeCloseTo(seen.filter(({ happened }) => happened).length, 6)
      }),
      { numRuns: 60 },
    )
  })

  it('is the same in whatever order outcomes come, ties and all (T15)', () => {
    const seen = bold(3, 600).map((one) => ({ ...one, chance: Math.round(one.chance * 20) / 20 }))
    const steps = calibrate(seen)
    fc.assert(
      fc.property(fc.shuffledSubarray(seen, { minLength: 600 }), (shuffled) => {
        expect(calibrate(shuffled)).toEqual(steps)
      }),
      { numRuns: 20 },
    )
  })
})

// What is said to be p comes p² of the time.
function bold(seed: number, many: number): Foreseen[] {
  const roll = dice(seed)
  return Array.from({ length: many }, (_, n) => {
    const chance = roll()
    return { id: `${n}`, chance, happened: roll() < chance ** 2 }
  })
}
