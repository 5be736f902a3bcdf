import { moveAlong, reprice, START } from './chain.ts'
import { empty, lower, takeLeast } from './heap.ts'
import { FAR_ALONG, sortAnew } from './listing.ts'
import type { Run } from './run.ts'
import { WIDTH } from './state.ts'

const NOBODY = -1

// A mentee looks for a place while one seat, the goal, waits to be filled: their own until now, or outside.
// The chain of moves from one to the other costs the least worth; the new prices keep every other pair right.
export function place(run: Run, mentee: number, goal: number = run.state.placeOf[mentee] ?? 0): void {
  aim(run, goal)
  offer(run, mentee, 0)
  findChain(run)
  run.state.profit[mentee] = (run.state.profit[mentee] ?? 0) - run.search.bound
  reprice(run)
  moveAlong(run, mentee)
  forget(run)
}

// The same where nobody in particular looks for a place: whoever is best for the seat comes from behind the start.
export function fill(run: Run, seat: number, start: number): void {
  aim(run, seat)
  arrive(run, start, 0, START)
  findChain(run)
  reprice(run)
  moveAlong(run, NOBODY)
  forget(run)
}

function aim({ search }: Run, goal: number) {
  search.goal = goal
  search.bound = Number.POSITIVE_INFINITY
}

// Dijkstra on reduced costs c + price(to) - price(from) >= 0.
function findChain(run: Run) {
  const { state, search } = run
  const { heap, distance, settled } = search
  while (heap.size > 0 && (heap.keys[heap.places[0] ?? 0] ?? 0) < search.bound) {
    const nearest = takeLeast(heap)
    const far = distance[nearest] ?? 0
    settled[search.settledMany++] = nearest
    for (let one = state.firstAt[nearest] ?? -1; one >= 0; one = state.nextAt[one] ?? -1) offer(run, one, far)
    passOn(run, nearest, far)
  }
}

// Prices only rise: nobody on a list gains more than when it was sorted, and what stands behind too little is too little too.
function offer(run: Run, mentee: number, far: number) {
  const { problem, state, search, outside } = run
  const { candidates, worths, gains, price } = state
  const slack = far + (state.profit[mentee] ?? 0)
  const from = mentee * WIDTH
  const until = from + (state.listed[mentee] ?? 0)
  let at = from
  for (; at < until && slack - (gains[at] ?? 0) < search.bound; at++) {
    const mentor = candidates[at] ?? 0
    const reach = slack - (worths[at] ?? 0) + (price[mentor] ?? 0)
    if (reach < search.bound && reach < (search.distance[mentor] ?? 0)) arriveAtMentor(run, mentor, reach, mentee)
  }
  if (at - from > FAR_ALONG) sortAnew(state, mentee)
  arrive(run, outside, slack + (problem.costOfLeavingOut[mentee] ?? 0) + (price[outside] ?? 0), mentee)
}

// Where there is a seat left the way out is known at once, and nothing farther is looked at.
function arriveAtMentor(run: Run, mentor: number, far: number, through: number) {
  const { problem, state, search, mentors } = run
  arrive(run, mentor, far, through)
  if ((state.sent[mentor] ?? 0) >= (problem.mostSeats[mentor] ?? 0)) return
  passOn(run, mentor, far)
  const group = mentors + (problem.groupOf[mentor] ?? 0)
  goOut(run, group, search.distance[group] ?? 0)
}

function goOut(run: Run, group: number, far: number) {
  const { problem, state, mentors, outside } = run
  const { price, sent } = state
  if ((sent[group] ?? 0) < (problem.groupCaps[group - mentors] ?? 0))
    arrive(run, outside, far - (price[group] ?? 0) + (price[outside] ?? 0), -1 - group)
}

// A seat leads on to its group and outside while there is room, and back where one is taken.
function passOn(run: Run, from: number, far: number) {
  const { problem, state, mentors, outside } = run
  const { price, sent } = state
  const start = far - (price[from] ?? 0)
  if (from < mentors) {
    const group = mentors + (problem.groupOf[from] ?? 0)
    const many = sent[from] ?? 0
    const gain = many < (problem.leastSeats[from] ?? 0) ? problem.costOfAnEmptySeat : 0
    if (many < (problem.mostSeats[from] ?? 0)) arrive(run, group, start - gain + (price[group] ?? 0), -1 - from)
  } else if (from < outside) {
    goOut(run, from, far)
    backToMentors(run, from, start)
  } else
    for (let group = mentors; group < outside; group++)
      if ((sent[group] ?? 0) > 0) arrive(run, group, start + (price[group] ?? 0), -1 - from)
}

function backToMentors(run: Run, group: number, start: number) {
  const { problem, state, mentors } = run
  const until = run.firstOf[group - mentors + 1] ?? 0
  for (let at = run.firstOf[group - mentors] ?? 0; at < until; at++) {
    const mentor = run.members[at] ?? 0
    const many = state.sent[mentor] ?? 0
    const loss = many > (problem.leastSeats[mentor] ?? 0) ? 0 : problem.costOfAnEmptySeat
    if (many > 0) arrive(run, mentor, start + loss + (state.price[mentor] ?? 0), -1 - group)
  }
}

function arrive({ search }: Run, at: number, far: number, through: number) {
  const { distance, heap } = search
  if (far >= search.bound || far >= (distance[at] ?? 0)) return
  if (distance[at] === Number.POSITIVE_INFINITY) search.seen[search.seenMany++] = at
  distance[at] = far
  search.through[at] = through
  if (at === search.goal) search.bound = far
  else lower(heap, at, far)
}

function forget({ search }: Run) {
  for (let k = 0; k < search.seenMany; k++) search.distance[search.seen[k] ?? 0] = Number.POSITIVE_INFINITY
  search.seenMany = 0
  search.settledMany = 0
  empty(search.heap)
}
