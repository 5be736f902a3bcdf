import { describe, expect, it } from 'vitest'
import { inOrder } from '../order.ts'
import { asProblem, type Problem } from '../problem.ts'
import { type Run, runOf } from '../run.ts'
import { finish } from '../solving.ts'
import { aProblem } from '../testing/problems.ts'
import { worthsOfPairs } from '../worths/pairs.ts'
import { withRules } from '../worths/rules.ts'
import { movedByHand } from './by-hand.ts'
import { copied, seatOpens } from './changes.ts'
import { reasons } from './reasons.ts'
import { relaxed } from './relaxing.ts'

// Anna and Ben both want the one seat of Rosa; Cleo qualifies for nobody; Dan asks for what only Imke gives, and may not be with her.
const four = asProblem({
  mentees: ['anna', 'ben', 'cleo', 'dan'],
  mentors: ['rosa', 'imke'],
  mostSeats: Int32Array.of(1, 1),
  worths: worthsOfPairs(
    [
      { mentee: 0, mentor: 0, worth: 90 },
      { mentee: 1, mentor: 0, worth: 70 },
      { mentee: 3, mentor: 0, worth: 60 },
      { mentee: 3, mentor: 1, worth: 50 },
    ],
    2,
  ),
})
const rules = { never: [{ mentee: 3, mentor: 1 }], asked: Int32Array.of(0, 0, 0, 1), given: Int32Array.of(0, 1) }
const run = finish(runOf(withRules(four, rules)))

describe('who is with nobody', () => {
  it('reads how many mentors qualify, how many are full of better fits, and which seat would help', () => {
    expect(reasons(run)).toEqual([
      { mentee: 1, qualified: 1, full: 1, inFullGroup: 0, oneMoreSeat: 0 },
      { mentee: 2, qualified: 0, full: 0, inFullGroup: 0 },
      { mentee: 3, qualified: 0, full: 0, inFullGroup: 0 },
    ])
  })

  it('is placed by the seat that was named, always', () => {
    let named = 0
    for (let seed = 1; seed <= 60; seed++) {
      const crowded = aRun(seed)
      for (const { mentee, oneMoreSeat } of reasons(crowded))
        if (oneMoreSeat !== undefined) {
          expect(seatOpens(copied(crowded), oneMoreSeat).state.placeOf[mentee]).not.toBe(crowded.outside)
          named++
        }
    }
    expect(named).toBeGreaterThan(30)
  })
})

describe('the report for organisers (MAT-B4)', () => {
  it('says which one rule, relaxed alone, would place how many', () => {
    expect(relaxed(run, four, rules)).toEqual([
      { rule: { kind: 'seat', mentor: 0 }, places: 1 },
      { rule: { kind: 'never', pair: rules.never[0] }, places: 1 },
    ])
  })

  it('counts what pairing anew would place', () => {
    const roomy = aProblem(3, { mentees: 18, mentors: 16, groups: 1, inTen: 8, upTo: 200 }).problem
    const costOfLeavingOut = new Float64Array(18).fill(10_000)
    const { ordered } = inOrder({
      ...roomy,
      groupCaps: Int32Array.of(18),
      leastSeats: new Int32Array(16),
      costOfLeavingOut,
    })
    const asked = Int32Array.from(ordered.mentees, (_, mentee) => (mentee % 3 === 0 ? 2 : 0))
    const given = Int32Array.from(ordered.mentors, (_, mentor) => (mentor === 0 ? 2 : 0))
    const ruled = finish(runOf(withRules(ordered, { asked, given })))
    const bit = relaxed(ruled, ordered, { asked, given }).find(({ rule }) => rule.kind === 'asked')
    expect(bit?.places).toBe(leftOut(ruled) - leftOut(finish(runOf(ordered))))
    expect(bit?.places).toBeGreaterThan(0)
  })
})

describe('a pair that an organiser puts together by hand', () => {
  it('costs what it takes from all the others, and never less than was said at once', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const before = aRun(seed)
      const mentor = mayBeWith(before.problem, seed % 20)[0]
      if (mentor === undefined) continue
      const { atLeast, lost, moved, run: after } = movedByHand(before, { mentee: seed % 20, mentor })
      expect(after.state.placeOf[seed % 20]).toBe(mentor)
      expect(lost).toBeGreaterThanOrEqual(atLeast)
      expect(atLeast).toBeGreaterThanOrEqual(0)
      expect(moved.length === 0).toBe(before.state.placeOf[seed % 20] === mentor)
    }
  })

  it('leaves locked pairs alone', () => {
    const before = aRun(7)
    const locked = [...before.state.placeOf]
      .map((mentor, mentee) => ({ mentee, mentor }))
      .filter(({ mentee, mentor }) => mentor < before.outside && mentee > 3)
    const mentor = mayBeWith(before.problem, 2).find((one) => one !== before.state.placeOf[2]) ?? 0
    const { moved, run: after } = movedByHand(before, { mentee: 2, mentor }, locked.slice(0, 8))
    for (const { mentee } of locked.slice(0, 8)) expect(moved).not.toContain(mentee)
    expect(after.state.placeOf[2]).toBe(mentor)
  })
})

const CROWDED = { mentees: 40, mentors: 12, groups: 2, inTen: 6, upTo: 200 }

function aRun(seed: number): Run {
  const { problem } = aProblem(seed, CROWDED)
  return finish(
    runOf(inOrder({ ...problem, leastSeats: new Int32Array(12), groupCaps: Int32Array.of(40, 40) }).ordered),
  )
}

const leftOut = ({ state, outside }: Run) => state.placeOf.filter((place) => place === outside).length

function mayBeWith({ worths, mentors }: Problem, mentee: number): number[] {
  const row = new Int32Array(mentors.length)
  worths.fill(Int32Array.of(mentee), 1, row)
  return [...row.keys()].filter((mentor) => (row[mentor] ?? 0) > -1000)
}
