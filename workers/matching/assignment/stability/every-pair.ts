import { NEVER, type Problem, type Worths } from '../problem.ts'
import type { Pairs } from './choices.ts'

// Every pair that may be, with what it is worth and what each side says of it.
export function everyPair(problem: Problem, wish: Worths, welcome: Worths): Pairs {
  const tiles = [problem.worths, wish, welcome].map((worths) => ({
    worths,
    row: new Int32Array(problem.mentors.length),
  }))
  const look = (mentee: number) => {
    for (const { worths, row } of tiles) worths.fill(Int32Array.of(mentee), 1, row)
    return tiles[0]?.row ?? new Int32Array()
  }
  const many = problem.mentees.reduce(
    (sum, _, mentee) => sum + look(mentee).filter((worth) => worth !== NEVER).length,
    0,
  )
  const pairs = emptyPairs(many)
  let at = 0
  for (let mentee = 0; mentee < problem.mentees.length; mentee++)
    look(mentee).forEach((worth, mentor) => {
      if (worth === NEVER) return
      pairs.mentee[at] = mentee
      pairs.mentor[at] = mentor
      pairs.worth[at] = worth
      pairs.wish[at] = tiles[1]?.row[mentor] ?? 0
      pairs.welcome[at++] = tiles[2]?.row[mentor] ?? 0
    })
  return pairs
}

export const emptyPairs = (many: number): Pairs => ({
  mentee: new Int32Array(many),
  mentor: new Int32Array(many),
  wish: new Float64Array(many),
  welcome: new Float64Array(many),
  worth: new Float64Array(many),
})
