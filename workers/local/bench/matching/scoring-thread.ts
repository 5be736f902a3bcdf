import { workerData } from 'node:worker_threads'
import { AT_ONCE } from '#workers/matching/assignment/problem.ts'
import { worthsOfVectors } from '#workers/matching/assignment/worths/vectors.ts'
import { type Ahead, SLOTS } from './scoring-ahead.ts'

const { vectors, order, tiles, isFull }: Ahead = workerData
const worths = worthsOfVectors(vectors)
const size = tiles.length / SLOTS
for (let at = 0, turn = 0; at < order.length; at += AT_ONCE, turn++) {
  const slot = turn % SLOTS
  Atomics.wait(isFull, slot, 1)
  const rows = order.subarray(at, at + AT_ONCE)
  worths.fill(rows, rows.length, tiles.subarray(slot * size, (slot + 1) * size))
  Atomics.store(isFull, slot, 1)
  Atomics.notify(isFull, slot)
}
