import { NEVER } from './problem.ts'
import type { Run } from './run.ts'
import { type State, WIDTH } from './state.ts'

// Whoever had to be looked for so far down a list is worth sorting it anew.
export const FAR_ALONG = 8

const mentorsOfBest = new Int32Array(WIDTH)
const worthsOfBest = new Int32Array(WIDTH)
const gains = new Float64Array(WIDTH)

// Prices only rise, so nobody outside the list gains on what was seen: a mentee still better off than that needs no second look.
export const needsALook = ({ profit, unseen }: State, mentee: number): boolean =>
  (profit[mentee] ?? 0) < (unseen[mentee] ?? 0)

// The list becomes the best mentors by worth - price of now.
export function listBest(run: Run, mentee: number, row: number): void {
  const { state, tile } = run
  const many = gather(run, row)
  const own = state.placeOf[mentee] ?? 0
  state.unseen[mentee] = many === WIDTH ? (gains[WIDTH - 1] ?? 0) : Number.NEGATIVE_INFINITY
  if (many === WIDTH && own < run.mentors && !mentorsOfBest.includes(own)) {
    mentorsOfBest[WIDTH - 1] = own
    worthsOfBest[WIDTH - 1] = tile[row + own] ?? 0
  }
  state.candidates.set(mentorsOfBest, mentee * WIDTH)
  state.worths.set(worthsOfBest, mentee * WIDTH)
  state.gains.set(gains, mentee * WIDTH)
  state.listed[mentee] = many
}

// Whether somebody on the list beats the mentee's own place: then that is what they are after.
export function gainsByMoving({ profit, gains, listed }: State, mentee: number): boolean {
  const best = (listed[mentee] ?? 0) > 0 ? (gains[mentee * WIDTH] ?? 0) : Number.NEGATIVE_INFINITY
  if (best <= (profit[mentee] ?? 0)) return false
  profit[mentee] = best
  return true
}

// The same list by what it is worth beyond the prices of now.
export function sortAnew({ candidates, worths, gains, price, listed }: State, mentee: number): void {
  const from = mentee * WIDTH
  const until = from + (listed[mentee] ?? 0)
  for (let next = from; next < until; next++) {
    const mentor = candidates[next] ?? 0
    const worth = worths[next] ?? 0
    const gain = worth - (price[mentor] ?? 0)
    let at = next
    for (; at > from && (gains[at - 1] ?? 0) < gain; at--) {
      gains[at] = gains[at - 1] ?? 0
      candidates[at] = candidates[at - 1] ?? 0
      worths[at] = worths[at - 1] ?? 0
    }
    gains[at] = gain
    candidates[at] = mentor
    worths[at] = worth
  }
}

function gather({ state, tile, mentors }: Run, row: number): number {
  const { price } = state
  let many = 0
  let least = Number.NEGATIVE_INFINITY
  for (let mentor = 0; mentor < mentors; mentor++) {
    const worth = tile[row + mentor] ?? NEVER
    const gain = worth - (price[mentor] ?? 0)
    if (gain <= least || worth === NEVER) continue
    if (many < WIDTH) many++
    insert(many - 1, mentor, worth, gain)
    if (many === WIDTH) least = gains[WIDTH - 1] ?? 0
  }
  return many
}

function insert(last: number, mentor: number, worth: number, gain: number) {
  let at = last
  for (; at > 0 && (gains[at - 1] ?? 0) < gain; at--) {
    gains[at] = gains[at - 1] ?? 0
    mentorsOfBest[at] = mentorsOfBest[at - 1] ?? 0
    worthsOfBest[at] = worthsOfBest[at - 1] ?? 0
  }
  gains[at] = gain
  mentorsOfBest[at] = mentor
  worthsOfBest[at] = worth
}
