import { hashOf } from '../hashing.ts'
import { AT_ONCE, LEFT_OUT, type Problem, type Worths } from './problem.ts'
import type { Answer } from './solving.ts'

export type Ordered = {
  ordered: Problem
  menteeAt: Int32Array
  mentorAt: Int32Array
  asGiven: (answer: Answer) => Answer
}

// Members stand in the order of a hash of their ids, so that chance decides ties and their position never does.
export function inOrder(problem: Problem): Ordered {
  const menteeAt = byHash(problem.mentees, problem.seed)
  const mentorAt = byHash(problem.mentors, problem.seed)
  const ordered = {
    ...problem,
    mentees: Array.from(menteeAt, (at) => problem.mentees[at] ?? ''),
    mentors: Array.from(mentorAt, (at) => problem.mentors[at] ?? ''),
    worths: reordered(problem.worths, menteeAt, mentorAt),
    mostSeats: mentorAt.map((at) => problem.mostSeats[at] ?? 0),
    leastSeats: mentorAt.map((at) => problem.leastSeats[at] ?? 0),
    groupOf: mentorAt.map((at) => problem.groupOf[at] ?? 0),
    costOfLeavingOut: Float64Array.from(menteeAt, (at) => problem.costOfLeavingOut[at] ?? 0),
  }
  return { ordered, menteeAt, mentorAt, asGiven: (answer) => givenBack(answer, menteeAt, mentorAt) }
}

function givenBack({ mentorOf, seatPrices, groupPrices }: Answer, menteeAt: Int32Array, mentorAt: Int32Array): Answer {
  const given = {
    mentorOf: new Int32Array(mentorOf.length),
    seatPrices: new Float64Array(seatPrices.length),
    groupPrices,
  }
  mentorOf.forEach((mentor, at) => {
    given.mentorOf[menteeAt[at] ?? 0] = mentor < 0 ? LEFT_OUT : (mentorAt[mentor] ?? 0)
  })
  seatPrices.forEach((price, at) => {
    given.seatPrices[mentorAt[at] ?? 0] = price
  })
  return given
}

function reordered(worths: Worths, menteeAt: Int32Array, mentorAt: Int32Array): Worths {
  const many = mentorAt.length
  const rows = new Int32Array(AT_ONCE)
  const tile = new Int32Array(AT_ONCE * many)
  return {
    fill(mentees, count, into) {
      for (let k = 0; k < count; k++) rows[k] = menteeAt[mentees[k] ?? 0] ?? 0
      worths.fill(rows, count, tile)
      for (let row = 0; row < count * many; row += many)
        for (let mentor = 0; mentor < many; mentor++) into[row + mentor] = tile[row + (mentorAt[mentor] ?? 0)] ?? 0
    },
  }
}

function byHash(ids: string[], seed: number): Int32Array {
  const hashes = ids.map((id) => hashOf(id, seed))
  return Int32Array.from(ids.keys()).sort(
    (one, other) => (hashes[one] ?? 0) - (hashes[other] ?? 0) || ((ids[one] ?? '') < (ids[other] ?? '') ? -1 : 1),
  )
}

// Everybody's lot: where their hash stands among all.
export function lotsOf(ids: string[], seed: number): Int32Array {
  const lots = new Int32Array(ids.length)
  byHash(ids, seed).forEach((at, lot) => {
    lots[at] = lot
  })
  return lots
}
