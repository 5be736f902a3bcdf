import type { Stop } from '#db/schema/mentoring/pairings.ts'
import { LEFT_OUT, type Worths } from '../assignment/problem.ts'
import { solve } from '../assignment/solving.ts'
import { everyPair } from '../assignment/stability/every-pair.ts'
import { alongSlider } from '../assignment/stability/slider.ts'
import { BEST, caring, MOST_WORTH, problemOf, STOPS, tableOf, welcomeOf, wishOf } from './problem.ts'
import type { Rest } from './setting.ts'

// Up to so many pairs everything is looked at: all stops of the slider, every rule that might be relaxed. Who would rather
// swap is not looked for among more, so that there the slider begins at the best fits.
const SMALL = 400_000

export const isSmall = (pairs: number) => pairs <= SMALL
export const balanceAmong = (pairs: number, balance: number) => (isSmall(pairs) ? balance : Math.max(BEST, balance))

export type Found = Stop & { mentorOf: Int32Array }

// The same people at each stop between "nobody would rather swap" and "nobody is left out".
export function stopsOf(rest: Rest, { worths, mentorOf }: { worths: Worths; mentorOf: Int32Array }): Found[] {
  return isSmall(rest.participants.length * rest.mentors.length)
    ? everyStop(rest, worths)
    : fromTheBestOn(rest, worths, mentorOf)
}

function everyStop(rest: Rest, worths: Worths): Found[] {
  const problem = problemOf(rest, worths)
  const pairs = everyPair(problem, tableOf(rest, wishOf), tableOf(rest, welcomeOf))
  return alongSlider(
    problem,
    pairs,
    STOPS.map((balance) => balance / 2),
    MOST_WORTH,
  ).map(({ at, ...stop }) => ({ balance: at * 2, ...stop }))
}

function fromTheBestOn(rest: Rest, worths: Worths, own: Int32Array): Found[] {
  const pairedAt = (balance: number) =>
    balance === rest.rules.balance ? own : solve(caring(problemOf(rest, worths), balance)).mentorOf
  const found = STOPS.filter((balance) => balance >= BEST).map((balance) => ({ balance, mentorOf: pairedAt(balance) }))
  const [most = 0, ...others] = found.map(({ mentorOf }) => worthIn(worths, mentorOf, rest.mentors.length))
  return found.map(({ balance, mentorOf }, at) => ({
    ...{ balance, mentorOf, blocking: null },
    share: at === 0 || most === 0 ? 1 : (others[at - 1] ?? 0) / most,
    leftOut: mentorOf.filter((mentor) => mentor === LEFT_OUT).length,
  }))
}

function worthIn(worths: Worths, mentorOf: Int32Array, mentors: number): number {
  const row = new Int32Array(mentors)
  return mentorOf.reduce((sum, mentor, mentee) => {
    if (mentor === LEFT_OUT) return sum
    worths.fill(Int32Array.of(mentee), 1, row)
    return sum + (row[mentor] ?? 0)
  }, 0)
}
