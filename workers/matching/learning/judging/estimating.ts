import { inOrder } from '../evidence/outcomes.ts'
import { effectiveOf } from '../evidence/weighing.ts'

// What was shown once, and what came: how likely it was shown then, how likely another way of choosing would show it,
// what we thought would come of it, and of what that other way would show.
export type Logged = {
  id: string
  member: string
  propensity?: number
  wanted: number
  came: number
  thought: number
  thoughtOfWanted: number
}

export type Estimate = { value: number; from: number; to: number }
export type Estimates =
  | { effective: number; ips: Estimate; snips: Estimate; doublyRobust: Estimate }
  | { effective: number; refused: 'no propensity' | 'too few' }

const ENOUGH = 200
const SPREADS = 1.96

// What another way of choosing would have brought, from lists that were chosen in this one.
export function estimate(logs: Logged[]): Estimates {
  const sorted = inOrder(logs)
  if (sorted.some(({ propensity = 0 }) => !(propensity > 0 && propensity <= 1)))
    return { effective: 0, refused: 'no propensity' }
  const weights = Float64Array.from(sorted, ({ wanted, propensity = 1 }) => wanted / propensity)
  const effective = effectiveOf(weights)
  if (effective < ENOUGH) return { effective, refused: 'too few' }
  const came = Float64Array.from(sorted, (one) => one.came)
  const beyond = Float64Array.from(sorted, (one) => one.came - one.thought)
  const members = sorted.map(({ member }) => member)
  return {
    effective,
    ips: around(
      members,
      Float64Array.from(weights, (weight, n) => weight * (came[n] ?? 0)),
    ),
    snips: selfNormalised(members, weights, came),
    doublyRobust: around(
      members,
      Float64Array.from(sorted, ({ thoughtOfWanted }, n) => thoughtOfWanted + (weights[n] ?? 0) * (beyond[n] ?? 0)),
    ),
  }
}

// The mean, and how far it may be off.
function around(members: string[], parts: Float64Array): Estimate {
  const value = sumOf(parts) / parts.length
  return between(
    value,
    members,
    parts.map((part) => (part - value) / parts.length),
  )
}

// v = sum w r / sum w, off by sum w (r - v) / sum w.
function selfNormalised(members: string[], weights: Float64Array, came: Float64Array): Estimate {
  const all = sumOf(weights)
  const value = sumOf(weights.map((weight, n) => weight * (came[n] ?? 0))) / all
  return between(
    value,
    members,
    weights.map((weight, n) => (weight * ((came[n] ?? 0) - value)) / all),
  )
}

// What one member did again and again is one witness: errors are summed for each member before they are squared.
function between(value: number, members: string[], errors: Float64Array): Estimate {
  const of = new Map<string, number>()
  members.forEach((member, n) => {
    of.set(member, (of.get(member) ?? 0) + (errors[n] ?? 0))
  })
  const squares = [...of.values()].reduce((sum, error) => sum + error ** 2, 0)
  const spread = Math.sqrt((squares * of.size) / Math.max(1, of.size - 1))
  return { value, from: value - SPREADS * spread, to: value + SPREADS * spread }
}

const sumOf = (numbers: Float64Array) => numbers.reduce((sum, one) => sum + one, 0)
