import { listBest } from './listing.ts'
import { inOrder } from './order.ts'
import { place } from './path.ts'
import { AT_ONCE, LEFT_OUT, type Problem } from './problem.ts'
import { type Run, runOf } from './run.ts'
import { CURSOR, isDone, QUIET } from './state.ts'

// What was found: who is with whom, and the prices that prove it.
export type Answer = { mentorOf: Int32Array; seatPrices: Float64Array; groupPrices: Float64Array }

export function solve(problem: Problem): Answer {
  const { ordered, asGiven } = inOrder(problem)
  const run = runOf(ordered)
  while (!isDone(run.state)) advance(run)
  return asGiven(answerOf(run))
}

// Column generation: a few mentees beside all mentors at the prices of this moment. A round that finds nothing is the proof.
export function advance(run: Run): void {
  const { problem, state, rows, tile, mentors } = run
  const { progress } = state
  const from = progress[CURSOR] ?? 0
  const many = Math.min(AT_ONCE, problem.mentees.length - from)
  for (let k = 0; k < many; k++) rows[k] = from + k
  problem.worths.fill(rows, many, tile)
  for (let k = 0; k < many; k++) {
    const isBetter = listBest(run, from + k, k * mentors)
    if (isBetter) place(run, from + k)
    progress[QUIET] = isBetter ? 0 : (progress[QUIET] ?? 0) + 1
  }
  progress[CURSOR] = from + many < problem.mentees.length ? from + many : 0
}

export function answerOf({ state, mentors, outside }: Run): Answer {
  const base = state.price[outside] ?? 0
  return {
    mentorOf: state.placeOf.map((place) => (place === outside ? LEFT_OUT : place)),
    seatPrices: state.price.subarray(0, mentors).map((price) => price - base),
    groupPrices: state.price.subarray(mentors, outside).map((price) => price - base),
  }
}
