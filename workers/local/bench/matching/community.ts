import { asProblem, type Problem } from '#workers/matching/assignment/problem.ts'
import { type Vectors, worthsOfVectors } from '#workers/matching/assignment/worths/vectors.ts'
import { dice } from '#workers/matching/hashing.ts'

export const LENGTH = 256
const TOPICS = 60

// A made-up community: members mix a few topics, some topics are in far more demand, some mentors answer to much more than others.
export function aCommunity(
  mentees: number,
  mentors: number,
  seed = 1,
  seatsEach = 1.01,
): Problem & { vectors: Vectors } {
  const roll = dice(seed)
  const topics = Array.from({ length: TOPICS }, () => Float64Array.from({ length: LENGTH }, () => bell(roll)))
  const vectors = {
    length: LENGTH,
    mentees: vectorsOf(mentees, () => 1, { roll, topics }),
    mentors: vectorsOf(mentors, () => 0.6 + 0.4 * roll(), { roll, topics }),
    shift: 7,
  }
  const mostSeats = Int32Array.from({ length: mentors }, () => 1 + Math.floor(4 * roll()))
  const problem = asProblem({
    mentees: Array.from({ length: mentees }, (_, at) => `mentee ${at}`),
    mentors: Array.from({ length: mentors }, (_, at) => `mentor ${at}`),
    worths: worthsOfVectors(vectors),
    mostSeats: filledUp(mostSeats, Math.ceil(mentees * seatsEach)),
    seed,
  })
  return { ...problem, vectors }
}

type Making = { roll: () => number; topics: Float64Array[] }

function vectorsOf(many: number, loudness: () => number, { roll, topics }: Making): Int8Array {
  const vectors = new Int8Array(new SharedArrayBuffer(many * LENGTH))
  const mixed = new Float64Array(LENGTH)
  for (let member = 0; member < many; member++) {
    for (let d = 0; d < LENGTH; d++) mixed[d] = 0.5 * bell(roll)
    for (let more = 2 + Math.floor(3 * roll()); more > 0; more--) {
      const topic = topics[Math.floor(TOPICS * roll() ** 2)] ?? mixed
      const share = 0.5 + roll()
      for (let d = 0; d < LENGTH; d++) mixed[d] = (mixed[d] ?? 0) + share * (topic[d] ?? 0)
    }
    const norm = Math.hypot(...mixed) / Math.sqrt(LENGTH)
    const scale = (40 * loudness()) / norm
    for (let d = 0; d < LENGTH; d++)
      vectors[member * LENGTH + d] = Math.max(-127, Math.min(127, Math.round(scale * (mixed[d] ?? 0))))
  }
  return vectors
}

// Hardly more seats than mentees are the hardest case, where everybody can be placed but nobody by the way.
function filledUp(mostSeats: Int32Array, seats: number): Int32Array {
  const missing = seats - mostSeats.reduce((sum, most) => sum + most, 0)
  for (let k = 0; k < missing; k++) mostSeats[k % mostSeats.length] = (mostSeats[k % mostSeats.length] ?? 0) + 1
  return mostSeats
}

const bell = (roll: () => number) => 1.2 * (roll() + roll() + roll() + roll() - 2)
