import { log } from '../exact.ts'
import { hashOf } from '../hashing.ts'
import { addSigns, addVector, emptyVector, scaled, type Vector } from './vectors.ts'

// In how many texts a word stands, counted in buckets: a few words share one, and none needs to be kept.
export type Rareness = { texts: number; counts: Uint32Array<ArrayBuffer> }

const BUCKETS = 2 ** 14
// Pieces of words find relatives (“weave”, “weaving”); whole words say more. Where no spaces are written, two letters are
// about a word.
const PIECES = [3, 4]
const UNSPACED_PIECES = [2]
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Myanmar}]/u
const SHARE_OF_PIECES = 0.8

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
  const weights = [...times].sort(byWord).map(([word, n]) => [word, (1 + log(n)) * idf(rareness, word)] as const)
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0))
  return new Map(weights.map(([word, weight]) => [word, weight / length]))
}

// What two texts say in the same words: the cosine of their weights.
export function inSameWords(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const [word, weight] of one) sum += weight * (other.get(word) ?? 0)
  return sum
}

export function vectorOfText(text: string, rareness: Rareness): Vector {
  const [whole, pieces] = [emptyVector(), emptyVector()]
  for (const [word, weight] of weightsOf(text, rareness)) {
    addSigns(whole, word, weight)
    const parts = piecesOf(word)
    for (const part of parts) addSigns(pieces, `~${part}`, weight / parts.length)
  }
  return scaled(addVector(scaled(whole, 1), scaled(pieces, 1), SHARE_OF_PIECES), 1)
}

function piecesOf(word: string): string[] {
  const isSpaced = !UNSPACED.test(word)
  const letters = [...(isSpaced ? `<${word}>` : word)]
  return (isSpaced ? PIECES : UNSPACED_PIECES).flatMap((size) =>
    letters.slice(0, Math.max(0, letters.length - size + 1)).map((_, n) => letters.slice(n, n + size).join('')),
  )
}

const bucketOf = (word: string) => hashOf(word, 1) & (BUCKETS - 1)

const byWord = ([one]: [string, number], [other]: [string, number]) => (one < other ? -1 : 1)
