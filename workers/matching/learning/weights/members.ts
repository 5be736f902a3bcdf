import { chanceOf } from '../../fit/heads.ts'
import type { Side } from '../evidence/outcomes.ts'
import type { Fit } from './logistic.ts'
import type { Weighed } from './weighed.ts'

export type Members = Side & { effects: Float64Array; slope: Float64Array; curvature: Float64Array; sure: number }

// Before anything is known, members differ by about half a unit, and that belief is worth ten members.
export const SURE = 4
const WORTH = 10
const LONGEST = 1

export const membersOf = ({ names, of }: Side): Members => ({
  names,
  of,
  effects: new Float64Array(names.length),
  slope: new Float64Array(names.length),
  curvature: new Float64Array(names.length),
  sure: SURE,
})

// One Newton step for each member alone: u -= (sum c (p - y) + t u) / (sum c p (1 - p) + t).
export function stepMembers({ table, scores, weighed }: Fit, members: Members): number {
  const { of, effects, slope, curvature, sure } = members
  for (let at = 0; at < effects.length; at++) {
    slope[at] = sure * (effects[at] ?? 0)
    curvature[at] = sure
  }
  for (let n = 0; n < table.many; n++) {
    const at = of[n] ?? 0
    const weight = table.weights[n] ?? 0
    const chance = chanceOf(scores[n] ?? 0)
    slope[at] = (slope[at] ?? 0) + weight * (chance - (table.happened[n] ?? 0))
    curvature[at] = (curvature[at] ?? 0) + weight * chance * (1 - chance)
  }
  const most = move(members, scores)
  giveToBias(weighed, members)
  believeAnew(members)
  return most
}

function move(members: Members, scores: Float64Array): number {
  const { of, effects, slope, curvature } = members
  let most = 0
  for (let at = 0; at < effects.length; at++) {
    const wanted = -(slope[at] ?? 0) / (curvature[at] ?? 1)
    const step = Math.max(-LONGEST, Math.min(LONGEST, wanted))
    effects[at] = (effects[at] ?? 0) + step
    slope[at] = step
    most = Math.max(most, Math.abs(step))
  }
  for (let n = 0; n < of.length; n++) scores[n] = (scores[n] ?? 0) + (slope[of[n] ?? 0] ?? 0)
  return most
}

// What all members share belongs to the bias b: u - s and b + s give the same scores, s = (t sum u - r b) / (t m + r).
function giveToBias({ width, changes, sure }: Weighed, members: Members) {
  const { effects } = members
  const sum = effects.reduce((all, effect) => all + effect, 0)
  const bias = changes[width] ?? 0
  const sureOfBias = sure[width] ?? 0
  const share = (members.sure * sum - sureOfBias * bias) / (members.sure * effects.length + sureOfBias)
  changes[width] = bias + share
  for (let at = 0; at < effects.length; at++) effects[at] = (effects[at] ?? 0) - share
}

// How alike members are: t = (k + sum (1 - t / h)) / (k / t0 + sum u²), where h is the curvature of each.
function believeAnew(members: Members) {
  const { effects, curvature, sure } = members
  let known = WORTH
  let spread = WORTH / SURE
  for (let at = 0; at < effects.length; at++) {
    known += 1 - sure / (curvature[at] ?? 1)
    spread += (effects[at] ?? 0) ** 2
  }
  members.sure = known / spread
}
