import { chanceOf } from '../../fit/heads.ts'
import { inOrder, type Outcome } from '../evidence/outcomes.ts'
import { pairOf } from '../evidence/splitting.ts'
import { type Learned, leaningOf } from '../weights/learned.ts'

// An outcome, and when it was known.
export type Dated = Outcome & { at: number }

// What is in force, and until when outcomes were known that it learned from.
export type InForce = { head: Learned; learnedUntil: number }

// What both would have said of an outcome that neither had learned from.
export type Compared = Outcome & { now: number; next: number }

const BLOCKS = 5

// Progressive validation: the next head learns up to a day, foresees what comes after it, and so on, block by block.
// It never learns from two whom it has to foresee.
export function foresee(
  outcomes: Dated[],
  { head, learnedUntil }: InForce,
  learn: (seen: Dated[]) => Learned,
): Compared[] {
  const sorted = inOrder(outcomes).sort((one, other) => one.at - other.at)
  const fresh = sorted.filter(({ at }) => at > learnedUntil)
  return blocksOf(fresh).flatMap((block) => {
    const pairs = new Set(block.map(pairOf))
    const from = block[0]?.at ?? 0
    const next = learn(sorted.filter((one) => one.at < from && !pairs.has(pairOf(one))))
    return block.map((one) => ({ ...one, now: leaningOf(head, one), next: leaningOf(next, one) }))
  })
}

function blocksOf<T>(some: T[]): T[][] {
  const size = Math.ceil(some.length / BLOCKS)
  const blocks = Array.from({ length: BLOCKS }, (_, at) => some.slice(at * size, (at + 1) * size))
  return blocks.filter((block) => block.length > 0)
}

export const foreseen = (compared: Compared[], which: 'now' | 'next') =>
  compared.map((one) => ({ id: one.id, chance: chanceOf(one[which]), happened: one.happened }))
