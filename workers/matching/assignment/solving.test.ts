import fc from 'fast-check'
import highsOf from 'highs'
import { describe, expect, it } from 'vitest'
import { certify, holds } from './certificate.ts'
import { asBytes, fromBytes } from './keeping.ts'
import { inOrder } from './order.ts'
import { asProblem, LEFT_OUT, NEVER, type Problem } from './problem.ts'
import { runOf } from './run.ts'
import { advance, answerOf, finish, solve } from './solving.ts'
import { BIDS_LEFT, isDone } from './state.ts'
import { aProblem, dice, withPlainSeats } from './testing/problems.ts'
import { narrowed } from './worths/narrowed.ts'
import { withRules } from './worths/rules.ts'
import { worthsOfVectors } from './worths/vectors.ts'

const SMALL = fc.record({
  seed: fc.nat(),
  size: fc.record({
    mentees: fc.integer({ min: 1, max: 6 }),
    mentors: fc.integer({ min: 1, max: 4 }),
    groups: fc.integer({ min: 1, max: 2 }),
    inTen: fc.integer({ min: 3, max: 10 }),
    upTo: fc.constantFrom(3, 20, 1000),
  }),
})

describe('a program that is small enough to try everything', () => {
  it('is paired as well as any way there is, and the certificate says so (T1)', () => {
    fc.assert(
      fc.property(SMALL, ({ seed, size }) => {
        const { problem } = aProblem(seed, size)
        for (const one of [problem, withPlainSeats(problem)]) {
          const certificate = certify(one, solve(one))
          expect(certificate).toMatchObject({ primal: bestByTrying(one) + 0, gap: 0, broken: 0 })
        }
      }),
      { numRuns: 600 },
    )
  })

  it('pairs the same members in whatever order they come (T15)', () => {
    fc.assert(
      fc.property(SMALL, fc.nat(), fc.boolean(), ({ seed, size }, shuffle, isPlain) => {
        const made = aProblem(seed, size).problem
        const problem = isPlain ? withPlainSeats(made) : made
        const [mentees, mentors] = [
          shuffled(problem.mentees.length, shuffle),
          shuffled(problem.mentors.length, shuffle + 1),
        ]
        const other = inAnotherOrder(problem, mentees, mentors)
        const [found, again] = [solve(problem), solve(other)]
        expect(pairsOf(other, again)).toEqual(pairsOf(problem, found))
        expect(certify(other, again)).toEqual(certify(problem, found))
      }),
      { numRuns: 150 },
    )
  })
})

