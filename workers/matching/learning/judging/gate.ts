import { dice, hashOf } from '../../hashing.ts'
import { inOrder } from '../evidence/outcomes.ts'
import { lossAt } from '../weights/learned.ts'
import { missOf } from './calibrating.ts'
import { type Compared, foreseen } from './foreseeing.ts'

// Whether new weights come into force, and why, in figures that organisers may read.
export type Verdict = {
  publish: boolean
  why: 'better' | 'as good and truer' | 'no better' | 'too few'
  outcomes: number
  loss: { now: number; next: number }
  miss: { now: number; next: number }
  // How likely it would look this much better by chance alone.
  byChance: number
}

export const FEWEST = 200
const BY_CHANCE = 0.05
const AS_GOOD = 1.001
const DRAWS = 2000
const GROUPS = 500

export function judge(compared: Compared[]): Verdict {
  const sorted = inOrder(compared)
  const figures = {
    outcomes: sorted.length,
    loss: { now: lossOf(sorted, 'now'), next: lossOf(sorted, 'next') },
    miss: { now: missOf(foreseen(sorted, 'now')), next: missOf(foreseen(sorted, 'next')) },
    byChance: byChance(sorted),
  }
  const why = whyOf(figures)
  return { publish: why === 'better' || why === 'as good and truer', why, ...figures }
}

function whyOf({ outcomes, loss, miss, byChance }: Omit<Verdict, 'publish' | 'why'>): Verdict['why'] {
  if (outcomes < FEWEST) return 'too few'
  if (loss.next < loss.now && byChance < BY_CHANCE) return 'better'
  return loss.next <= AS_GOOD * loss.now && miss.next < miss.now ? 'as good and truer' : 'no better'
}

function lossOf(compared: Compared[], which: 'now' | 'next'): number {
  const sum = compared.reduce((sum, one) => sum + one.weight * lossOfOne(one, which), 0)
  return sum / compared.reduce((sum, { weight }) => sum + weight, Number.MIN_VALUE)
}

// Paired bootstrap: outcomes are drawn again, those of one asker together; how often is the gain gone?
function byChance(compared: Compared[]): number {
  const gains = new Float64Array(GROUPS)
  for (const one of compared) {
    const group = hashOf(one.asker) % GROUPS
    gains[group] = (gains[group] ?? 0) + one.weight * (lossOfOne(one, 'now') - lossOfOne(one, 'next'))
  }
  const chance = dice(compared.length)
  let gone = 0
  for (let draw = 0; draw < DRAWS; draw++) if (drawn(gains, chance) <= 0) gone++
  return gone / DRAWS
}

function drawn(gains: Float64Array, chance: () => number): number {
  let sum = 0
  for (let n = 0; n < gains.length; n++) sum += gains[Math.floor(chance() * gains.length)] ?? 0
  return sum
}

const lossOfOne = (one: Compared, which: 'now' | 'next') => lossAt(one[which], one.happened ? 1 : 0)
