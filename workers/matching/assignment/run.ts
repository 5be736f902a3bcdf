import { type Heap, heapFor } from './heap.ts'
import { AT_ONCE, type Problem } from './problem.ts'
import { beginning, type State } from './state.ts'

export type Run = {
  problem: Problem
  state: State
  search: Search
  mentors: number
  outside: number
  firstOf: Int32Array
  members: Int32Array
  tile: Int32Array
  rows: Int32Array
}

export type Search = {
  heap: Heap
  distance: Float64Array
  through: Int32Array
  seen: Int32Array
  seenMany: number
  settled: Int32Array
  settledMany: number
  bound: number
  goal: number
}

export function runOf(problem: Problem, state: State = beginning(problem)): Run {
  const mentors = problem.mentors.length
  const places = mentors + problem.groupCaps.length + 1
  return {
    problem,
    state,
    search: searchAmong(places),
    mentors,
    outside: places - 1,
    ...membersOf(problem),
    tile: new Int32Array(AT_ONCE * mentors),
    rows: new Int32Array(AT_ONCE),
  }
}

const searchAmong = (places: number): Search => ({
  heap: heapFor(places),
  distance: new Float64Array(places).fill(Number.POSITIVE_INFINITY),
  through: new Int32Array(places),
  seen: new Int32Array(places),
  seenMany: 0,
  settled: new Int32Array(places),
  settledMany: 0,
  bound: 0,
  goal: 0,
})

function membersOf({ groupOf, groupCaps }: Problem) {
  const members = Int32Array.from(groupOf.keys()).sort(
    (one, other) => (groupOf[one] ?? 0) - (groupOf[other] ?? 0) || one - other,
  )
  const firstOf = new Int32Array(groupCaps.length + 1)
  for (const group of groupOf) firstOf[group + 1] = (firstOf[group + 1] ?? 0) + 1
  for (let group = 0; group < groupCaps.length; group++)
    firstOf[group + 1] = (firstOf[group + 1] ?? 0) + (firstOf[group] ?? 0)
  return { members, firstOf }
}
