import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Shelf } from '#workers/matching/assignment/worths/narrowed.ts'

// Lists on disk, as jobs would keep them in storage.
export function shelfOnDisk(mentees: number, width: number): Shelf & { close: () => void } {
  const path = join(tmpdir(), `guildhall-lists-${process.pid}`)
  const file = openSync(path, 'w+')
  const many = new Int32Array(mentees).fill(-1)
  const numbers = new Int32Array(2 * width)
  return {
    has: (mentee) => (many[mentee] ?? -1) >= 0,
    put(mentee, mentors, worths) {
      many[mentee] = mentors.length
      numbers.set(mentors)
      numbers.set(worths, width)
      writeSync(file, numbers, 0, numbers.byteLength, mentee * numbers.byteLength)
    },
    take(mentee) {
      readSync(file, numbers, 0, numbers.byteLength, mentee * numbers.byteLength)
      const length = many[mentee] ?? 0
      return { mentors: numbers.slice(0, length), worths: numbers.slice(width, width + length) }
    },
    close() {
      closeSync(file)
      unlinkSync(path)
    },
  }
}
