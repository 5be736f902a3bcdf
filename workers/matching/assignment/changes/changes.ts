import { listBest } from '../listing.ts'
import { fill, place } from '../path.ts'
import { NEVER, type Worths } from '../problem.ts'
import { type Run, runOf } from '../run.ts'
import { finish } from '../solving.ts'
import { DONE, move } from '../state.ts'

// What happens in the middle of a program: one chain of moves for every seat it touches, and all of it stays proved.
export function menteeLeaves(run: Run, mentee: number): Run {
  const { state, problem, outside } = run
  const seat = state.placeOf[mentee] ?? 0
  run.problem = {
    ...problem,
    costOfLeavingOut: problem.costOfLeavingOut.with(mentee, 0),
    worths: changed(run, (row, one) => (one === mentee ? row.fill(NEVER) : row)),
  }
  state.listed[mentee] = 0
  state.unseen[mentee] = Number.NEGATIVE_INFINITY
  state.profit[mentee] = -(state.price[outside] ?? 0)
  if (seat === outside) return run
  move(state, mentee, outside)
  fill(run, seat, outside)
  return again(run)
}

export function mentorLeaves(run: Run, mentor: number): Run {
  const { state, problem, mentors } = run
  const group = mentors + (problem.groupOf[mentor] ?? 0)
  run.problem = {
    ...problem,
    mostSeats: problem.mostSeats.with(mentor, 0),
    leastSeats: problem.leastSeats.with(mentor, 0),
    worths: changed(run, (row) => row.fill(NEVER, mentor, mentor + 1)),
  }
  state.price[mentor] = OUT_OF_REACH
  while ((state.firstAt[mentor] ?? -1) >= 0) {
    const mentee = state.firstAt[mentor] ?? 0
    state.sent[mentor] = (state.sent[mentor] ?? 0) - 1
    look(run, mentee)
    place(run, mentee, group)
  }
  return again(run)
}

export function seatOpens(run: Run, mentor: number): Run {
  const { state, problem, mentors } = run
  const group = mentors + (problem.groupOf[mentor] ?? 0)
  run.problem = { ...problem, mostSeats: problem.mostSeats.with(mentor, (problem.mostSeats[mentor] ?? 0) + 1) }
  if ((state.price[mentor] ?? 0) <= (state.price[group] ?? 0)) return run
  state.sent[mentor] = (state.sent[mentor] ?? 0) + 1
  fill(run, mentor, group)
  return again(run)
}

export function groupWidens(run: Run, group: number): Run {
  const { state, problem, mentors, outside } = run
  const place = mentors + group
  run.problem = { ...problem, groupCaps: problem.groupCaps.with(group, (problem.groupCaps[group] ?? 0) + 1) }
  if ((state.price[place] ?? 0) <= (state.price[outside] ?? 0)) return run
  state.sent[place] = (state.sent[place] ?? 0) + 1
  fill(run, place, outside)
  return again(run)
}

// A rule falls: pairs may be that might not.
export function pairsAppear(run: Run, worths: Worths): Run {
  run.problem = { ...run.problem, worths }
  run.state.unseen.fill(Number.POSITIVE_INFINITY)
  return again(run)
}

// Who is together stays together unless parting is worth more than this to all.
export function keepTogether(run: Run, bonus: number): Run {
  const { state, outside } = run
  const together = state.placeOf.slice()
  run.problem = {
    ...run.problem,
    worths: changed(run, (row, mentee) => {
      const mentor = together[mentee] ?? outside
      if (mentor < outside) row[mentor] = (row[mentor] ?? 0) + bonus
    }),
  }
  together.forEach((place, mentee) => {
    if (place < outside) state.profit[mentee] = (state.profit[mentee] ?? 0) + bonus
  })
  return run
}

export const copied = ({ problem, state }: Run): Run => runOf(problem, structuredClone(state))

const OUT_OF_REACH = 2 ** 40

function again(run: Run): Run {
  run.state.progress[DONE] = 0
  return finish(run)
}

function look(run: Run, mentee: number) {
  const { state, problem, outside } = run
  state.profit[mentee] = -(problem.costOfLeavingOut[mentee] ?? 0) - (state.price[outside] ?? 0)
  problem.worths.fill(Int32Array.of(mentee), 1, run.tile)
  listBest(run, mentee, 0)
}

function changed({ problem }: Run, change: (row: Int32Array, mentee: number) => unknown): Worths {
  const many = problem.mentors.length
  return {
    fill(rows, count, into) {
      problem.worths.fill(rows, count, into)
      for (let k = 0; k < count; k++) change(into.subarray(k * many, (k + 1) * many), rows[k] ?? 0)
    },
  }
}
