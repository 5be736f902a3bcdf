import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Answered, parityOf } from './parity.ts'

const BEFORE = { key: 'before', label: 'Have you had a mentor before?', kind: 'choice' }
const some = (many: number, answer: unknown, placed = many): Answered[] =>
  Array.from({ length: many }, (_, n) => ({
    answers: { before: answer },
    isPlaced: n < placed,
    fitsWell: n < placed / 2,
  }))

describe('how a draft treats groups that people chose themselves', () => {
  it('counts who has a mentor, and who has one that fits well', () => {
    expect(parityOf([BEFORE], [...some(8, 'No', 6), ...some(6, 'Yes')])).toEqual([
      {
        question: 'Have you had a mentor before?',
        groups: [
          { answer: 'No', people: 8, placed: 6, well: 3 },
          { answer: 'Yes', people: 6, placed: 6, well: 3 },
        ],
      },
    ])
  })

  it('puts small groups together, and takes the next one with them where they are still few', () => {
    const [asked] = parityOf([BEFORE], [...some(9, 'No'), ...some(6, 'Yes'), ...some(2, 'Perhaps')])
    expect(asked?.groups.map(({ answer, people }) => [answer, people])).toEqual([
      ['No', 9],
      [null, 8],
    ])
  })

  it('says nothing where everybody would be in one group, and of questions in one’s own words', () => {
    expect(parityOf([BEFORE], [...some(9, 'No'), ...some(2, 'Yes')])).toEqual([])
    expect(parityOf([{ ...BEFORE, kind: 'text' }], [...some(9, 'No'), ...some(9, 'Yes')])).toEqual([])
  })

  it('never tells of fewer than five, not even by subtraction', () => {
    const answers = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', undefined), { maxLength: 40 })
    fc.assert(
      fc.property(answers, (said) => {
        const all = said.map((answer): Answered => ({ answers: { before: answer }, isPlaced: true, fitsWell: false }))
        for (const { groups } of parityOf([BEFORE], all)) {
          expect(groups.every(({ people }) => people >= 5)).toBe(true)
          expect(groups.reduce((sum, { people }) => sum + people, 0)).toBe(all.length)
        }
      }),
      { numRuns: 300 },
    )
  })
})
