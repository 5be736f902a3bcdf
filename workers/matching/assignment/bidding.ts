import { FAR_ALONG, sortAnew } from './listing.ts'
import type { Run } from './run.ts'
import { BIDS_LEFT, move, type State, WIDTH } from './state.ts'

const NOBODY = -1
const A_LITTLE = 2 ** -6

// An auction. Whoever has no place bids for the best on their list what makes the second best as good, and a little more;
// whoever bid least gives way and bids again. Nobody's w - y is then more than that little below their best.
export function bid(run: Run, mentee: number): void {
  const { progress } = run.state
  for (let next = mentee; next !== NOBODY && (progress[BIDS_LEFT] ?? 0) > 0; ) {
    progress[BIDS_LEFT] = (progress[BIDS_LEFT] ?? 0) - 1
    const mentor = bestFor(run, next)
    next = mentor === NOBODY ? NOBODY : sitDown(run, next, mentor)
  }
  if (progress[BIDS_LEFT] === 0) endBidding(run)
}

// Prices become whole. Whose place is not the best at them, hardly anybody, looks for a better one when it is their turn.
export function endBidding({ problem, state, mentors, outside }: Run): void {
  const { price, sent, progress, placeOf, profit, unseen, listed, candidates, gains } = state
  progress[BIDS_LEFT] = 0
  for (let mentor = 0; mentor < mentors; mentor++) {
    const group = mentors + (problem.groupOf[mentor] ?? 0)
    price[mentor] = Math.floor(price[mentor] ?? 0)
    sent[group] = (sent[group] ?? 0) + (sent[mentor] ?? 0)
  }
  for (let mentee = 0; mentee < placeOf.length; mentee++) {
    const from = mentee * WIDTH
    const list = candidates.subarray(from, from + (listed[mentee] ?? 0))
    const own = placeOf[mentee] ?? outside
    sortAnew(state, mentee)
    if (own !== outside) profit[mentee] = gains[from + list.indexOf(own)] ?? 0
    unseen[mentee] = Math.ceil(unseen[mentee] ?? 0)
    if (list.length > 0 && (gains[from] ?? 0) > (profit[mentee] ?? 0)) forgetList(state, mentee)
  }
}

// Somebody off the list may be worth as much as is known of the last on it: no more is bid than makes that one as good.
function bestFor({ state, problem }: Run, mentee: number): number {
  const { candidates, worths, gains, price, unseen, bids } = state
  const from = mentee * WIDTH
  const until = from + (state.listed[mentee] ?? 0)
  let second = Math.max(-(problem.costOfLeavingOut[mentee] ?? 0), unseen[mentee] ?? 0)
  let [best, mentor] = [second, NOBODY]
  let at = from
  for (; at < until && (gains[at] ?? 0) > second; at++) {
    const gain = (worths[at] ?? 0) - (price[candidates[at] ?? 0] ?? 0)
    if (gain > best) {
      second = best
      best = gain
      mentor = candidates[at] ?? 0
    } else if (gain > second) second = gain
  }
  if (at - from > FAR_ALONG) sortAnew(state, mentee)
  bids[mentee] = (price[mentor] ?? 0) + best - second + A_LITTLE
  return mentor
}

// Says who has to stand up. Where all seats are taken, one costs the least that was bid for any of them.
function sitDown({ state, problem, outside }: Run, mentee: number, mentor: number): number {
  const { bids, sent, profit, price } = state
  const most = problem.mostSeats[mentor] ?? 0
  profit[mentee] = Number.POSITIVE_INFINITY
  sent[mentor] = (sent[mentor] ?? 0) + 1
  move(state, mentee, mentor)
  if ((sent[mentor] ?? 0) < most) return NOBODY
  const least = whoBidLeast(state, mentor)
  price[mentor] = bids[least] ?? 0
  if (sent[mentor] === most) return NOBODY
  sent[mentor] = most
  profit[least] = -(problem.costOfLeavingOut[least] ?? 0)
  move(state, least, outside)
  if (most > 0) price[mentor] = bids[whoBidLeast(state, mentor)] ?? 0
  return least
}

function whoBidLeast({ bids, firstAt, nextAt }: State, mentor: number): number {
  let least = firstAt[mentor] ?? NOBODY
  for (let one = least; one !== NOBODY; one = nextAt[one] ?? NOBODY)
    if ((bids[one] ?? 0) < (bids[least] ?? 0)) least = one
  return least
}

function forgetList({ listed, unseen }: State, mentee: number) {
  listed[mentee] = 0
  unseen[mentee] = Number.POSITIVE_INFINITY
}
