import { exp } from '../exact.ts'
// What is likely is drawn oftener, and nothing too seldom to learn from: half of the chance is alike for all,
// c = (1 / n + e^(k g) / sum e^(k g)) / 2.
export function chancesOf(gains: number[], sharpness: number): number[] {
  const softly = chosenSoftly(gains.map((gain) => sharpness * gain))
  return softly.map((chance) => (chance + 1 / gains.length) / 2)
}

export function chosenSoftly(scores: number[]): number[] {
  const most = scores.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY)
  const powers = scores.map((score) => exp(score - most))
  const sum = powers.reduce((all, power) => all + power, 0)
  return powers.map((power) => power / sum)
}

// Which one it is, for a throw from 0 up to 1.
export function drawn(chances: number[], thrown: number): number {
  let left = thrown
  const at = chances.findIndex((chance) => {
    left -= chance
    return left < 0
  })
  return at < 0 ? chances.length - 1 : at
}

const BONUS = 0.5

// What is not known of somebody yet speaks for them, in spreads: half of one for whoever just came, less with every answer.
export const bonusOf = (answers: number) => BONUS / Math.sqrt(1 + answers)
