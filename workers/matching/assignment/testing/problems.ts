import { dice as anyDice } from '../../hashing.ts'
import { asProblem, type Problem } from '../problem.ts'
import { worthsOfPairs } from '../worths/pairs.ts'

// A whole number below what is asked for, the same every time.
export function dice(seed: number): (below: number) => number {
  const roll = anyDice(seed)
  return (below) => Math.floor(below * roll())
}

export type Size = { mentees: number; mentors: number; groups: number; inTen: number; upTo: number }

export function aProblem(
  seed: number,
  { mentees, mentors, groups, inTen, upTo }: Size,
): { problem: Problem; worth: number[][] } {
  const roll = dice(seed)
  const worth = Array.from({ length: mentees }, () =>
    Array.from({ length: mentors }, () => (roll(10) < inTen ? roll(upTo) - Math.floor(upTo / 5) : Number.NaN)),
  )
  const pairs = worth.flatMap((row, mentee) => row.map((value, mentor) => ({ mentee, mentor, worth: value })))
  const mostSeats = Int32Array.from({ length: mentors }, () => 1 + roll(3))
  const problem = asProblem({
    mentees: Array.from({ length: mentees }, (_, at) => `mentee ${at}`),
    mentors: Array.from({ length: mentors }, (_, at) => `mentor ${at}`),
    worths: worthsOfPairs(
      pairs.filter((pair) => !Number.isNaN(pair.worth)),
      mentors,
    ),
    mostSeats,
    leastSeats: mostSeats.map((most) => (roll(3) === 0 ? 1 + roll(most) : 0)),
    costOfAnEmptySeat: 3 * upTo,
    costOfLeavingOut: Float64Array.from({ length: mentees }, () => roll(2 * upTo)),
    groupOf: Int32Array.from({ length: mentors }, () => roll(groups)),
    groupCaps: Int32Array.from({ length: groups }, () => 1 + roll(Math.ceil((2 * mentees) / groups))),
    seed,
  })
  return { problem, worth }
}

// The same without seats that must be filled and without groups, as most programs are: paired by bidding first.
export const withPlainSeats = (problem: Problem): Problem => ({
  ...problem,
  leastSeats: new Int32Array(problem.mentors.length),
  groupCaps: problem.groupCaps.map(() => problem.mentees.length),
})
