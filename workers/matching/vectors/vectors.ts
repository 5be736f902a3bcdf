import { hashOf, stirred } from '../hashing.ts'

// Random indexing: every name has a few +1 and -1 at places that its hash says. Two names hardly ever meet, so sums of them
// keep apart what they are made of, and nothing has to be learnt before the first one.
export const DIMENSIONS = 256
const SIGNS = 8

export type Vector = Float64Array<ArrayBuffer>

export const emptyVector = (): Vector => new Float64Array(DIMENSIONS)

// Where the signs of a name stand: a place for plus, its complement for minus.
export type Signs = Int16Array<ArrayBuffer>

export function signsOf(name: string): Signs {
  const signs = new Int16Array(SIGNS)
  let hash = hashOf(name)
  for (let laid = 0; laid < SIGNS; hash = stirred(hash + 1)) {
    const sign = signFrom(hash)
    if (!isTaken(sign, signs, laid)) signs[laid++] = sign
  }
  return signs
}

export const signFrom = (hash: number) => (hash >>> 31 ? hash & (DIMENSIONS - 1) : ~(hash & (DIMENSIONS - 1)))

function isTaken(sign: number, signs: Signs, laid: number): boolean {
  for (let n = 0; n < laid; n++) if (signs[n] === sign || signs[n] === ~sign) return true
  return false
}

export function addSigns(into: Vector, signs: Signs, weight: number): Vector {
  for (let n = 0; n < signs.length; n++) {
    const place = signs[n] ?? 0
    if (place < 0) into[~place] = (into[~place] ?? 0) - weight
    else into[place] = (into[place] ?? 0) + weight
  }
  return into
}

export function addVector(into: Vector, other: Vector, weight: number): Vector {
  for (let n = 0; n < DIMENSIONS; n++) into[n] = (into[n] ?? 0) + weight * (other[n] ?? 0)
  return into
}

export function lengthOf(vector: Vector): number {
  let sum = 0
  for (let n = 0; n < DIMENSIONS; n++) sum += (vector[n] ?? 0) * (vector[n] ?? 0)
  return Math.sqrt(sum)
}

// As long as it is told to be; nothing stays nothing.
export function scaled(vector: Vector, length: number): Vector {
  const [own, made] = [lengthOf(vector), emptyVector()]
  if (own > 0) for (let n = 0; n < DIMENSIONS; n++) made[n] = ((vector[n] ?? 0) * length) / own
  return made
}

// A vector in 256 bytes. A single name, 8 equal parts, just fits below 127.
const LENGTH = 352
const MOST = 127

export function asBytes(vector: Vector): Int8Array<ArrayBuffer> {
  const [own, bytes] = [lengthOf(vector), new Int8Array(DIMENSIONS)]
  if (own === 0) return bytes
  for (let n = 0; n < DIMENSIONS; n++)
    bytes[n] = Math.max(-MOST, Math.min(MOST, Math.round(((vector[n] ?? 0) * LENGTH) / own)))
  return bytes
}

// The cosine of two, up to what rounding took.
export const closeness = (one: Int8Array, other: Int8Array): number => dot(one, other) / (LENGTH * LENGTH)

export function dot(one: Int8Array, other: Int8Array): number {
  let sum = 0
  for (let n = 0; n < DIMENSIONS; n++) sum += (one[n] ?? 0) * (other[n] ?? 0)
  return sum
}