describe('a program of a few hundred', () => {
  it('is worth what HiGHS finds, with least seats, groups, never and must (T13)', { timeout: 60_000 }, async () => {
    const highs = await highsOf()
    for (let seed = 1; seed <= 6; seed++) {
      const { problem } = aProblem(seed, {
        mentees: 60 + 15 * seed,
        mentors: 25 + seed,
        groups: 1 + (seed % 4),
        inTen: 4,
        upTo: 500,
      })
      const roll = dice(seed)
      const some = Array.from({ length: 12 }, (_, mentee) => ({ mentee, mentor: roll(25) }))
      const ruled = withRules(problem, { never: some.slice(4), must: some.slice(0, 4) })
      const { Status, ObjectiveValue } = highs.solve(asLp(ruled))
      expect(Status).toBe('Optimal')
      expect(certify(ruled, solve(ruled))).toMatchObject({ primal: Math.round(ObjectiveValue), gap: 0, broken: 0 })
    }
  })

  it('is worth what HiGHS finds with plain seats, enough for all and too few (T13)', { timeout: 60_000 }, async () => {
    const highs = await highsOf()
    for (const [seed, mentors] of [70, 60, 45, 30].entries()) {
      const problem = withPlainSeats(aProblem(seed, { mentees: 120, mentors, groups: 2, inTen: 4, upTo: 500 }).problem)
      const { ObjectiveValue } = highs.solve(asLp(problem))
      expect(certify(problem, solve(problem))).toMatchObject({ primal: Math.round(ObjectiveValue), gap: 0, broken: 0 })
    }
  })

  it('is as good where nobody may bid any more as where they bid to the end', () => {
    const problem = withPlainSeats(aProblem(8, { mentees: 200, mentors: 60, groups: 1, inTen: 9, upTo: 900 }).problem)
    const { ordered } = inOrder(problem)
    const best = certify(ordered, answerOf(finish(runOf(ordered)))).primal
    for (const bids of [0, 1, 150, 1000]) {
      const run = runOf(ordered)
      run.state.progress[BIDS_LEFT] = bids
      expect(certify(ordered, answerOf(finish(run)))).toMatchObject({ primal: best, gap: 0, broken: 0 })
    }
  })

  it.each(['plain', 'ruled'])('gives the same answer wherever a job stops and another goes on (F17): %s', (kind) => {
    const made = aProblem(5, { mentees: 300, mentors: 80, groups: 3, inTen: 5, upTo: 900 }).problem
    const problem = kind === 'plain' ? withPlainSeats(made) : made
    const whole = solve(problem)
    const { ordered, asGiven } = inOrder(problem)
    let bytes = asBytes(runOf(ordered).state)
    let jobs = 0
    for (; !isDone(fromBytes(bytes)); jobs++) {
      const run = runOf(ordered, fromBytes(bytes))
      advance(run)
      bytes = asBytes(run.state)
    }
    expect(jobs).toBeGreaterThan(5)
    expect(asGiven(answerOf(runOf(ordered, fromBytes(bytes))))).toEqual(whole)
  })

  it('is paired as well as lists of the best at the prices of then allow (T2)', () => {
    const { problem } = aProblem(6, { mentees: 200, mentors: 60, groups: 1, inTen: 9, upTo: 900 })
    const { ordered } = inOrder(problem)
    const lists = new Map<number, { mentors: Int32Array; worths: Int32Array }>()
    const shelf = {
      has: (mentee: number) => lists.has(mentee),
      put: (mentee: number, mentors: Int32Array, worths: Int32Array) => lists.set(mentee, { mentors, worths }),
      take: (mentee: number) => lists.get(mentee) ?? { mentors: new Int32Array(), worths: new Int32Array() },
    }
    const narrow = { mentors: 60, width: 24, price: () => run.state.price, shelf }
    const run = runOf({ ...ordered, worths: narrowed(ordered.worths, narrow) })
    const onLists = certify(run.problem, answerOf(finish(run)))
    expect(onLists).toMatchObject({ gap: 0, broken: 0 })
    expect([...lists.values()].every(({ mentors }) => mentors.length <= 24)).toBe(true)
    const { primal } = certify(problem, solve(problem))
    expect(onLists.primal).toBeLessThanOrEqual(primal)
    expect(onLists.primal).toBeGreaterThan(0.95 * primal)
  })

  it('scores vectors exactly, also in odd numbers', () => {
    const roll = dice(3)
    const [mentees, mentors] = [
      Int8Array.from({ length: 11 * 40 }, () => roll(256) - 128),
      Int8Array.from({ length: 7 * 40 }, () => -128),
    ]
    const into = new Int32Array(3 * 7)
    worthsOfVectors({ length: 40, mentees, mentors, shift: 2 }).fill(Int32Array.of(10, 0, 4), 3, into)
    const dot = (mentee: number, mentor: number) =>
      mentees
        .subarray(mentee * 40, mentee * 40 + 40)
        .reduce((sum, value, d) => sum + value * (mentors[mentor * 40 + d] ?? 0), 0) >> 2
    expect([...into]).toEqual(
      [10, 0, 4].flatMap((mentee) => Array.from({ length: 7 }, (_, mentor) => dot(mentee, mentor))),
    )
  })
})

describe('a certificate somebody changed', () => {
  const { problem } = aProblem(9, { mentees: 40, mentors: 15, groups: 2, inTen: 6, upTo: 300 })
  const found = solve(problem)
  const changed = (change: (claim: typeof found) => void) => {
    const claim = structuredClone(found)
    change(claim)
    return certify(problem, claim)
  }

  it('is accepted only as it was', () => {
    expect(holds(certify(problem, found))).toBe(true)
    for (let mentee = 0; mentee < 40; mentee++) {
      const other = ((found.mentorOf[mentee] ?? 0) + 2) % 15
      expect(holds(changed(({ mentorOf }) => mentorOf.fill(other, mentee, mentee + 1)))).toBe(false)
    }
  })

  it('is refused with prices that were made up', () => {
    for (let mentor = 0; mentor < 15; mentor++)
      expect(holds(changed(({ seatPrices }) => seatPrices.fill(10_000, mentor, mentor + 1)))).toBe(false)
    expect(holds(changed(({ groupPrices }) => groupPrices.fill(-1, 0, 1)))).toBe(false)
  })

  it('names another input when a worth, a seat, a cost or the seed was changed', () => {
    const { inputHash } = certify(problem, found)
    const others: Partial<Problem>[] = [
      { seed: 10 },
      { mostSeats: problem.mostSeats.with(3, 9) },
      { costOfLeavingOut: problem.costOfLeavingOut.with(7, 1234) },
      { groupCaps: problem.groupCaps.with(0, 39) },
      { worths: withRules(problem, { never: [{ mentee: 1, mentor: mentorsFor(problem, 1)[0] ?? 0 }] }).worths },
    ]
    for (const other of others) expect(certify({ ...problem, ...other }, found).inputHash).not.toBe(inputHash)
  })
})

function mentorsFor({ worths, mentors }: Problem, mentee: number): number[] {
  const row = new Int32Array(mentors.length)
  worths.fill(Int32Array.of(mentee), 1, row)
  return [...row.keys()].filter((mentor) => row[mentor] !== NEVER)
}

function rowsOf({ worths, mentees, mentors }: Problem): Int32Array[] {
  return mentees.map((_, mentee) => {
    const row = new Int32Array(mentors.length)
    worths.fill(Int32Array.of(mentee), 1, row)
    return row
  })
}

