// What is held before anything is learned: weights by hand, and how sure each is (1 / its variance).
export type Prior = { weights: Float64Array; bias: number; sure: Float64Array; sureOfBias: number }

// The chance that something happens between two: sigmoid(w·x + b + u_asker + v_asked).
export type Head = { weights: Float64Array; bias: number; askers: Effects; asked: Effects }

// What a member adds in general, whoever the other is, and how unsure that is (a standard deviation).
export type Effects = Map<string, { effect: number; spread: number }>

export type Pair = { asker: string; asked: string; known: Float64Array }

export const headOf = ({ weights, bias }: Prior): Head => ({
  weights: weights.slice(),
  bias,
  askers: new Map(),
  asked: new Map(),
})

export function scoreOf(head: Head, { asker, asked, known }: Pair): number {
  const own = (head.askers.get(asker)?.effect ?? 0) + (head.asked.get(asked)?.effect ?? 0)
  return dot(head.weights, known) + head.bias + own
}

export const chanceOf = (head: Head, pair: Pair): number => sigmoid(scoreOf(head, pair))

export function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let k = 0; k < one.length; k++) sum += (one[k] ?? 0) * (other[k] ?? 0)
  return sum
}

// Neither side overflows: e to the power of something positive is never asked for.
export function sigmoid(score: number): number {
  const small = Math.exp(-Math.abs(score))
  return score < 0 ? small / (1 + small) : 1 / (1 + small)
}

// -log of the chance given to what came: log(1 + e^-s) where it happened, log(1 + e^s) where not.
export function lossAt(score: number, happened: number): number {
  const against = happened > 0 ? -score : score
  return Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against)))
}
