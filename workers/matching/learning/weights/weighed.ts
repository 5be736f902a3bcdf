import { chanceOf } from '../../fit/heads.ts'
import type { Table } from '../evidence/outcomes.ts'
import { factor, solveWith, variancesOf } from './cholesky.ts'
import { lossAt, type Prior } from './learned.ts'
import type { Fit } from './logistic.ts'

// How the weights differ from the prior: each by itself, then the bias, then the strength of the prior as a whole,
// for a prior is oftener right in its direction than in its strength.
export type Weighed = {
  width: number
  size: number
  rows: Float64Array
  changes: Float64Array
  base: Float64Array
  sure: Float64Array
  slope: Float64Array
  curvature: Float64Array
  along: Float64Array
}

const SURE_OF_STRENGTH = 16
const LEAST = 1e-4
// The belief that the prior is as sure as it says is worth so many weights.
const WORTH = 10

export function changesOf({ many, width, rows }: Table, prior: Prior, scores: Float64Array): Weighed {
  const size = width + 2
  const wider = new Float64Array(many * size)
  for (let n = 0; n < many; n++) {
    wider.set(rows.subarray(n * width, (n + 1) * width), n * size)
    wider[n * size + width] = 1
    wider[n * size + width + 1] = scores[n] ?? 0
  }
  const base = Float64Array.from([...prior.sure, prior.sureOfBias, SURE_OF_STRENGTH])
  return {
    ...{ width, size, rows: wider, base, sure: base.slice() },
    changes: new Float64Array(size),
    slope: new Float64Array(size),
    curvature: new Float64Array(size * size),
    along: new Float64Array(many),
  }
}

// Newton: d -= (Zᵀ C P (1 - P) Z + S)^-1 (Zᵀ C (P - y) + S d), halved while that does not lead down.
export function stepChanges(fit: Fit): number {
  const { weighed, scores } = fit
  const { changes, slope, curvature, along } = weighed
  const before = lossOf(fit)
  gather(fit)
  factor(curvature, weighed.size)
  solveWith(curvature, slope)
  project(weighed)
  let share = 1
  stepBack(changes, slope, share)
  stepBack(scores, along, share)
  while (lossOf(fit) > before && share > LEAST) {
    share /= 2
    stepBack(changes, slope, -share)
    stepBack(scores, along, -share)
  }
  believeAnew(weighed)
  return share * slope.reduce((most, step) => Math.max(most, Math.abs(step)), 0)
}

function lossOf({ table, scores, weighed: { changes, sure } }: Fit): number {
  let loss = 0
  for (let n = 0; n < table.many; n++) loss += (table.weights[n] ?? 0) * lossAt(scores[n] ?? 0, table.happened[n] ?? 0)
  for (let k = 0; k < changes.length; k++) loss += ((sure[k] ?? 0) * (changes[k] ?? 0) ** 2) / 2
  return loss
}

function gather({ table, scores, weighed }: Fit) {
  const { changes, sure, slope, curvature, size } = weighed
  curvature.fill(0)
  for (let k = 0; k < size; k++) {
    slope[k] = (sure[k] ?? 0) * (changes[k] ?? 0)
    curvature[k * size + k] = sure[k] ?? 0
  }
  for (let n = 0; n < table.many; n++) {
    const weight = table.weights[n] ?? 0
    const chance = chanceOf(scores[n] ?? 0)
    addRow(weighed, n * size, weight * (chance - (table.happened[n] ?? 0)), weight * chance * (1 - chance))
  }
}

function addRow({ rows, slope, curvature, size }: Weighed, from: number, pull: number, bend: number) {
  for (let k = 0; k < size; k++) {
    const value = rows[from + k] ?? 0
    if (value === 0) continue
    slope[k] = (slope[k] ?? 0) + pull * value
    const bent = bend * value
    const row = k * size
    for (let j = 0; j <= k; j++) curvature[row + j] = (curvature[row + j] ?? 0) + bent * (rows[from + j] ?? 0)
  }
}

function project({ rows, slope, along, size }: Weighed) {
  for (let n = 0; n < along.length; n++) {
    let sum = 0
    for (let k = 0; k < size; k++) sum += (rows[n * size + k] ?? 0) * (slope[k] ?? 0)
    along[n] = sum
  }
}

function stepBack(from: Float64Array, step: Float64Array, share: number) {
  for (let k = 0; k < from.length; k++) from[k] = (from[k] ?? 0) - share * (step[k] ?? 0)
}

// How far weights may go: t = (k + sum (1 - t s v)) / (k + sum s d²), where v is what stays uncertain of each.
function believeAnew(weighed: Weighed) {
  const { width, size, base, sure, changes, curvature } = weighed
  const uncertain = variancesOf(curvature, size)
  let known = WORTH
  let spread = WORTH
  for (let k = 0; k < width; k++) {
    known += 1 - (sure[k] ?? 0) * (uncertain[k] ?? 0)
    spread += (base[k] ?? 0) * (changes[k] ?? 0) ** 2
  }
  for (let k = 0; k < width; k++) sure[k] = ((base[k] ?? 0) * known) / spread
}
