import { NEVER } from '../problem.ts'
import type { Run } from '../run.ts'
import { copied, groupWidens, seatOpens } from './changes.ts'

// Why somebody is with nobody. Of the mentors who qualify, so many are full of better fits, so many stand in a full group.
// oneMoreSeat: with whom it would match this mentee; oneMorePlace: in which group.
export type Reason = {
  mentee: number
  qualified: number
  full: number
  inFullGroup: number
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

// Who would be where with one more seat at a place, a mentor's or a group's: tried, not guessed, because prices
// say only that a seat is worth something, not who gets it.
type Tried = Map<number, Int32Array>

function reasonOf(run: Run, mentee: number, placedBy: Tried): Reason {
  const { problem, outside } = run
  const row = new Int32Array(problem.mentors.length)
  problem.worths.fill(Int32Array.of(mentee), 1, row)
  const qualified = [...row.keys()].filter((mentor) => row[mentor] !== NEVER)
  const full = qualified.filter((mentor) => isFull(run, mentor))
  const helps = (place: number) => whoComes(run, place, placedBy)[mentee] !== outside
  const oneMoreSeat = full.find(helps)
  const ofGroup = qualified.find((mentor) => isGroupFull(run, mentor) && helps(groupAt(run, mentor)))
  return {
    mentee,
    qualified: qualified.length,
    full: full.length,
    inFullGroup: qualified.filter((mentor) => !isFull(run, mentor) && isGroupFull(run, mentor)).length,
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
