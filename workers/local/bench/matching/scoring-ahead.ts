import { Worker } from 'node:worker_threads'
import { AT_ONCE, type Worths } from '#workers/matching/assignment/problem.ts'
import type { Vectors } from '#workers/matching/assignment/worths/vectors.ts'

export type Ahead = { vectors: Vectors; order: Int32Array; tiles: Int32Array; isFull: Int32Array }

export const SLOTS = 2

// The second core: while some are placed, the next are scored already, in the order in which they are looked at first.
export function scoringAhead(
  vectors: Vectors,
  order: Int32Array,
): Worths & { bytes: number; close: () => Promise<number> } {
  const mentors = vectors.mentors.length / vectors.length
  const size = AT_ONCE * mentors
  const tiles = new Int32Array(new SharedArrayBuffer(4 * SLOTS * size))
  const isFull = new Int32Array(new SharedArrayBuffer(4 * SLOTS))
  const workerData: Ahead = { vectors, order, tiles, isFull }
  const thread = new Worker(new URL('./scoring-thread.ts', import.meta.url), { workerData })
  let turn = 0
  return {
    fill(_, count, into) {
      const slot = turn++ % SLOTS
      Atomics.wait(isFull, slot, 0)
      into.set(tiles.subarray(slot * size, slot * size + count * mentors))
      Atomics.store(isFull, slot, 0)
      Atomics.notify(isFull, slot)
    },
    bytes: tiles.byteLength,
    close: () => thread.terminate(),
  }
}
