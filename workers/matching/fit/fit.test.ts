import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aWeek, ZONES } from '#workers/lib/testing/clocks.ts'
import { skillSpace } from '../vectors/skill-space.ts'
import { addVector, asBytes, emptyVector } from '../vectors/vectors.ts'
import { countText, noTexts, weightsOf } from '../vectors/words.ts'
import { weeksFrom } from '../weeks.ts'
import { explain, type Step, scoreOf, whatWouldChange } from './explaining.ts'
import { FEATURES, featuresOf, type Pair } from './features.ts'
import { chanceOf, fitOf, HEADS, leaning, leaningBehind, RULES } from './heads.ts'
import { type Held, type Person, stranger, type Wish } from './person.ts'
import { mayMeet } from './wishes.ts'

const MONDAY = new Date('2026-11-23T00:00:00Z')
const SKILLS = ['weaving', 'dyeing', 'spinning', 'printing', 'singing', 'soldering']
const { vectorOf } = skillSpace([{ one: 'weaving', other: 'dyeing', times: 9 }])
const TEXTS = ['I want to weave a scarf', 'Dyeing with plants, slowly', 'We print at night']
const rareness = TEXTS.reduce(countText, noTexts())
const known = { rarenessOf: (skill: string) => (skill === 'soldering' ? 1 : 0.4) }

const bytesOf = (held: readonly Held[]) =>
  asBytes(held.reduce((sum, { skill }) => addVector(sum, vectorOf(skill), 1), emptyVector()))

const somebody = (seen: Partial<Person> = {}): Person => {
  const { teaches = [], learns = [] } = seen
  return { ...stranger('anna'), offer: bytesOf(teaches), need: bytesOf(learns), ...seen }
}

const held = fc.uniqueArray(
  fc.record({ skill: fc.constantFrom(...SKILLS), level: fc.option(fc.integer({ min: 1, max: 5 })) }),
  {
    selector: ({ skill }) => skill,
  },
)
const words = fc
  .constantFrom(...TEXTS, '')
  .map((text) => (text ? weightsOf(text, rareness) : new Map<string, number>()))
const wish: fc.Arbitrary<Wish> = fc.oneof(
  fc.record({
    strength: fc.constant('nice' as const),
    about: fc.constant('language' as const),
    is: fc.constantFrom('fr', 'sw'),
  }),
  fc.record({
    strength: fc.constant('must' as const),
    about: fc.constant('skill' as const),
    is: fc.constantFrom(...SKILLS),
  }),
  fc.record({
    strength: fc.constant('never' as const),
    about: fc.constant('member' as const),
    is: fc.constantFrom('bo', 'cem'),
  }),
)
const anybody = (id: string) =>
  fc
    .record({
      teaches: held,
      learns: held,
      needWords: words,
      offerWords: words,
      languages: fc.subarray(['en', 'fr', 'sw']),
      experience: fc.option(fc.integer({ min: 0, max: 3 })),
      ways: fc.array(fc.option(fc.double({ min: -1, max: 1, noNaN: true })), { minLength: 7, maxLength: 7 }),
      weeks: fc.option(
        fc.tuple(aWeek, fc.constantFrom(...ZONES)).map(([weekly, zone]) => weeksFrom(MONDAY, { zone, weekly })),
      ),
      seats: fc.nat(5),
      taken: fc.nat(5),
      asked: fc.nat(20),
      accepted: fc.nat(20),
      hoursToAnswer: fc.option(fc.double({ min: 0, max: 500, noNaN: true })),
      activity: fc.double({ min: 0, max: 30, noNaN: true }),
      missed: fc.nat(5),
      wishes: fc.array(wish, { maxLength: 3 }),
    })
    .map((seen) => somebody({ ...seen, accepted: Math.min(seen.accepted, seen.asked), id }))

const pair: fc.Arbitrary<Pair> = fc.record({ seeker: anybody('anna'), mentor: anybody('bo') })
const usual = Float64Array.from(FEATURES, (_, n) => 0.3 + n / 100)
const side = fc.constantFrom('seeker' as const, 'mentor' as const)

describe('a pair', () => {
  it('has numbers from -1 to 1 but for rounding, whatever its members said', () => {
    fc.assert(
      fc.property(pair, (pair) => {
        const found = [...featuresOf(pair, known)].map((feature, n) => [FEATURES[n]?.name, feature] as const)
        expect(found.filter(([, feature]) => !(Math.abs(feature) <= 1.02))).toEqual([])
      }),
    )
  })

  it('fits better when the mentor teaches what is looked for, and best when nobody is too far ahead', () => {
    const seeker = somebody({ learns: [{ skill: 'weaving', level: 1 }] })
    const fitTo = (teaches: Held[]) =>
      fitOf(RULES, featuresOf({ seeker, mentor: somebody({ id: 'bo', teaches }) }, known))
    const [same, near, far] = ['weaving', 'dyeing', 'soldering'].map((skill) => fitTo([{ skill, level: 3 }]))
    expect(same).toBeGreaterThan(near ?? 1)
    expect(near).toBeGreaterThan(far ?? 1)
    expect(same).toBeGreaterThan(fitTo([{ skill: 'weaving', level: 1 }]))
  })

  it('fits between its weakest side and its strongest, and what speaks for it moves that alike wherever it stands', () => {
    fc.assert(
      fc.property(pair, (pair) => {
        const features = featuresOf(pair, known)
        const chances = HEADS.map((head) => chanceOf(leaning(RULES[head], features)))
        const fit = fitOf(RULES, features)
        expect(fit).toBeGreaterThanOrEqual(Math.min(...chances) - 1e-12)
        expect(fit).toBeLessThanOrEqual(Math.max(...chances) + 1e-12)
        const more = { ...RULES, asks: { ...RULES.asks, bias: RULES.asks.bias + 0.6 } }
        expect(leaningBehind(fitOf(more, features)) - leaningBehind(fit)).toBeCloseTo(0.2, 9)
      }),
    )
  })
})

