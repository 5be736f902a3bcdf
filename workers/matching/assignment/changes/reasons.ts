import { NEVER } from '../problem.ts'
import type { Run } from '../run.ts'
import { copied, groupWidens, seatOpens } from './changes.ts'

// Why somebody is with nobody. Of the mentors who qualify, so many are full of better fits, so many stand in a full group.
// missing: how much more the nearest pair would have to be worth; oneMoreSeat: with whom it would match this mentee, oneMorePlace:
// in which group.
export type Reason = {
  mentee: number
  qualified: number
  full: number
  inFullGroup: number
  nearest?: number
  missing?: number
  oneMoreSeat?: number
  oneMorePlace?: number
}

export function reasons(run: Run): Reason[] {
  const { state, outside } = run
  const placedBy: Tried = new Map()
  const found: Reason[] = []
  for (let mentee = 0; mentee < state.placeOf.length; mentee++)
    if (state.placeOf[mentee] === outside) found.push(reasonOf(run, mentee, placedBy))
  return found
}

// Who would be where with one more seat at a place, a mentor's or a group's: tried, not guessed, because prices may tie, and then
// a seat goes to one of several.
type Tried = Map<number, Int32Array>

function reasonOf(run: Run, mentee: number, placedBy: Tried): Reason {
  const { problem, state, outside } = run
  const row = new Int32Array(problem.mentors.length)
  problem.worths.fill(Int32Array.of(mentee), 1, row)
  const qualified = [...row.keys()].filter((mentor) => row[mentor] !== NEVER)
  const full = qualified.filter((mentor) => isFull(run, mentor))
  const reason = {
    mentee,
    qualified: qualified.length,
    full: full.length,
    inFullGroup: qualified.filter((mentor) => !isFull(run, mentor) && isGroupFull(run, mentor)).length,
  }
  if (qualified.length === 0) return reason
  const gap = (mentor: number) => (state.price[mentor] ?? 0) - (row[mentor] ?? 0)
  const nearest = qualified.reduce((one, other) => (gap(other) < gap(one) ? other : one))
  const leftOut = -(problem.costOfLeavingOut[mentee] ?? 0) - (state.price[outside] ?? 0)
  const helps = (mentor: number, place: number) =>
    gap(mentor) + leftOut === 0 && whoComes(run, place, placedBy)[mentee] !== outside
  const oneMoreSeat = full.find((mentor) => helps(mentor, mentor))
  const ofGroup = qualified.find((mentor) => isGroupFull(run, mentor) && helps(mentor, groupAt(run, mentor)))
  return {
    ...{ ...reason, nearest, missing: gap(nearest) + leftOut },
    ...(oneMoreSeat !== undefined && { oneMoreSeat }),
    ...(ofGroup !== undefined && { oneMorePlace: problem.groupOf[ofGroup] ?? 0 }),
  }
}

const isFull = ({ problem, state }: Run, mentor: number): boolean =>
  (state.sent[mentor] ?? 0) >= (problem.mostSeats[mentor] ?? 0)

const groupAt = ({ problem, mentors }: Run, mentor: number) => mentors + (problem.groupOf[mentor] ?? 0)

const isGroupFull = (run: Run, mentor: number): boolean => {
  const group = groupAt(run, mentor)
  return (run.state.sent[group] ?? 0) >= (run.problem.groupCaps[group - run.mentors] ?? 0)
}

function whoComes(run: Run, place: number, placedBy: Tried): Int32Array {
  const known = placedBy.get(place)
  if (known) return known
  const after = copied(run)
  const { placeOf } = (place < run.mentors ? seatOpens(after, place) : groupWidens(after, place - run.mentors)).state
  placedBy.set(place, placeOf)
  return placeOf
}
