import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../fit/heads.ts'
import { dice } from '../../hashing.ts'
import { BELIEVED, KNOWN, type Simulated, simulated } from '../../simulator/outcomes.ts'
import type { Outcome } from '../evidence/outcomes.ts'
import { foldIn } from './folding.ts'
import { type Learned, leaningOf, lossAt, nothingLearned, type Prior } from './learned.ts'
import { learn } from './logistic.ts'

const WITHOUT_PRIOR: Prior = {
  of: new Float64Array(KNOWN),
  bias: 0,
  sure: new Float64Array(KNOWN).fill(1e-6),
  sureOfBias: 1e-6,
}

describe('a head before anything has happened', () => {
  it('is the prior, to the last bit', () => {
    expect(learn([], BELIEVED)).toEqual(nothingLearned(BELIEVED))
  })
})

describe('a head that has seen a hundred outcomes', () => {
  it('is better than the prior over twenty communities, where learning without one is worse (T10)', () => {
    const losses = Array.from({ length: 20 }, (_, seed) => {
      const seen = simulated(seed, 100)
      const toCome = simulated(seed, 2000, 'to come')
      return [nothingLearned(BELIEVED), learn(seen, BELIEVED), learn(seen, WITHOUT_PRIOR)].map((head) =>
        lossOf(head, toCome),
      )
    })
    const [prior = 0, learned = 0, plain = 0] = [0, 1, 2].map((at) => meanOf(losses.map((of) => of[at] ?? 0)))
    expect(learned).toBeLessThan(prior)
    expect(plain).toBeGreaterThan(prior + 0.1)
  })
})

describe('a prior that is right', () => {
  it('is hardly left because of what comes by chance', () => {
    const truth = [1.2, -0.8, 0.5, 0]
    const right = { of: Float64Array.from(truth), bias: -0.5, sure: new Float64Array(4).fill(25), sureOfBias: 4 }
    const lost = Array.from({ length: 20 }, (_, seed) => {
      const toCome = straight(seed + 100, 2000, truth)
      return lossOf(learn(straight(seed, 200, truth), right), toCome) - lossOf(nothingLearned(right), toCome)
    })
    expect(meanOf(lost)).toBeLessThan(0.01)
  })
})

describe('a head that has seen very much', () => {
  it('finds the truth, however wrong the prior was', () => {
    const truth = [1.2, -0.8, 0.5, 0]
    const seen = straight(7, 25_000, truth)
    const wrong = {
      of: Float64Array.of(-1, 1, 0, 0.5),
      bias: 2,
      sure: new Float64Array(4).fill(25),
      sureOfBias: 1,
    }
    const head = learn(seen, wrong)
    for (const [at, weight] of truth.entries()) expect(head.of[at]).toBeCloseTo(weight, 1)
    expect(head.bias).toBeCloseTo(-0.5, 1)
  })

  it('knows who is asked gladly, and hardly judges by a single time', () => {
    const loved = straight(3, 4000, [0, 0, 0, 0]).map((one, n) =>
      n % 20 === 0
        ? { ...one, asked: 'loved', happened: n % 200 > 0 }
        : n === 1
          ? { ...one, asked: 'new', happened: true }
          : one,
    )
    const { asked } = learn(loved, {
      ...WITHOUT_PRIOR,
      of: new Float64Array(4),
      sure: new Float64Array(4).fill(1),
    })
    expect(asked.get('loved')?.effect).toBeGreaterThan(1.5)
    expect(asked.get('new')?.effect).toBeLessThan(0.4)
    expect(asked.get('loved')?.spread).toBeLessThan((asked.get('new')?.spread ?? 0) / 2)
  })
})

