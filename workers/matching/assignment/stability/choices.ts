import { lotsOf } from '../order.ts'
import type { Problem } from '../problem.ts'

// Pair k: its mentee, its mentor, how much the mentee wishes it, how welcome it is to the mentor, what it is worth.
export type Pairs = {
  mentee: Int32Array
  mentor: Int32Array
  wish: Float64Array
  welcome: Float64Array
  worth: Float64Array
}

// One side's view: whose each pair is, everybody's pairs from the best on, and where each pair stands among them.
export type Side = { of: Int32Array; firstOf: Int32Array; fromBest: Int32Array; rank: Int32Array; seats: Int32Array }
// groups: mentors who take so many together choose in one order, in which each of them finds their own again.
export type Choices = { mentees: Side; mentors: Side; groups?: Side }

// asks: how many each mentee may have, one where nothing is said.
type Members = Pick<Problem, 'mentees' | 'mentors' | 'mostSeats' | 'seed'> &
  Partial<Pick<Problem, 'groupOf' | 'groupCaps'>> & { asks?: Int32Array }

// Orders are strict: where two are wished alike, lots drawn from ids decide.
export function choicesOf(members: Members, pairs: Pairs): Choices {
  const { mentees, mentors, mostSeats, seed, asks } = members
  const menteeLots = lotsOf(mentees, seed)
  const mentorLots = lotsOf(mentors, seed)
  return {
    mentees: sideOf(
      asks ?? new Int32Array(mentees.length).fill(1),
      pairs.mentee,
      pairs.wish,
      (pair) => mentorLots[pairs.mentor[pair] ?? 0] ?? 0,
    ),
    mentors: sideOf(mostSeats, pairs.mentor, pairs.welcome, (pair) => menteeLots[pairs.mentee[pair] ?? 0] ?? 0),
    ...groupsIn(members, pairs, (pair) => {
      const lot = menteeLots[pairs.mentee[pair] ?? 0] ?? 0
      return lot * mentors.length + (mentorLots[pairs.mentor[pair] ?? 0] ?? 0)
    }),
  }
}

// Where no group could ever be full there is none.
function groupsIn({ mentees, groupOf, groupCaps }: Members, pairs: Pairs, lot: (pair: number) => number) {
  if (!groupOf || !groupCaps?.some((cap) => cap < mentees.length)) return {}
  const of = pairs.mentor.map((mentor) => groupOf[mentor] ?? 0)
  return { groups: sideOf(groupCaps, of, pairs.welcome, lot) }
}

function sideOf(seats: Int32Array, of: Int32Array, value: Float64Array, lot: (pair: number) => number): Side {
  const firstOf = new Int32Array(seats.length + 1)
  for (const one of of) firstOf[one + 1] = (firstOf[one + 1] ?? 0) + 1
  for (let one = 0; one < seats.length; one++) firstOf[one + 1] = (firstOf[one + 1] ?? 0) + (firstOf[one] ?? 0)
  const next = firstOf.slice()
  const fromBest = new Int32Array(of.length)
  of.forEach((one, pair) => {
    fromBest[next[one] ?? 0] = pair
    next[one] = (next[one] ?? 0) + 1
  })
  const byValue = (one: number, other: number) => (value[other] ?? 0) - (value[one] ?? 0) || lot(one) - lot(other)
  for (let one = 0; one < seats.length; one++) fromBest.subarray(firstOf[one], firstOf[one + 1]).sort(byValue)
  const rank = new Int32Array(of.length)
  fromBest.forEach((pair, at) => {
    rank[pair] = at
  })
  return { of, firstOf, fromBest, rank, seats }
}
