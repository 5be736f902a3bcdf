import { hashOf } from '../hashing.ts'
import {
  addSigns,
  addVector,
  emptyVector,
  lengthOf,
  type Signs,
  scaled,
  signFrom,
  signsOf,
  type Vector,
} from './vectors.ts'

// Which texts are near each other, by the weights of their words.
export type TextSpace = { vectorOf: (weights: ReadonlyMap<string, number>) => Vector }

// Pieces of words find relatives (“weave”, “weaving”); whole words say more. Where no spaces are written, two letters are
// about a word.
const PIECES = [3, 4]
const UNSPACED_PIECES = [2]
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Myanmar}]/u
const SHARE_OF_PIECES = 0.8
// A piece is no word, also where it is spelt like one.
const NO_WORD = 2

type Marks = { whole: Signs; pieces: Signs; share: number }

// A text is the sum of its words, and of their pieces. The same words stand in many texts: each is taken apart once.
export function textSpace(): TextSpace {
  const met = new Map<string, Marks>()
  const [words, pieces] = [emptyVector(), emptyVector()]

  function marksOf(word: string): Marks {
    const known = met.get(word)
    if (known) return known
    const marks = { whole: signsOf(word), ...piecesOf(word) }
    met.set(word, marks)
    return marks
  }

  return {
    vectorOf(weights) {
      words.fill(0)
      pieces.fill(0)
      for (const [word, weight] of weights) {
        const marks = marksOf(word)
        addSigns(words, marks.whole, weight)
        addSigns(pieces, marks.pieces, weight * marks.share)
      }
      return scaled(addVector(scaled(words, 1), pieces, SHARE_OF_PIECES / (lengthOf(pieces) || 1)), 1)
    },
  }
}

// A word has so many pieces that one sign of each is enough.
function piecesOf(word: string): Omit<Marks, 'whole'> {
  const isSpaced = !UNSPACED.test(word)
  const spelt = isSpaced ? `<${word}>` : word
  const pieces: number[] = []
  for (const size of isSpaced ? PIECES : UNSPACED_PIECES)
    for (let from = 0; from + size <= spelt.length; from++)
      pieces.push(signFrom(hashOf(spelt.slice(from, from + size), NO_WORD)))
  return { pieces: Int16Array.from(pieces), share: 1 / Math.max(1, pieces.length) }
}
