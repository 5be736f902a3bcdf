import { exp, log1p } from '../../exact.ts'
import { leaning, type Weights } from '../../fit/heads.ts'

// Weights held before anything is learned, and how sure each is (1 / its variance).
export type Prior = Weights & { sure: Float64Array; sureOfBias: number }

// What came of outcomes: the chance that something happens between two is sigmoid(w·x + b + u_asker + v_asked).
export type Learned = Weights & { askers: Effects; asked: Effects }

// What a member adds in general, whoever the other is, and how unsure that is (a standard deviation).
export type Effect = { effect: number; spread: number }
export type Effects = Map<string, Effect>

type Pair = { asker: string; asked: string; known: Float64Array }

// Weights by hand, for numbers from about 0 to 1: each may be off by half a unit, the bias by a whole one.
export const believing = ({ bias, of }: Weights): Prior => ({
  ...{ bias, of },
  ...{ sure: new Float64Array(of.length).fill(4), sureOfBias: 1 },
})

export const nothingLearned = ({ bias, of }: Weights): Learned => ({
  ...{ bias, of: of.slice() },
  ...{ askers: new Map(), asked: new Map() },
})

export const leaningOf = (learned: Learned, { asker, asked, known }: Pair): number =>
  leaning(learned, known) + (learned.askers.get(asker)?.effect ?? 0) + (learned.asked.get(asked)?.effect ?? 0)

// -log of the chance given to what came: log(1 + e^-s) where it happened, log(1 + e^s) where not.
export function lossAt(score: number, happened: number): number {
  const against = happened > 0 ? -score : score
  return Math.max(against, 0) + log1p(exp(-Math.abs(against)))
}
