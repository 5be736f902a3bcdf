import { LEFT_OUT, type Problem } from '../problem.ts'
import { type Answer, solve } from '../solving.ts'
import { choicesOf, type Pairs } from './choices.ts'
import { blockingPairs, menteeBest } from './stable.ts'

export type Stop = { at: number; share: number; blocking: number; leftOut: number; mentorOf: Int32Array }

// One slider: at 0 nobody would rather swap, at 1 the pairs are worth most, at 2 nobody is left out who can be placed.
export function alongSlider(problem: Problem, pairs: Pairs, stops: number[], range = rangeOf(pairs)): Stop[] {
  const best = solve(problem)
  const most = worthOf(pairs, pairedIn(pairs, best.mentorOf))
  const choices = choicesOf(problem, pairs)
  return stops.map((at) => {
    const isPaired =
      at <= 1
        ? menteeBest(choicesOf(problem, blended(pairs, best, at)))
        : pairedIn(pairs, solve(caringFor(problem, range, at - 1)).mentorOf)
    const mentorOf = mentorsIn(problem, pairs, isPaired)
    return {
      at,
      share: most === 0 ? 1 : worthOf(pairs, isPaired) / most,
      blocking: blockingPairs(choices, isPaired),
      leftOut: mentorOf.filter((mentor) => mentor === LEFT_OUT).length,
      mentorOf,
    }
  })
}

// With t of what a pair is worth beyond the prices of the best pairing, both sides wish a little for what is good for all:
// wish' = (1 - t) wish + t (worth - price), welcome' = (1 - t) welcome + t (worth - profit), and its own pairs first of all.
function blended(pairs: Pairs, { mentorOf, seatPrices }: Answer, t: number): Pairs {
  const profit = profitsOf(pairs, mentorOf, seatPrices)
  const isBest = pairedIn(pairs, mentorOf)
  const mix = (own: Float64Array, cost: (pair: number) => number) =>
    own.map((value, pair) => (1 - t) * value + t * ((pairs.worth[pair] ?? 0) - cost(pair) + (isBest[pair] ?? 0) / 2))
  return {
    ...pairs,
    wish: mix(pairs.wish, (pair) => seatPrices[pairs.mentor[pair] ?? 0] ?? 0),
    welcome: mix(pairs.welcome, (pair) => profit[pairs.mentee[pair] ?? 0] ?? 0),
  }
}

function profitsOf({ mentee, mentor, worth }: Pairs, mentorOf: Int32Array, seatPrices: Float64Array): Float64Array {
  const profit = new Float64Array(mentorOf.length).fill(Number.NEGATIVE_INFINITY)
  worth.forEach((value, pair) => {
    const one = mentee[pair] ?? 0
    profit[one] = Math.max(profit[one] ?? 0, value - (seatPrices[mentor[pair] ?? 0] ?? 0))
  })
  return profit
}

const rangeOf = ({ worth }: Pairs) => worth.reduce((most, value) => Math.max(most, Math.abs(value)), 1)

// Leaving somebody out comes to cost more than all the worth there is, where no pair is worth more than `range`.
export function caringFor(problem: Problem, range: number, t: number): Problem {
  const more = range * (4 * t + (t >= 1 ? 2 * problem.mentees.length : 0))
  return { ...problem, costOfLeavingOut: problem.costOfLeavingOut.map((cost) => cost + Math.round(more)) }
}

function pairedIn({ mentee, mentor }: Pairs, mentorOf: Int32Array): Uint8Array {
  return Uint8Array.from(mentee, (one, pair) => (mentorOf[one] === mentor[pair] ? 1 : 0))
}

function mentorsIn({ mentees }: Problem, { mentee, mentor }: Pairs, isPaired: Uint8Array): Int32Array {
  const mentorOf = new Int32Array(mentees.length).fill(LEFT_OUT)
  isPaired.forEach((yes, pair) => {
    if (yes === 1) mentorOf[mentee[pair] ?? 0] = mentor[pair] ?? 0
  })
  return mentorOf
}

const worthOf = ({ worth }: Pairs, isPaired: Uint8Array): number =>
  isPaired.reduce((sum, yes, pair) => sum + (yes === 1 ? (worth[pair] ?? 0) : 0), 0)
