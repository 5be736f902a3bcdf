import { type Contribution, worthSaying } from './explaining.ts'
import { chanceOf } from './heads.ts'

// Something to look at: what it is about, how much it counts, what it usually is, and how much of it is there.
export type Part<Looked, Topic extends string> = {
  topic: Topic
  weight: number
  usual: number
  of: (looked: Looked) => number
}

export const valuesOf = <Looked>(parts: readonly Part<Looked, string>[], looked: Looked) =>
  Float64Array.from(parts, ({ of }) => of(looked))

// bias + sum of w * x, in log-odds.
export const sumOf = (parts: readonly Part<never, string>[], bias: number, values: Float64Array) =>
  parts.reduce((sum, { weight }, n) => sum + weight * (values[n] ?? 0), bias)

export const fitOfSum = (parts: readonly Part<never, string>[], bias: number, values: Float64Array) =>
  chanceOf(sumOf(parts, bias, values))

const FEW = 3

// What there is on average; among few it is held close to what is usual elsewhere.
export const averageOf = (parts: readonly Part<never, string>[], all: Float64Array[]) =>
  Float64Array.from(
    parts,
    ({ usual }, n) => (all.reduce((sum, values) => sum + (values[n] ?? 0), 0) + FEW * usual) / (all.length + FEW),
  )

// sum - usual sum = sum over parts of w * (x - usual x), gathered by topic.
export function explainSum<Topic extends string>(
  parts: readonly Part<never, Topic>[],
  values: Float64Array,
  usual: Float64Array,
) {
  const gathered = new Map<Topic, number>()
  parts.forEach(({ topic, weight }, n) => {
    gathered.set(topic, (gathered.get(topic) ?? 0) + weight * ((values[n] ?? 0) - (usual[n] ?? 0)))
  })
  const contributions: Contribution<Topic>[] = [...gathered].map(([topic, by]) => ({ topic, by }))
  return { contributions, ...worthSaying(contributions) }
}