describe('what came since last night', () => {
  it('is folded into the members nearly as well as if all had been learned again, and leaves the weights', () => {
    const gains = [1, 2, 3].map((seed) => {
      const all = simulated(seed, 4000)
      const lastNight = learn(all.slice(0, 3000), BELIEVED)
      const folded = foldIn(lastNight, all.slice(3000))
      expect(folded.of).toBe(lastNight.of)
      const toCome = simulated(seed, 3000, 'to come')
      const [before = 0, after = 0, again = 0] = [lastNight, folded, learn(all, BELIEVED)].map((head) =>
        meantLoss(head, toCome),
      )
      return { folding: before - after, learning: before - again }
    })
    const folding = meanOf(gains.map((gain) => gain.folding))
    expect(folding).toBeGreaterThan(0)
    expect(folding).toBeGreaterThan(meanOf(gains.map((gain) => gain.learning)) / 3)
  })

  it('changes nobody else, and makes whoever it is about surer', () => {
    const head = learn(simulated(7, 500), BELIEVED)
    const one = { id: 'now', asker: 'naim', asked: 'imke', known: new Float64Array(KNOWN), happened: true, weight: 1 }
    const folded = foldIn(head, [one])
    expect(folded.asked.size).toBe(head.asked.size + 1)
    expect([...folded.asked].filter(([name]) => name !== 'imke')).toEqual([...head.asked])
    expect(folded.asked.get('imke')?.effect).toBeGreaterThan(0)
    expect(foldIn(folded, [one]).asked.get('imke')?.spread).toBeLessThan(folded.asked.get('imke')?.spread ?? 0)
  })
})

describe('a head', () => {
  it('is the same to the last bit in whatever order outcomes come (T15)', () => {
    const seen = simulated(4, 400)
    const head = learn(seen, BELIEVED)
    fc.assert(
      fc.property(fc.shuffledSubarray(seen, { minLength: 400 }), (shuffled) => {
        expect(learn(shuffled, BELIEVED)).toEqual(head)
      }),
      { numRuns: 10 },
    )
  })

  it('takes an outcome of weight two as two alike', () => {
    const once = simulated(5, 300)
    const heavy = learn(
      once.map((one) => ({ ...one, weight: 2 })),
      BELIEVED,
    )
    const twice = learn(
      once.flatMap((one) => [one, { ...one, id: `${one.id} again` }]),
      BELIEVED,
    )
    for (const [at, weight] of twice.of.entries()) expect(heavy.of[at]).toBeCloseTo(weight, 6)
  })

  it('stays finite where one thing decides everything', () => {
    const clear = straight(9, 200, [0, 0, 0, 0]).map((one) => ({ ...one, happened: (one.known[0] ?? 0) > 0 }))
    const head = learn(clear, { ...WITHOUT_PRIOR, of: new Float64Array(4), sure: new Float64Array(4).fill(1) })
    expect([...head.of, head.bias].every(Number.isFinite)).toBe(true)
    expect(head.of[0]).toBeGreaterThan(2)
  })
})

function straight(seed: number, many: number, truth: number[]): Outcome[] {
  const chance = dice(seed)
  return Array.from({ length: many }, (_, n) => {
    const known = Float64Array.from(truth, () => 4 * chance() - 2)
    const score = truth.reduce((sum, weight, k) => sum + weight * (known[k] ?? 0), -0.5)
    return {
      id: `${n}`,
      asker: `asker ${n % 97}`,
      asked: `asked ${n % 89}`,
      known,
      happened: chance() < chanceOf(score),
      weight: 1,
    }
  })
}

const lossOf = (head: Learned, toCome: Outcome[]) =>
  meanOf(toCome.map((one) => lossAt(leaningOf(head, one), one.happened ? 1 : 0)))

// What the loss would be in the long run, without the luck of what came.
const meantLoss = (head: Learned, toCome: Simulated[]) =>
  meanOf(
    toCome.map((one) => {
      const leaning = leaningOf(head, one)
      return one.reachable * lossAt(leaning, 1) + (1 - one.reachable) * lossAt(leaning, 0)
    }),
  )

const meanOf = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
