import { asProblem, type Problem } from '../assignment/problem.ts'
import { solve } from '../assignment/solving.ts'
import { worthsOfPairs } from '../assignment/worths/pairs.ts'
import type { Lists } from './lists.ts'

const STEPS = 10_000

// The one for each member who is best for all together, by the place among mentors, or LEFT_OUT where seats ran out.
export const matchesOfTheWeek = (lists: Lists, seed: number): Int32Array => solve(programOf(lists, seed)).mentorOf

function programOf({ members, mentors, seats, firstOf, mentor, worth }: Lists, seed: number): Problem {
  const most = worth.reduce((one, other) => Math.max(one, Math.abs(other)), 0) || 1
  const pairs = members.flatMap((_, member) =>
    Array.from(mentor.subarray(firstOf[member], firstOf[member + 1]), (place, n) => ({
      mentee: member,
      mentor: place,
      worth: Math.round((STEPS * (worth[(firstOf[member] ?? 0) + n] ?? 0)) / most),
    })),
  )
  const worths = worthsOfPairs(pairs, mentors.length)
  return asProblem({ mentees: members, mentors, worths, mostSeats: Int32Array.from(seats), seed })
}
