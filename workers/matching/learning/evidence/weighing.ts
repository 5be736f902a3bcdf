import { inOrder } from './outcomes.ts'

const MOST = 10

// Who was shown seldom speaks for the others who might have been shown: 1 / propensity, ten at the most.
export function weightOf(propensity: number): number {
  if (!(propensity > 0 && propensity <= 1)) throw new RangeError(`${propensity} is no chance of having been shown.`)
  return Math.min(MOST, 1 / propensity)
}

// Weights that differ much are worth fewer outcomes than there are: (sum w)² / sum w².
export function effectiveOf(weights: Iterable<number>): number {
  let sum = 0
  let squares = 0
  for (const weight of weights) {
    sum += weight
    squares += weight * weight
  }
  return squares === 0 ? 0 : sum ** 2 / squares
}

// Scaled so that all together weigh as much as they are worth, or learning would be surer than it may be.
export function worthTogether<T extends { id: string; weight: number }>(outcomes: T[]): T[] {
  const weights = inOrder(outcomes).map(({ weight }) => weight)
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const share = sum === 0 ? 0 : effectiveOf(weights) / sum
  return outcomes.map((one) => ({ ...one, weight: one.weight * share }))
}
