import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certify } from '../certificate.ts'
import { inOrder } from '../order.ts'
import { type Run, runOf } from '../run.ts'
import { answerOf, finish, solve } from '../solving.ts'
import { aProblem } from '../testing/problems.ts'
import { withRules } from '../worths/rules.ts'
import { copied, groupWidens, keepTogether, menteeLeaves, mentorLeaves, pairsAppear, seatOpens } from './changes.ts'

const PROGRAM = fc.record({
  seed: fc.nat(),
  which: fc.nat({ max: 11 }),
  size: fc.record({
    mentees: fc.integer({ min: 12, max: 40 }),
    mentors: fc.integer({ min: 12, max: 16 }),
    groups: fc.integer({ min: 1, max: 3 }),
    inTen: fc.integer({ min: 2, max: 10 }),
    upTo: fc.constantFrom(10, 300),
  }),
})

const aRun = (seed: number, size: Parameters<typeof aProblem>[1]) =>
  finish(runOf(inOrder(aProblem(seed, size).problem).ordered))

// As good as if all had been paired anew, and proved.
function isStillBest(run: Run) {
  const afresh = certify(run.problem, solve(run.problem))
  expect(certify(run.problem, answerOf(run))).toEqual(afresh)
}

describe('in the middle of a program', () => {
  const changes: Record<string, (run: Run, which: number) => Run> = {
    'a mentee leaves': menteeLeaves,
    'a mentor leaves': mentorLeaves,
    'a mentor has one more seat': seatOpens,
    'a group takes one more': (run, which) => groupWidens(run, which % run.problem.groupCaps.length),
    'a mentor leaves, then a mentee': (run, which) => menteeLeaves(mentorLeaves(run, which), 11 - which),
    'a mentee leaves, then a seat opens': (run, which) => seatOpens(menteeLeaves(run, which), 11 - which),
  }

  it.each(Object.entries(changes))('%s, and the pairs are the best there are', (_, change) => {
    fc.assert(
      fc.property(PROGRAM, ({ seed, which, size }) => isStillBest(change(aRun(seed, size), which))),
      { numRuns: 300 },
    )
  })

  it('a rule falls, and the pairs are the best there are', () => {
    fc.assert(
      fc.property(PROGRAM, ({ seed, which, size }) => {
        const { ordered } = inOrder(aProblem(seed, size).problem)
        const ruled = withRules(ordered, {
          never: Array.from({ length: 10 }, (_, mentor) => ({ mentee: which, mentor })),
        })
        isStillBest(pairsAppear(finish(runOf(ruled)), ordered.worths))
      }),
      { numRuns: 300 },
    )
  })

  it('pairs stay together unless parting is worth more than was said', () => {
    fc.assert(
      fc.property(PROGRAM, ({ seed, which, size }) => {
        const run = aRun(seed, size)
        const [before, free] = [run.state.placeOf.slice(), mentorLeaves(copied(run), which).state.placeOf]
        const kept = mentorLeaves(keepTogether(run, 10_000), which).state.placeOf
        const parted = (after: Int32Array) =>
          before.filter((place, mentee) => place !== run.outside && place !== which && after[mentee] !== place)
        isStillBest(run)
        expect(parted(kept).length).toBeLessThanOrEqual(parted(free).length)
      }),
      { numRuns: 100 },
    )
  })
})
