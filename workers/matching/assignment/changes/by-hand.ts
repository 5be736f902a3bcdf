import { type Run, runOf } from '../run.ts'
import { finish } from '../solving.ts'
import { type Pair, withRules } from '../worths/rules.ts'

// atLeast is known at once from the prices: no program with this pair loses less. lost and moved are what the rest then does.
export type Move = { atLeast: number; lost: number; moved: number[]; run: Run }

export function movedByHand(run: Run, pair: Pair, locked: Pair[] = []): Move {
  const { state, problem } = run
  const row = new Int32Array(problem.mentors.length)
  problem.worths.fill(Int32Array.of(pair.mentee), 1, row)
  const atLeast = (state.profit[pair.mentee] ?? 0) - (row[pair.mentor] ?? 0) + (state.price[pair.mentor] ?? 0)
  const after = finish(runOf(withRules(problem, { must: [...locked, pair] })))
  const moved = [...state.placeOf.keys()].filter((mentee) => after.state.placeOf[mentee] !== state.placeOf[mentee])
  return { atLeast, lost: worthOf(run) - worthOf(after), moved, run: after }
}

// Worth = profit + price, for whoever is placed and, as what leaving out costs, for whoever is not.
function worthOf({ problem, state, mentors }: Run): number {
  let value = 0
  state.placeOf.forEach((place, mentee) => {
    value += (state.profit[mentee] ?? 0) + (state.price[place] ?? 0)
  })
  for (let mentor = 0; mentor < mentors; mentor++)
    value -= problem.costOfAnEmptySeat * Math.max(0, (problem.leastSeats[mentor] ?? 0) - (state.sent[mentor] ?? 0))
  return value
}
