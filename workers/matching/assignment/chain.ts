import type { Run } from './run.ts'
import { move } from './state.ts'

export const START = -(2 ** 31)

// What was reached before the goal costs more by as much as it lay nearer: then no pair is better than those that are.
export function reprice({ state, search }: Run) {
  const { price, profit, firstAt, nextAt } = state
  for (let k = 0; k < search.settledMany; k++) {
    const one = search.settled[k] ?? 0
    const rise = search.bound - (search.distance[one] ?? 0)
    price[one] = (price[one] ?? 0) + rise
    for (let held = firstAt[one] ?? -1; held >= 0; held = nextAt[held] ?? -1) profit[held] = (profit[held] ?? 0) - rise
  }
}

// Back along the chain everybody moves on by one place, until the start or the one who looked.
export function moveAlong({ state, search }: Run, mentee: number) {
  const { sent, placeOf } = state
  let to = search.goal
  for (;;) {
    const through = search.through[to] ?? 0
    if (through === START) return
    if (through >= 0) {
      const from = placeOf[through] ?? 0
      if (from !== to) move(state, through, to)
      if (through === mentee) return
      to = from
    } else {
      const from = -1 - through
      if (from < to) sent[from] = (sent[from] ?? 0) + 1
      else sent[to] = (sent[to] ?? 0) - 1
      to = from
    }
  }
}
