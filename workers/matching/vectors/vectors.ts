import { hashOf, stirred } from '../hashing.ts'

// Random indexing: every name has a few +1 and -1 at places that its hash says. Two names hardly ever meet, so sums of them
// keep apart what they are made of, and nothing has to be learnt before the first one.
export const DIMENSIONS = 256
const SIGNS = 8

export type Vector = Float64Array<ArrayBuffer>

export const emptyVector = (): Vector => new Float64Array(DIMENSIONS)

const taken = new Uint8Array(SIGNS)

export function addSigns(into: Vector, name: string, weight: number): Vector {
  let hash = hashOf(name)
  for (let placed = 0; placed < SIGNS; hash = stirred(hash + 1)) {
    const place = hash & (DIMENSIONS - 1)
    if (isTaken(place, placed)) continue
    taken[placed] = place
    into[place] = (into[place] ?? 0) + (hash >>> 31 ? weight : -weight)
    placed++
  }
  return into
}

function isTaken(place: number, placed: number): boolean {
  for (let n = 0; n < placed; n++) if (taken[n] === place) return true
  return false
}

export function addVector(into: Vector, other: Vector, weight: number): Vector {
  for (let n = 0; n < DIMENSIONS; n++) into[n] = (into[n] ?? 0) + weight * (other[n] ?? 0)
  return into
}

export const lengthOf = (vector: Vector): number => Math.sqrt(vector.reduce((sum, part) => sum + part * part, 0))

// As long as it is told to be; nothing stays nothing.
export function scaled(vector: Vector, length: number): Vector {
  const own = lengthOf(vector)
  return own === 0 ? emptyVector() : vector.map((part) => (part * length) / own)
}

// A vector in 256 bytes. A single name, 8 equal parts, just fits below 127.
const LENGTH = 352
const MOST = 127

export const asBytes = (vector: Vector): Int8Array<ArrayBuffer> =>
  Int8Array.from(scaled(vector, LENGTH), (part) => Math.max(-MOST, Math.min(MOST, Math.round(part))))

// The cosine of two, up to what rounding took.
export const closeness = (one: Int8Array, other: Int8Array): number => dot(one, other) / (LENGTH * LENGTH)

export function dot(one: Int8Array, other: Int8Array): number {
  let sum = 0
  for (let n = 0; n < DIMENSIONS; n++) sum += (one[n] ?? 0) * (other[n] ?? 0)
  return sum
}
