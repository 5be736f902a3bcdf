export type Choice = { a: string; b: string; choice: 'a' | 'b' | 'same' }
export type Ranked = { id: string; strength: number; error: number }
export type Ranking = { order: Ranked[]; reliability: number }

const ROUNDS = 500
const CLOSE_ENOUGH = 1e-9
// Each piece also met an average one, and it was a draw: whoever won once has not won for ever.
const PRIOR = 0.5

// Bradley and Terry (1952): strengths that make the choices made most likely. A draw is half a win for each. Strengths are
// on the scale of log odds, their mean is nought.
export function rank(choices: Choice[]): Ranking {
  const ids = [...new Set(choices.flatMap(({ a, b }) => [a, b]))].sort()
  const strengths = mostLikely(ids, choices)
  const order = ids
    .map((id) => ({ id, strength: Math.log(strengths.get(id) ?? 1), error: errorOf(id, strengths, choices) }))
    .sort((one, other) => other.strength - one.strength || (one.id < other.id ? -1 : 1))
  const middle = mean(order.map(({ strength }) => strength))
  return {
    order: order.map((one) => ({ ...one, strength: one.strength - middle })),
    reliability: reliabilityOf(order),
  }
}

// Hunter's minorisation and maximisation (2004), which always finds them.
function mostLikely(ids: string[], choices: Choice[]) {
  let strengths = new Map(ids.map((id) => [id, 1]))
  const wins = new Map(ids.map((id) => [id, winsOf(id, choices)]))
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Map(ids.map((id) => [id, (wins.get(id) ?? 0) / met(id, strengths, choices)]))
    const moved = Math.max(...ids.map((id) => Math.abs(Math.log((next.get(id) ?? 1) / (strengths.get(id) ?? 1)))), 0)
    strengths = next
    if (moved < CLOSE_ENOUGH) break
  }
  return strengths
}

function winsOf(id: string, choices: Choice[]) {
  const won = choices.map(({ a, b, choice }) =>
    a !== id && b !== id ? 0 : choice === 'same' ? 0.5 : (choice === 'a' ? a : b) === id ? 1 : 0,
  )
  return sum(won) + PRIOR
}

function met(id: string, strengths: Map<string, number>, choices: Choice[]) {
  const mine = strengths.get(id) ?? 1
  return sum(rivalsOf(id, choices).map((rival) => 1 / (mine + (strengths.get(rival) ?? 1)))) + (2 * PRIOR) / (mine + 1)
}

// How far a strength may be off, from the curvature of the likelihood.
function errorOf(id: string, strengths: Map<string, number>, choices: Choice[]) {
  const mine = strengths.get(id) ?? 1
  const seen = rivalsOf(id, choices).map((rival) => spread(mine, strengths.get(rival) ?? 1))
  return 1 / Math.sqrt(sum(seen) + 2 * PRIOR * spread(mine, 1))
}

const spread = (mine: number, other: number) => (mine * other) / (mine + other) ** 2

const rivalsOf = (id: string, choices: Choice[]) =>
  choices.flatMap(({ a, b }) => (a === id ? [b] : b === id ? [a] : []))

// The share of the differences that is more than chance: 0 says that anybody might have said anything, 1 that everybody
// agrees. Known as scale separation reliability.
function reliabilityOf(order: Ranked[]) {
  const middle = mean(order.map(({ strength }) => strength))
  const variance = mean(order.map(({ strength }) => (strength - middle) ** 2))
  const noise = mean(order.map(({ error }) => error ** 2))
  return variance === 0 ? 0 : Math.max(0, (variance - noise) / variance)
}

const sum = (values: number[]) => values.reduce((all, value) => all + value, 0)

const mean = (values: number[]) => (values.length === 0 ? 0 : sum(values) / values.length)
