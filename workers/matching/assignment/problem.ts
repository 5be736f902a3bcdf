// What a program asks: who may be with whom, what each pair is worth, how many seats there are.
export type Problem = {
  mentees: string[]
  mentors: string[]
  worths: Worths
  mostSeats: Int32Array
  leastSeats: Int32Array
  costOfAnEmptySeat: number
  costOfLeavingOut: Float64Array
  groupOf: Int32Array
  groupCaps: Int32Array
  seed: number
}

// Whole numbers for at most AT_ONCE mentees beside all mentors, one row behind the other; NEVER where a pair may not be.
export type Worths = { fill: (mentees: Int32Array, count: number, into: Int32Array) => void }

export const NEVER = -(2 ** 31)
export const LEFT_OUT = -1
export const AT_ONCE = 32

export type Wishes = Partial<Omit<Problem, 'mentees' | 'mentors' | 'worths' | 'mostSeats'>> &
  Pick<Problem, 'mentees' | 'mentors' | 'worths' | 'mostSeats'>

export function asProblem(wishes: Wishes): Problem {
  const { mentees, mentors } = wishes
  const anyNumber = Math.max(1, mentees.length)
  return {
    leastSeats: new Int32Array(mentors.length),
    costOfAnEmptySeat: 1_000_000,
    costOfLeavingOut: new Float64Array(mentees.length).fill(100_000),
    groupOf: new Int32Array(mentors.length),
    groupCaps: new Int32Array([anyNumber]),
    seed: 0,
    ...wishes,
  }
}

// Where no seat has to be filled and no group can be full, a price belongs to one mentor, and can be found by bidding.
export function canBid({ leastSeats, mostSeats, groupOf, groupCaps, mentees }: Problem): boolean {
  const seats = new Float64Array(groupCaps.length)
  for (const [mentor, group] of groupOf.entries()) seats[group] = (seats[group] ?? 0) + (mostSeats[mentor] ?? 0)
  return (
    leastSeats.every((least) => least <= 0) &&
    groupCaps.every((cap, group) => cap >= Math.min(mentees.length, seats[group] ?? 0))
  )
}
