import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../fit/heads.ts'
import { dice } from '../../hashing.ts'
import { BELIEVED, simulated } from '../../simulator/outcomes.ts'
import { type Learned, nothingLearned } from '../weights/learned.ts'
import { learn } from '../weights/logistic.ts'
import { type Compared, type Dated, foresee } from './foreseeing.ts'
import { judge } from './gate.ts'

const dated = (seed: number, many: number): Dated[] => simulated(seed, many).map((one, at) => ({ ...one, at }))
const rules = { head: nothingLearned(BELIEVED), learnedUntil: -1 }
const learnHere = (seen: Dated[]) => learn(seen, BELIEVED)

describe('new weights', () => {
  it('come into force where they foresee better than by chance', () => {
    const verdict = judge(foresee(dated(1, 1500), rules, learnHere))
    expect(verdict).toMatchObject({ publish: true, why: 'better', outcomes: 1500 })
    expect(verdict.loss.next).toBeLessThan(verdict.loss.now)
    expect(verdict.byChance).toBeLessThan(0.05)
  })

  it('do not where they foresee worse, or nothing else', () => {
    const outcomes = dated(2, 1500)
    const reversed = (): Learned => ({ ...rules.head, of: rules.head.of.map((weight) => -weight) })
    expect(judge(foresee(outcomes, rules, reversed))).toMatchObject({ publish: false, why: 'no better', byChance: 1 })
    expect(judge(foresee(outcomes, rules, () => rules.head))).toMatchObject({ publish: false, why: 'no better' })
  })

  it('do not because of luck: one of two that are equally good wins one time in twenty', () => {
    const whys = Array.from({ length: 100 }, (_, seed) => judge(equallyGood(seed, 400)).why)
    expect(whys.filter((why) => why === 'better').length).toBeLessThanOrEqual(9)
  })

  it('come into force where they are as good, and what they say is truer', () => {
    const halfOrMore = equallyGood(1, 1000).map((one, n) => ({
      ...one,
      ...{ now: 0, next: Math.log(0.52 / 0.48), happened: n % 25 < 13 },
    }))
    const verdict = judge(halfOrMore)
    expect(verdict).toMatchObject({ publish: true, why: 'as good and truer' })
    expect(verdict.byChance).toBeGreaterThan(0.05)
    const worse = halfOrMore.map(({ now, next, ...one }) => ({ ...one, now: next, next: now }))
    expect(judge(worse)).toMatchObject({ publish: false, why: 'no better' })
  })

  it('wait for two hundred outcomes that what is in force has not seen', () => {
    const outcomes = dated(4, 400)
    expect(judge(foresee(outcomes, { ...rules, learnedUntil: 200 }, learnHere))).toMatchObject({
      why: 'too few',
      outcomes: 199,
    })
    expect(judge([])).toMatchObject({ publish: false, why: 'too few', outcomes: 0 })
  })

  it('never learned from what they foresee, nor from the same two', () => {
    const outcomes = dated(5, 400).map((one, n) => (n % 3 === 0 ? { ...one, asker: 'naim', asked: 'imke' } : one))
    const turned = outcomes.map((one) => (one.at % 6 === 0 ? { ...one, asker: one.asked, asked: one.asker } : one))
    const learnedFrom: Dated[][] = []
    const compared = foresee(turned, rules, (seen) => {
      learnedFrom.push(seen)
      return rules.head
    })
    expect(compared.length).toBe(400)
    expect(learnedFrom.flat().filter(({ asker, asked }) => [asker, asked].includes('naim'))).toEqual([])
    learnedFrom.forEach((seen, block) => {
      expect(Math.max(-1, ...seen.map(({ at }) => at))).toBeLessThan(80 * block)
    })
  })
})

// Both know half of what there is to know, each another half.
function equallyGood(seed: number, many: number): Compared[] {
  const roll = dice(seed)
  return Array.from({ length: many }, (_, n) => {
    const [now, next] = [4 * roll() - 2, 4 * roll() - 2]
    const one = { id: `${n}`, asker: `asker ${n % 150}`, asked: `asked ${n}`, known: new Float64Array(0), weight: 1 }
    return { ...one, now, next, happened: roll() < chanceOf(now + next) }
  })
}
