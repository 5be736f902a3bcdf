import { bid, endBidding } from './bidding.ts'
import { gainsByMoving, listBest, needsALook } from './listing.ts'
import { inOrder } from './order.ts'
import { place } from './path.ts'
import { AT_ONCE, LEFT_OUT, type Problem } from './problem.ts'
import { type Run, runOf } from './run.ts'
import { CURSOR, DONE, isBidding, isDone } from './state.ts'

// What was found: who is with whom, and the prices that prove it.
export type Answer = { mentorOf: Int32Array; seatPrices: Float64Array; groupPrices: Float64Array }

export function solve(problem: Problem): Answer {
  const { ordered, asGiven } = inOrder(problem)
  return asGiven(answerOf(finish(runOf(ordered))))
}

export function finish(run: Run): Run {
  while (!isDone(run.state)) advance(run)
  return run
}

// Column generation: a few mentees beside all mentors at the prices of this moment, until nobody needs a look.
export function advance(run: Run): void {
  const { problem, state, rows, tile, mentors } = run
  const many = whoNeedsALook(run)
  problem.worths.fill(rows, many, tile)
  for (let k = 0; k < many; k++) {
    const mentee = rows[k] ?? 0
    listBest(run, mentee, k * mentors)
    if (isBidding(state)) bid(run, mentee)
    else if (gainsByMoving(state, mentee)) place(run, mentee)
  }
  if (many > 0) return
  if (isBidding(state)) endBidding(run)
  else state.progress[DONE] = 1
}

function whoNeedsALook({ state, rows }: Run): number {
  const { progress, placeOf } = state
  let mentee = progress[CURSOR] ?? 0
  let many = 0
  for (let passed = 0; passed < placeOf.length && many < AT_ONCE; passed++) {
    if (needsALook(state, mentee)) rows[many++] = mentee
    mentee = mentee + 1 < placeOf.length ? mentee + 1 : 0
  }
  progress[CURSOR] = mentee
  return many
}

export function answerOf({ state, mentors, outside }: Run): Answer {
  const base = state.price[outside] ?? 0
  return {
    mentorOf: state.placeOf.map((place) => (place === outside ? LEFT_OUT : place)),
    seatPrices: state.price.subarray(0, mentors).map((price) => price - base),
    // A group nobody is in may stand below the outside: it is free.
    groupPrices: state.price.subarray(mentors, outside).map((price) => Math.max(0, price - base)),
  }
}
