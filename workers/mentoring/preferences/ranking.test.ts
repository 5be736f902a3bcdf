import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Choice, rank } from './ranking.ts'

const many = (times: number, choice: Choice) => Array.from({ length: times }, () => choice)

const orderOf = (choices: Choice[]) => rank(choices).order.map(({ id }) => id)

const someChoices = fc.array(
  fc.record({
    a: fc.constantFrom('p', 'q', 'r'),
    b: fc.constantFrom('s', 't', 'q2'),
    choice: fc.constantFrom('a' as const, 'b' as const, 'same' as const),
  }),
  { minLength: 1, maxLength: 60 },
)

describe('a ranking from choices between two', () => {
  it('puts first what was chosen most, also where two never met', () => {
    expect(
      orderOf([...many(3, { a: 'one', b: 'two', choice: 'a' }), ...many(3, { a: 'two', b: 'three', choice: 'a' })]),
    ).toEqual(['one', 'two', 'three'])
  })

  it('finds the strengths that made the choices', () => {
    const odds = { strong: 4, middling: 2, weak: 1 }
    const pairs = [
      ['strong', 'middling'],
      ['middling', 'weak'],
      ['strong', 'weak'],
    ] as const
    const choices = pairs.flatMap(([a, b]) => {
      const won = Math.round((3000 * odds[a]) / (odds[a] + odds[b]))
      return [...many(won, { a, b, choice: 'a' }), ...many(3000 - won, { a, b, choice: 'b' })]
    })
    const [strong, middling, weak] = rank(choices).order
    expect((strong?.strength ?? 0) - (middling?.strength ?? 0)).toBeCloseTo(Math.log(2), 2)
    expect((middling?.strength ?? 0) - (weak?.strength ?? 0)).toBeCloseTo(Math.log(2), 2)
  })

  it('is not reliable where everybody says something else, and the more so the more agree', () => {
    const split = [...many(20, { a: 'p', b: 'q', choice: 'a' }), ...many(20, { a: 'p', b: 'q', choice: 'b' })]
    expect(rank(split).reliability).toBe(0)
    const few = rank(many(4, { a: 'p', b: 'q', choice: 'a' })).reliability
    const more = rank(many(40, { a: 'p', b: 'q', choice: 'a' })).reliability
    expect(few).toBeLessThan(more)
    expect(more).toBeGreaterThan(0.5)
  })

  it('stays finite, centred and between 0 and 1, whatever was chosen', () =>
    fc.assert(
      fc.property(someChoices, (choices) => {
        const { order, reliability } = rank(choices)
        expect(order.every(({ strength, error }) => Number.isFinite(strength) && error > 0)).toBe(true)
        expect(Math.abs(order.reduce((all, { strength }) => all + strength, 0))).toBeLessThan(1e-6)
        expect(reliability).toBeGreaterThanOrEqual(0)
        expect(reliability).toBeLessThanOrEqual(1)
      }),
    ))

  it('does not depend on who stands left or right, nor on the order of the choices', () =>
    fc.assert(
      fc.property(someChoices, (choices) => {
        const turned = choices.toReversed().map(({ a, b, choice }): Choice => {
          const other = choice === 'same' ? 'same' : choice === 'a' ? 'b' : 'a'
          return { a: b, b: a, choice: other }
        })
        const [one, two] = [rank(choices), rank(turned)]
        expect(two.reliability).toBeCloseTo(one.reliability, 6)
        const strengths = new Map(two.order.map(({ id, strength }) => [id, strength]))
        for (const { id, strength } of one.order) expect(strengths.get(id)).toBeCloseTo(strength, 5)
      }),
    ))

  it('is empty where nothing was compared', () => {
    expect(rank([])).toEqual({ order: [], reliability: 0 })
  })
})
