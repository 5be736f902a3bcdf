import {
  earlierRounds,
  type Heads,
  learnedFrom,
  type Thoughts,
  thoughtsOf,
  truthIn,
} from '#workers/matching/simulator/market/knowing.ts'
import { aCommunity, type People, type Size } from '#workers/matching/simulator/market/people.ts'
import { play, type Ran, type Way } from '#workers/matching/simulator/market/rounds.ts'
import { reachableOf, type Truth } from '#workers/matching/simulator/market/truth.ts'

// Settings are picked on these, and no table plays them; 1 to 3 were looked at too while the settings were found.
export const TUNED_ON = [101, 102, 103, 104]
// Nobody looked at these before the settings stood.
export const PLAYED_ON = [301, 302, 303, 304, 305]

// A community, what could be learned of it before, and what is so.
export type Market = {
  people: People
  before: Ran
  heads: Heads
  learned: Thoughts
  truth: (mentee: number, mentor: number) => Truth
  played: (way: Way, rounds: number) => Ran
  seed: number
}

export function aMarket(seed: number, size: Size): Market {
  const people = aCommunity(seed, size)
  const before = earlierRounds(people, seed)
  const heads = learnedFrom(before.seen, people.earlier, people.mentors)
  const truth = truthIn(people.mentees, people.mentors, seed)
  const { mentees, mentors } = people
  return {
    ...{ people, before, heads, truth, seed },
    learned: thoughtsOf(people, heads),
    played: (way, rounds) => play({ mentees, mentors, truth, seed: seed + 2, rounds }, way),
  }
}

export const oracleOf = ({ people, truth }: Market): Thoughts => thoughtsBy(people, (_, __, i, j) => truth(i, j))
export const reachableIn = ({ people }: Market): Thoughts => thoughtsBy(people, reachableOf)

type Person = People['mentors'][number]

function thoughtsBy(
  { mentees, mentors }: People,
  of: (mentee: Person, mentor: Person, i: number, j: number) => Truth,
): Thoughts {
  const many = mentees.length * mentors.length
  const thoughts = { asks: new Float64Array(many), accepts: new Float64Array(many) }
  mentees.forEach((mentee, i) => {
    mentors.forEach((mentor, j) => {
      const { asks, accepts } = of(mentee, mentor, i, j)
      thoughts.asks[i * mentors.length + j] = asks
      thoughts.accepts[i * mentors.length + j] = accepts
    })
  })
  return thoughts
}