function bestByTrying(problem: Problem): number {
  const rows = rowsOf(problem)
  const taken = problem.mentors.map(() => 0)
  const { mostSeats, leastSeats, groupOf, groupCaps, costOfAnEmptySeat, costOfLeavingOut } = problem
  const fits = (mentor: number) =>
    (taken[mentor] ?? 0) < (mostSeats[mentor] ?? 0) &&
    taken.reduce((sum, many, other) => sum + (groupOf[other] === groupOf[mentor] ? many : 0), 0) <
      (groupCaps[groupOf[mentor] ?? 0] ?? 0)
  const from = (mentee: number): number => {
    if (mentee === rows.length)
      return (
        -costOfAnEmptySeat * taken.reduce((sum, many, mentor) => sum + Math.max(0, (leastSeats[mentor] ?? 0) - many), 0)
      )
    let best = from(mentee + 1) - (costOfLeavingOut[mentee] ?? 0)
    rows[mentee]?.forEach((worth, mentor) => {
      if (worth === NEVER || !fits(mentor)) return
      taken[mentor] = (taken[mentor] ?? 0) + 1
      best = Math.max(best, worth + from(mentee + 1))
      taken[mentor] = (taken[mentor] ?? 0) - 1
    })
    return best
  }
  return from(0)
}

function asLp(problem: Problem): string {
  const { mostSeats, leastSeats, groupOf, groupCaps, costOfAnEmptySeat, costOfLeavingOut, mentors } = problem
  const pairs = rowsOf(problem).flatMap((row, i) =>
    [...row].flatMap((worth, j) => (worth === NEVER ? [] : [{ i, j, worth }])),
  )
  const signed = (value: number, name: string) => `${value < 0 ? '-' : '+'} ${Math.abs(value)} ${name}`
  const sum = (these: { i: number; j: number }[]) => these.map(({ i, j }) => ` + x_${i}_${j}`).join('')
  const worths = pairs.map(({ i, j, worth }) => ` ${signed(worth, `x_${i}_${j}`)}`)
  const outs = [...costOfLeavingOut].map((cost, i) => ` ${signed(-cost, `out_${i}`)}`)
  const empties = mentors.map((_, j) => ` ${signed(-costOfAnEmptySeat, `empty_${j}`)}`)
  const once = [...costOfLeavingOut].map((_, i) => ` m${i}:${sum(pairs.filter((pair) => pair.i === i))} + out_${i} = 1`)
  const most = mentors.map(
    (_, j) => ` most${j}:${sum(pairs.filter((pair) => pair.j === j))} + 0 empty_${j} <= ${mostSeats[j]}`,
  )
  const least = mentors.map(
    (_, j) => ` least${j}:${sum(pairs.filter((pair) => pair.j === j))} + empty_${j} >= ${leastSeats[j]}`,
  )
  const caps = [...groupCaps].map(
    (cap, g) => ` cap${g}:${sum(pairs.filter(({ j }) => groupOf[j] === g))} + 0 out_0 <= ${cap}`,
  )
  return [
    'Maximize',
    ` obj:${[...worths, ...outs, ...empties].join('\n')}`,
    'Subject To',
    ...once,
    ...most,
    ...least,
    ...caps,
    'End',
  ].join('\n')
}

function shuffled(many: number, seed: number): number[] {
  const roll = dice(seed)
  return Array.from({ length: many }, (_, at) => ({ at, key: roll(2 ** 30) }))
    .sort((one, other) => one.key - other.key)
    .map(({ at }) => at)
}

function inAnotherOrder(problem: Problem, mentees: number[], mentors: number[]): Problem {
  const of = (values: ArrayLike<number>, order: number[]) => order.map((at) => values[at] ?? 0)
  const row = new Int32Array(mentors.length)
  return asProblem({
    ...problem,
    mentees: mentees.map((at) => problem.mentees[at] ?? ''),
    mentors: mentors.map((at) => problem.mentors[at] ?? ''),
    mostSeats: Int32Array.from(of(problem.mostSeats, mentors)),
    leastSeats: Int32Array.from(of(problem.leastSeats, mentors)),
    groupOf: Int32Array.from(of(problem.groupOf, mentors)),
    costOfLeavingOut: Float64Array.from(of(problem.costOfLeavingOut, mentees)),
    worths: {
      fill(rows, count, into) {
        for (let k = 0; k < count; k++) {
          problem.worths.fill(Int32Array.of(mentees[rows[k] ?? 0] ?? 0), 1, row)
          into.set(of(row, mentors), k * mentors.length)
        }
      },
    },
  })
}

function pairsOf({ mentees, mentors }: Problem, { mentorOf }: { mentorOf: Int32Array }): string[] {
  return mentees
    .map((mentee, at) => `${mentee} ${mentorOf[at] === LEFT_OUT ? 'nobody' : mentors[mentorOf[at] ?? 0]}`)
    .sort()
}
