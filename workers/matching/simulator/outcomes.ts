import { exp, log1p } from '../exact.ts'
import { chanceOf } from '../fit/heads.ts'
import { dice, hashOf } from '../hashing.ts'
import type { Outcome } from '../learning/evidence/outcomes.ts'
import type { Prior } from '../learning/weights/learned.ts'
import { bell } from './bell.ts'

// `reachable` is the chance as well as anyone could know it: with the members' pull, without what nobody wrote down.
export type Simulated = Outcome & { reachable: number }

export const KNOWN = 20
const MEANT = [0.9, 0.7, 0.6, 0.5, 0.4, 0.3, 0.3, 0.2]
const BY_HAND = [0.5, 0.5, 0.5, 0.3, 0.3, 0.3, 0, -0.1, 0.2, 0.2]
const UNWRITTEN = 0.8
const MEMBERS = { askers: 2000, asked: 500 }

// Right about what matters most, too timid, wrong in small things, and too hopeful.
export const BELIEVED: Prior = {
  of: Float64Array.from({ length: KNOWN }, (_, k) => BY_HAND[k] ?? 0),
  bias: -0.5,
  sure: new Float64Array(KNOWN).fill(25),
  sureOfBias: 1,
}

export function simulated(seed: number, many: number, which = 'lesson'): Simulated[] {
  const chance = dice(hashOf(which, seed))
  return Array.from({ length: many }, (_, n) => {
    const known = knownOf(chance)
    const asker = Math.floor(chance() * MEMBERS.askers)
    const asked = Math.floor(chance() ** 2 * MEMBERS.asked)
    const score = trueScore(known) + pull('asker', asker, seed) + pull('asked', asked, seed)
    return {
      id: `${which} ${n}`,
      ...{ asker: `asker ${asker}`, asked: `asked ${asked}`, known, weight: 1 },
      happened: chance() < chanceOf(score + UNWRITTEN * bell(chance)),
      reachable: overTheUnwritten(score),
    }
  })
}

// The two that matter most go together, as what one and the other measure often does.
function knownOf(chance: () => number): Float64Array {
  const known = Float64Array.from({ length: KNOWN }, () => bell(chance))
  known[1] = 0.5 * (known[0] ?? 0) + 0.85 * (known[1] ?? 0)
  return known
}

// Not a sum over what is known: two that help only together, a best distance, a ceiling, a threshold.
function trueScore(known: Float64Array): number {
  const [together = 0, with_ = 0, distance = 0, plenty = 0, late = 0] = known
  const sum = MEANT.reduce((score, weight, k) => score + weight * (known[k] ?? 0), -1.4)
  const bump = 0.8 * exp(-2 * (distance - 0.5) ** 2)
  const ceiling = 0.4 * Math.min(plenty, 0.5)
  const threshold = late > 1 ? -0.5 : 0
  return sum + 0.35 * together * with_ + bump + ceiling + threshold
}

// Few please nearly everybody: the first of the asked most of all.
function pull(side: 'asker' | 'asked', member: number, seed: number): number {
  const own = bell(dice(hashOf(`${side} ${member}`, seed)))
  return side === 'asker' ? 0.4 * own : 0.4 * own + 0.25 * (3 - log1p(member / 5))
}

// The mean over what nobody wrote down, at evenly likely places of it.
function overTheUnwritten(score: number): number {
  return PLACES.reduce((sum, place) => sum + chanceOf(score + UNWRITTEN * place), 0) / PLACES.length
}

const PLACES = [-1.8, -1.2, -0.85, -0.6, -0.38, -0.18, 0, 0.18, 0.38, 0.6, 0.85, 1.2, 1.8]
