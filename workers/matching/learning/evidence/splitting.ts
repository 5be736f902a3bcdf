import { hashOf } from '../../hashing.ts'
import type { Label, Story } from './ladder.ts'
import type { Outcome } from './outcomes.ts'

// Numbers of a pair, and when they were made.
export type Known = { known: Float64Array; madeAt: number }

// What was written down once the outcome had begun may hold the outcome itself.
export function asOutcome({ id, asker, asked }: Story, { head, beganAt, happened }: Label, row: Known): Outcome {
  if (row.madeAt > beganAt) throw new RangeError(`What is known of ${id} was made after "${head}" began.`)
  return { id: `${id} ${head}`, asker, asked, known: row.known, happened, weight: 1 }
}

// Two members are on one side with all that was ever between them, whoever asked whom.
export function splitByPair<T extends Pair>(outcomes: T[], share: number, seed: number): { learn: T[]; test: T[] } {
  const isTest = (one: T) => hashOf(pairOf(one), seed) / 2 ** 32 < share
  return { learn: outcomes.filter((one) => !isTest(one)), test: outcomes.filter(isTest) }
}

type Pair = { asker: string; asked: string }

export const pairOf = ({ asker, asked }: Pair) => [asker, asked].sort().join(' and ')
