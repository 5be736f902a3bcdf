import { NEVER } from '../problem.ts'
import type { Run } from '../run.ts'
import { copied, seatOpens } from './changes.ts'

// Why somebody is with nobody. Of the mentors who qualify, so many are full of better fits, so many stand in a full group.
// missing: how much more the nearest pair would have to be worth; oneMoreSeat: with whom it would match this mentee.
export type Reason = {
  mentee: number
  qualified: number
  full: number
  inFullGroup: number
  nearest?: number
  missing?: number
  oneMoreSeat?: number
}

export function reasons(run: Run): Reason[] {
  const { state, outside } = run
  const placedBy = new Map<number, Int32Array>()
  const found: Reason[] = []
  for (let mentee = 0; mentee < state.placeOf.length; mentee++)
    if (state.placeOf[mentee] === outside) found.push(reasonOf(run, mentee, placedBy))
  return found
}

function reasonOf(run: Run, mentee: number, placedBy: Map<number, Int32Array>): Reason {
  const { problem, state, outside } = run
  const row = new Int32Array(problem.mentors.length)
  problem.worths.fill(Int32Array.of(mentee), 1, row)
  const qualified = [...row.keys()].filter((mentor) => row[mentor] !== NEVER)
  const full = qualified.filter((mentor) => (state.sent[mentor] ?? 0) >= (problem.mostSeats[mentor] ?? 0))
  const reason = {
    mentee,
    qualified: qualified.length,
    full: full.length,
    inFullGroup: inFullGroup(run, qualified).length,
  }
  if (qualified.length === 0) return reason
  const gap = (mentor: number) => (state.price[mentor] ?? 0) - (row[mentor] ?? 0)
  const nearest = qualified.reduce((one, other) => (gap(other) < gap(one) ? other : one))
  const leftOut = -(problem.costOfLeavingOut[mentee] ?? 0) - (state.price[outside] ?? 0)
  const oneMoreSeat = full.find(
    (mentor) => gap(mentor) + leftOut === 0 && whoComes(run, mentor, placedBy)[mentee] !== outside,
  )
  return { ...reason, nearest, missing: gap(nearest) + leftOut, ...(oneMoreSeat !== undefined && { oneMoreSeat }) }
}

function inFullGroup({ problem, state, mentors }: Run, qualified: number[]): number[] {
  return qualified.filter((mentor) => {
    const group = problem.groupOf[mentor] ?? 0
    const hasSeat = (state.sent[mentor] ?? 0) < (problem.mostSeats[mentor] ?? 0)
    return hasSeat && (state.sent[mentors + group] ?? 0) >= (problem.groupCaps[group] ?? 0)
  })
}

// Tried, not guessed: prices may tie, and then a seat goes to one of several.
function whoComes(run: Run, mentor: number, placedBy: Map<number, Int32Array>): Int32Array {
  const known = placedBy.get(mentor)
  if (known) return known
  const { placeOf } = seatOpens(copied(run), mentor).state
  placedBy.set(mentor, placeOf)
  return placeOf
}
