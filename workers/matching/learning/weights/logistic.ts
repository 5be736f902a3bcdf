import { leaning } from '../../fit/heads.ts'
import { type Outcome, type Table, tableOf } from '../evidence/outcomes.ts'
import type { Effects, Learned, Prior } from './learned.ts'
import { type Members, membersOf, stepMembers } from './members.ts'
import { changesOf, stepChanges, type Weighed } from './weighed.ts'

export type Fit = { table: Table; scores: Float64Array; weighed: Weighed; askers: Members; asked: Members }

const ROUNDS = 60
const STILL = 1e-6

// Weights and members are the most likely ones given what happened and the prior: the weights by Newton's method,
// members one by one, in turns until nothing moves. How far each may go from the prior is learned on the way.
export function learn(outcomes: Outcome[], prior: Prior): Learned {
  const fit = beginning(outcomes, prior)
  for (let round = 0; round < ROUNDS; round++) {
    const moved = stepChanges(fit) + stepMembers(fit, fit.askers) + stepMembers(fit, fit.asked)
    if (moved < STILL) break
  }
  const { changes, width } = fit.weighed
  const strength = 1 + (changes[width + 1] ?? 0)
  return {
    of: prior.of.map((weight, k) => strength * weight + (changes[k] ?? 0)),
    bias: strength * prior.bias + (changes[width] ?? 0),
    askers: effectsOf(fit.askers),
    asked: effectsOf(fit.asked),
  }
}

function beginning(outcomes: Outcome[], prior: Prior): Fit {
  const table = tableOf(outcomes, prior.of.length)
  const { width } = table
  const scores = Float64Array.from({ length: table.many }, (_, n) =>
    leaning(prior, table.rows.subarray(n * width, (n + 1) * width)),
  )
  return {
    table,
    scores,
    weighed: changesOf(table, prior, scores.slice()),
    askers: membersOf(table.askers),
    asked: membersOf(table.asked),
  }
}

function effectsOf({ names, effects, curvature }: Members): Effects {
  return new Map(
    names.map((name, at) => [name, { effect: effects[at] ?? 0, spread: 1 / Math.sqrt(curvature[at] ?? 1) }]),
  )
}
