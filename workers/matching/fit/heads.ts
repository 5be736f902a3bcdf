import { exp, log } from '../exact.ts'
import { FEATURES, type FeatureName } from './features.ts'

// Three questions about a pair: would one ask, would the other say yes, would they get somewhere.
export const HEADS = ['asks', 'accepts', 'succeeds'] as const
export type Head = (typeof HEADS)[number]

export type Weights = { bias: number; of: Float64Array<ArrayBuffer> }
export type Model = Record<Head, Weights>

// What we believe before any outcome is known; learning starts here and is held close to it.
const BELIEFS: Record<Head, { bias: number } & Partial<Record<FeatureName, number>>> = {
  asks: {
    bias: -3.4,
    ...{
      covered: 2.2,
      rare: 0.6,
      apart: 0.5,
      'teaches-more': 0.2,
      near: 1.6,
      'same-words': 1.2,
      hours: 0.5,
      'can-meet': 0.6,
    },
    ...{ language: 0.9, ways: 0.6, ahead: 0.5, wished: 0.8, active: 0.2, quick: 0.2 },
  },
  accepts: {
    bias: -2.6,
    ...{
      covered: 1.0,
      near: 0.8,
      'in-return': 0.5,
      'same-words': 0.6,
      hours: 0.4,
      'can-meet': 0.8,
      language: 0.8,
      room: 1.0,
    },
    ...{ 'says-yes': 2.0, quick: 0.4, active: 0.5, 'seeker-active': 0.4, 'seeker-says': 0.6, 'wished-back': 0.9 },
  },
  succeeds: {
    bias: -3.6,
    ...{
      covered: 1.4,
      apart: 1.0,
      near: 0.7,
      'same-words': 0.4,
      hours: 0.8,
      'can-meet': 1.4,
      language: 1.0,
      ways: 1.0,
      ahead: 0.6,
    },
    ...{ active: 0.7, comes: 0.7, room: 0.3, 'seeker-active': 0.6, 'seeker-says': 0.5, 'in-return': 0.3 },
  },
}

const weightsOf = ({ bias, ...beliefs }: (typeof BELIEFS)[Head]): Weights => ({
  bias,
  of: Float64Array.from(FEATURES, ({ name }) => new Map(Object.entries(beliefs)).get(name) ?? 0),
})

export const RULES: Model = {
  asks: weightsOf(BELIEFS.asks),
  accepts: weightsOf(BELIEFS.accepts),
  succeeds: weightsOf(BELIEFS.succeeds),
}

// How much a head leans towards yes, in log-odds.
export function leaning({ bias, of }: Weights, features: Float64Array): number {
  let sum = bias
  for (let n = 0; n < of.length; n++) sum += (of[n] ?? 0) * (features[n] ?? 0)
  return sum
}

export const chanceOf = (logOdds: number) => 1 / (1 + exp(-logOdds))

const SURE = 1 - 1e-6

// The chance of the mean of three leanings: what speaks for a pair speaks as loud wherever it stands, so that reasons move the
// order by what they say. As a number from 0 to 1, and back.
export const fitFrom = (leanings: Record<Head, number>) =>
  chanceOf(HEADS.reduce((sum, head) => sum + leanings[head], 0) / HEADS.length)

export const leaningBehind = (fit: number) => {
  const inside = Math.min(SURE, Math.max(1 - SURE, fit))
  return log(inside / (1 - inside))
}

export const fitOf = ({ asks, accepts, succeeds }: Model, features: Float64Array): number =>
  fitFrom({
    asks: leaning(asks, features),
    accepts: leaning(accepts, features),
    succeeds: leaning(succeeds, features),
  })
