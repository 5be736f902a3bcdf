import { NEVER, type Problem, type Worths } from '../problem.ts'

export type Pair = { mentee: number; mentor: number }

// Bits: a mentor is eligible who has every bit a mentee asks for.
export type Rules = { never?: Pair[]; must?: Pair[]; asked?: Int32Array; given?: Int32Array }

export function withRules(problem: Problem, { never = [], must = [], asked, given }: Rules): Problem {
  const only = new Map(must.map(({ mentee, mentor }) => [mentee, mentor]))
  const barred = Map.groupBy(never, ({ mentee }) => mentee)
  const many = problem.mentors.length
  const worths: Worths = {
    fill(mentees, count, into) {
      problem.worths.fill(mentees, count, into)
      for (let k = 0; k < count; k++) {
        const mentee = mentees[k] ?? 0
        const row = into.subarray(k * many, (k + 1) * many)
        for (const { mentor } of barred.get(mentee) ?? []) row[mentor] = NEVER
        if (asked && given) keepEligible(row, asked[mentee] ?? 0, given)
        const mentor = only.get(mentee)
        if (mentor !== undefined) row.fill(NEVER, 0, mentor).fill(NEVER, mentor + 1)
      }
    },
  }
  return { ...problem, worths, costOfLeavingOut: withoutLeavingOut(problem, only.keys()) }
}

function keepEligible(row: Int32Array, asked: number, given: Int32Array) {
  if (asked === 0) return
  for (let mentor = 0; mentor < row.length; mentor++) if ((asked & ~(given[mentor] ?? 0)) !== 0) row[mentor] = NEVER
}

// Whoever must be with somebody is left out last of all.
function withoutLeavingOut({ costOfLeavingOut, costOfAnEmptySeat }: Problem, mentees: Iterable<number>) {
  const costs = costOfLeavingOut.slice()
  for (const mentee of mentees) costs[mentee] = (costs[mentee] ?? 0) + 10 * costOfAnEmptySeat
  return costs
}
