import { canBid, type Problem } from './problem.ts'

// Places are the mentors, then the groups, then outside, where whoever is left out is.
// price: what a seat there costs; profit: what a mentee's own place is worth beyond its price;
// gains: what those on a list were worth beyond their prices when it was last sorted, falling.
// unseen: more than this nobody outside a mentee's list was worth beyond the price when it was made.
export type State = {
  price: Float64Array
  profit: Float64Array
  bids: Float64Array
  unseen: Float64Array
  placeOf: Int32Array
  sent: Int32Array
  firstAt: Int32Array
  nextAt: Int32Array
  beforeAt: Int32Array
  listed: Int32Array
  candidates: Int32Array
  worths: Int32Array
  gains: Float64Array
  progress: Int32Array
}

export const WIDTH = 32
export const CURSOR = 0
export const DONE = 1
export const BIDS_LEFT = 2

const BIDS_EACH = 256

export function beginning(problem: Problem): State {
  const { mentees, mentors, groupCaps } = problem
  const places = mentors.length + groupCaps.length + 1
  const price = new Float64Array(places)
  for (let mentor = 0; mentor < mentors.length; mentor++)
    if ((problem.leastSeats[mentor] ?? 0) > 0) price[mentor] = -problem.costOfAnEmptySeat
  const firstAt = new Int32Array(places).fill(-1)
  if (mentees.length > 0) firstAt[places - 1] = 0
  return {
    price,
    profit: problem.costOfLeavingOut.map((cost) => -cost),
    bids: new Float64Array(mentees.length),
    unseen: new Float64Array(mentees.length).fill(Number.POSITIVE_INFINITY),
    placeOf: new Int32Array(mentees.length).fill(places - 1),
    sent: new Int32Array(places),
    firstAt,
    nextAt: Int32Array.from(mentees, (_, mentee) => (mentee + 1 < mentees.length ? mentee + 1 : -1)),
    beforeAt: Int32Array.from(mentees, (_, mentee) => mentee - 1),
    listed: new Int32Array(mentees.length),
    candidates: new Int32Array(WIDTH * mentees.length),
    worths: new Int32Array(WIDTH * mentees.length),
    gains: new Float64Array(WIDTH * mentees.length),
    progress: Int32Array.of(0, 0, canBid(problem) ? BIDS_EACH * mentees.length : 0),
  }
}

export const isDone = ({ progress }: State): boolean => progress[DONE] === 1

export function move({ placeOf, firstAt, nextAt, beforeAt }: State, mentee: number, to: number): void {
  const before = beforeAt[mentee] ?? -1
  const after = nextAt[mentee] ?? -1
  if (before < 0) firstAt[placeOf[mentee] ?? 0] = after
  else nextAt[before] = after
  if (after >= 0) beforeAt[after] = before
  const first = firstAt[to] ?? -1
  if (first >= 0) beforeAt[first] = mentee
  nextAt[mentee] = first
  beforeAt[mentee] = -1
  firstAt[to] = mentee
  placeOf[mentee] = to
}

export const isBidding = ({ progress }: State): boolean => (progress[BIDS_LEFT] ?? 0) > 0
