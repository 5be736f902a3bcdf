import { log } from '../exact.ts'
import { hashOf } from '../hashing.ts'

// In how many texts a word stands, counted in buckets: a few words share one, and none needs to be kept.
export type Rareness = { texts: number; counts: Uint32Array<ArrayBuffer> }

const BUCKETS = 2 ** 14

export const noTexts = (): Rareness => ({ texts: 0, counts: new Uint32Array(BUCKETS) })

export function countText({ texts, counts }: Rareness, text: string): Rareness {
  for (const bucket of new Set(wordsOf(text).map(bucketOf))) counts[bucket] = (counts[bucket] ?? 0) + 1
  return { texts: texts + 1, counts }
}

// Small letters without accents, in any script.
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

export const idf = ({ texts, counts }: Rareness, word: string): number =>
  log((1 + texts) / (1 + (counts[bucketOf(word)] ?? 0))) + 1

// (1 + log n) * idf for each word, as long together as 1.
export function weightsOf(text: string, rareness: Rareness): Map<string, number> {
  const times = new Map<string, number>()
  for (const word of wordsOf(text)) times.set(word, (times.get(word) ?? 0) + 1)
  let sum = 0
  for (const [word, n] of times) {
    const weight = (1 + log(n)) * idf(rareness, word)
    times.set(word, weight)
    sum += weight * weight
  }
  const length = Math.sqrt(sum)
  for (const [word, weight] of times) times.set(word, weight / length)
  return times
}

// What two texts say in the same words: the cosine of their weights.
export function inSameWords(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const [word, weight] of one) sum += weight * (other.get(word) ?? 0)
  return sum
}

const bucketOf = (word: string) => hashOf(word, 1) & (BUCKETS - 1)
