import { certify } from '#workers/matching/assignment/certificate.ts'
import { asProblem } from '#workers/matching/assignment/problem.ts'
import { solve } from '#workers/matching/assignment/solving.ts'
import { worthsOfPairs } from '#workers/matching/assignment/worths/pairs.ts'
import { hashOf } from '#workers/matching/hashing.ts'
import { earlierRounds, learnedFrom, thoughtsOf } from '#workers/matching/simulator/market/knowing.ts'
import { aCommunity, type People } from '#workers/matching/simulator/market/people.ts'
import { expected, harmonic } from '#workers/matching/simulator/ways/scores.ts'
import { priced } from '#workers/matching/simulator/ways/slating.ts'

// What matching answers for a made-up community, to the last bit: features, what is learned, prices and slates, a program.
export function answers(seed: number, turnedRound = false): Record<string, string> {
  const community = aCommunity(seed, { mentees: 60, mentors: 25 })
  const seen = earlierRounds(community, seed).seen
  const heads = learnedFrom(turnedRound ? seen.toReversed() : seen, community.earlier, community.mentors)
  const thoughts = thoughtsOf(community, heads)
  const looking = [...community.mentees.keys()]
  const seats = Int32Array.from(community.mentors, ({ shown }) => shown.seats)
  const slates = priced(expected(thoughts), { seed })({ round: 0, looking, seats, seen: [] })
  return {
    learned: bitsOf(Float64Array.of(...heads.asks.of, heads.asks.bias, ...heads.accepts.of, heads.accepts.bias)),
    chances: bitsOf(thoughts.asks) + bitsOf(thoughts.accepts),
    slates: hashOf(JSON.stringify(slates)).toString(16),
    program: programOf(community, harmonic(thoughts), seats),
  }
}

function programOf({ mentees, mentors }: People, worth: Float64Array, seats: Int32Array): string {
  const pairs = Array.from(worth, (value, pair) => ({
    mentee: Math.floor(pair / mentors.length),
    mentor: pair % mentors.length,
    worth: Math.round(10_000 * value),
  }))
  const problem = asProblem({
    mentees: mentees.map(({ shown }) => shown.id),
    mentors: mentors.map(({ shown }) => shown.id),
    worths: worthsOfPairs(pairs, mentors.length),
    mostSeats: seats,
  })
  const answer = solve(problem)
  return `${bitsOf(answer.seatPrices)} ${[...answer.mentorOf].join()} ${JSON.stringify(certify(problem, answer))}`
}

const bitsOf = (numbers: Float64Array) => hashOf(new Uint32Array(numbers.buffer).join()).toString(16)
