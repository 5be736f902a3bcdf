import { AT_ONCE, type Worths } from '../problem.ts'

export type Vectors = { length: number; mentees: Int8Array; mentors: Int8Array; shift: number }

type Desk = { packed: Float64Array; one: Float64Array; other: Float64Array; sums: Float64Array }

const SECOND = 2 ** 26

// Two mentees ride in one double: (a + 2^26 b) c = ac + 2^26 bc, exact while |sum ac| < 2^25: up to 2,000 dimensions.
export function worthsOfVectors(vectors: Vectors): Worths {
  const { length, mentors, shift } = vectors
  const many = mentors.length / length
  const desk = deskFor(length)
  return {
    fill(rows, count, into) {
      pack(vectors, rows.subarray(0, count), desk.packed)
      for (let mentor = 0; mentor < many; mentor += 2) {
        widen(mentors, mentor * length, desk.one)
        widen(mentors, Math.min(mentor + 1, many - 1) * length, desk.other)
        for (let at = 0; at < count; at += 8) {
          multiply(desk, (at / 2) * length)
          for (let k = 0; k < Math.min(8, count - at); k++) {
            const first = (at + k) * many + mentor
            into[first] = part(desk.sums[k >> 1] ?? 0, k & 1) >> shift
            if (mentor + 1 < many) into[first + 1] = part(desk.sums[4 + (k >> 1)] ?? 0, k & 1) >> shift
          }
        }
      }
    },
  }
}

const deskFor = (length: number): Desk => ({
  packed: new Float64Array((AT_ONCE / 2) * length),
  one: new Float64Array(length),
  other: new Float64Array(length),
  sums: new Float64Array(8),
})

function part(sum: number, which: number): number {
  const second = Math.round(sum / SECOND)
  return which === 1 ? second : sum - second * SECOND
}

// Eight mentees lie together, dimension after dimension, so that the loop below reads straight on.
function pack({ mentees, length }: Vectors, rows: Int32Array, packed: Float64Array) {
  packed.fill(0)
  for (let k = 0; k < rows.length; k++) {
    const from = (rows[k] ?? 0) * length
    const scale = k & 1 ? SECOND : 1
    const at = (k >> 3) * 4 * length + ((k & 7) >> 1)
    for (let d = 0; d < length; d++) packed[at + 4 * d] = (packed[at + 4 * d] ?? 0) + scale * (mentees[from + d] ?? 0)
  }
}

function widen(from: Int8Array, at: number, into: Float64Array) {
  for (let d = 0; d < into.length; d++) into[d] = from[at + d] ?? 0
}

function multiply({ packed, one, other, sums }: Desk, from: number) {
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (let i = 0, at = from; i < one.length; i++, at += 4) {
    const x = one[i] ?? 0
    const y = other[i] ?? 0
    const p = packed[at] ?? 0
    const q = packed[at + 1] ?? 0
    const r = packed[at + 2] ?? 0
    const s = packed[at + 3] ?? 0
    a += p * x
    b += q * x
    c += r * x
    d += s * x
    e += p * y
    f += q * y
    g += r * y
    h += s * y
  }
  sums[0] = a
  sums[1] = b
  sums[2] = c
  sums[3] = d
  sums[4] = e
  sums[5] = f
  sums[6] = g
  sums[7] = h
}
