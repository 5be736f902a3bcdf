import { NEVER } from './problem.ts'
import type { Run } from './run.ts'
import { type State, widened, widthOf } from './state.ts'

const BEST = 24
const mentorsOfBest = new Int32Array(BEST)
const worthsOfBest = new Int32Array(BEST)
const gains = new Float64Array(BEST)

// Where any mentor beats a mentee's own place at the prices of now, the best few by worth - price join the mentee's list.
export function listBest(run: Run, mentee: number, row: number): boolean {
  const { state } = run
  if (!isBeaten(run, state.profit[mentee] ?? 0, row)) return false
  list(state, mentee, gather(run, row))
  state.profit[mentee] = gains[0] ?? 0
  return true
}

function isBeaten({ state, tile, mentors }: Run, profit: number, row: number) {
  const { price } = state
  for (let mentor = 0; mentor < mentors; mentor++) {
    const worth = tile[row + mentor] ?? NEVER
    if (worth - (price[mentor] ?? 0) > profit && worth !== NEVER) return true
  }
  return false
}

function gather({ state, tile, mentors }: Run, row: number): number {
  const { price } = state
  let many = 0
  let least = Number.NEGATIVE_INFINITY
  for (let mentor = 0; mentor < mentors; mentor++) {
    const worth = tile[row + mentor] ?? NEVER
    const gain = worth - (price[mentor] ?? 0)
    if (gain <= least || worth === NEVER) continue
    if (many < BEST) many++
    insert(many - 1, mentor, worth, gain)
    if (many === BEST) least = gains[BEST - 1] ?? 0
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

function list(state: State, mentee: number, many: number) {
  const before = state.listed[mentee] ?? 0
  if (before + many > widthOf(state)) widened(state, Math.ceil(1.5 * widthOf(state)) + BEST)
  const { candidates, worths } = state
  const from = mentee * widthOf(state)
  let end = from + before
  for (let k = 0; k < many; k++) {
    if (isListed(candidates, from, from + before, mentorsOfBest[k] ?? 0)) continue
    candidates[end] = mentorsOfBest[k] ?? 0
    worths[end++] = worthsOfBest[k] ?? 0
  }
  state.listed[mentee] = end - from
}

function isListed(candidates: Int32Array, from: number, until: number, mentor: number) {
  for (let at = from; at < until; at++) if (candidates[at] === mentor) return true
  return false
}