describe('why a pair was suggested', () => {
  it('adds up to its score, for either side', () => {
    fc.assert(
      fc.property(pair, side, (pair, side) => {
        const {
          score,
          usual: base,
          contributions,
        } = explain({ features: featuresOf(pair, known), side, model: RULES, usual })
        const sum = contributions.reduce((sum, { by }) => sum + by, base)
        expect(Math.abs(sum - score)).toBeLessThan(1e-9)
      }),
    )
  })

  it('says what would be lost without a topic, to the digit', () => {
    fc.assert(
      fc.property(pair, side, (pair, side) => {
        const { score, reasons, caution } = explain({ features: featuresOf(pair, known), side, model: RULES, usual })
        for (const { topic, by } of [...reasons, ...(caution ? [caution] : [])]) {
          const without = featuresOf(pair, known).map((own, n) =>
            FEATURES[n]?.topic === topic ? (usual[n] ?? 0) : own,
          )
          expect(Math.abs(score - scoreOf(RULES, side, without) - by)).toBeLessThan(1e-9)
        }
      }),
    )
  })

  it('is three things at most, the strongest first, and a caution only where something is worse than usual', () => {
    fc.assert(
      fc.property(pair, side, (pair, side) => {
        const { reasons, caution } = explain({ features: featuresOf(pair, known), side, model: RULES, usual })
        expect(reasons.length).toBeLessThanOrEqual(3)
        expect(reasons.map(({ by }) => by)).toEqual(reasons.map(({ by }) => by).toSorted((one, other) => other - one))
        expect(reasons.every(({ by }) => by > 0)).toBe(true)
        expect((caution?.by ?? -1) < 0).toBe(true)
      }),
    )
  })
})

describe('what would change a suggestion', () => {
  const evenings = weeksFrom(MONDAY, { zone: 'UTC', weekly: [{ day: 2, from: '18:00', until: '21:00' }] })
  const mornings = weeksFrom(MONDAY, { zone: 'UTC', weekly: [{ day: 2, from: '08:00', until: '11:00' }] })
  const seeker = somebody({ learns: [{ skill: 'weaving', level: 1 }], languages: ['en'], weeks: mornings })
  const mentor = somebody({ id: 'bo', teaches: [{ skill: 'weaving', level: 4 }], languages: ['en'], weeks: evenings })
  const steps: Step[] = [
    { step: 'evenings', take: (person) => ({ ...person, weeks: evenings }) },
    { step: 'French', take: (person) => ({ ...person, languages: [...person.languages, 'fr'] }) },
  ]

  it('is the step that moves the score most, by as much as it then moves', () => {
    const looking = { side: 'seeker' as const, model: RULES }
    const scoreAs = (seeker: Person) =>
      explain({ ...looking, usual, features: featuresOf({ seeker, mentor }, known) }).score
    const found = whatWouldChange({ ...looking, known, pair: { seeker, mentor } }, steps)
    expect(found?.step).toBe('evenings')
    expect(scoreAs({ ...seeker, weeks: evenings }) - scoreAs(seeker)).toBeCloseTo(found?.by ?? 0, 9)
  })

  it('is nothing where no step would help', () => {
    const looking = {
      pair: { seeker: { ...seeker, weeks: evenings }, mentor },
      side: 'seeker' as const,
      known,
      model: RULES,
    }
    expect(whatWouldChange(looking, steps)).toBeUndefined()
  })
})

describe('what must be, and what never may be', () => {
  it('decides alike from both sides, and before any number', () => {
    fc.assert(fc.property(anybody('anna'), anybody('bo'), (one, other) => mayMeet(one, other) === mayMeet(other, one)))
    const wishing = (wishes: Wish[]) => mayMeet(somebody({ wishes }), somebody({ id: 'bo', languages: ['fr'] }))
    expect(wishing([{ strength: 'must', about: 'language', is: 'fr' }])).toBe(true)
    expect(wishing([{ strength: 'must', about: 'language', is: 'sw' }])).toBe(false)
    expect(wishing([{ strength: 'never', about: 'member', is: 'bo' }])).toBe(false)
    expect(wishing([{ strength: 'nice', about: 'language', is: 'sw' }])).toBe(true)
  })

  it('never brings somebody together with themselves', () => {
    expect(mayMeet(somebody(), somebody())).toBe(false)
  })
})
