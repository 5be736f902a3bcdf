import { NEVER, type Worths } from '../problem.ts'

export type Valued = { mentee: number; mentor: number; worth: number }

// Pairs that were written down one by one; all others may not be.
export function worthsOfPairs(pairs: Valued[], mentors: number): Worths {
  const of = Map.groupBy(pairs, ({ mentee }) => mentee)
  return {
    fill(mentees, count, into) {
      into.fill(NEVER, 0, count * mentors)
      for (let k = 0; k < count; k++)
        for (const { mentor, worth } of of.get(mentees[k] ?? 0) ?? []) into[k * mentors + mentor] = worth
    },
  }
}
