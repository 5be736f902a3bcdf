import { choicesOf } from '../../assignment/stability/choices.ts'
import { menteeBest } from '../../assignment/stability/stable.ts'
import { listsOf, unitOf } from '../../prices/lists.ts'
import { askingIn, pricesOf } from '../../prices/prices.ts'
import { SLOTS, sharesOf } from '../../prices/shares.ts'
import { slatesOf } from '../../prices/slates.ts'
import { matchesOfTheWeek } from '../../prices/this-week.ts'
import type { Thoughts } from '../market/knowing.ts'
import type { Moment, Way } from '../market/rounds.ts'
import { greedy } from './greedy.ts'
import { harmonic, type Scores } from './scores.ts'

// The ten that score highest, of whoever still has a seat.
export const ranked =
  (scores: Scores): Way =>
  ({ looking, seats }) =>
    looking.map((mentee) => bestTen(scores, mentee, seats))

// Scores that are made anew each round from who still looks and what is still free.
export const rankedAnew =
  (scoresAt: (moment: Moment) => Scores): Way =>
  (moment) => {
    const scores = scoresAt(moment)
    return moment.looking.map((_, at) => bestTen(scores, at, moment.seats))
  }

const bestTen = (scores: Scores, row: number, seats: Int32Array) =>
  openTo(scores, row, seats)
    .sort((one, other) => other.score - one.score || one.mentor - other.mentor)
    .slice(0, SLOTS)
    .map(({ mentor }) => mentor)

const openTo = (scores: Scores, row: number, seats: Int32Array) =>
  [...seats.keys()]
    .filter((mentor) => (seats[mentor] ?? 0) > 0)
    .map((mentor) => ({ mentor, score: scores[row * seats.length + mentor] ?? 0 }))

// One pair each, the best pair first or by deferred acceptance of what both sides wish, and below it whoever scores highest.
export const paired =
  (thoughts: Thoughts, by: 'greedy' | 'deferred'): Way =>
  ({ round, looking, seats }) => {
    const scores = harmonic(thoughts)
    const open = looking.flatMap((mentee, at) => openTo(scores, mentee, seats).map((one) => ({ ...one, mentee, at })))
    const wishes = (of: Float64Array) =>
      Float64Array.from(open, ({ mentee, mentor }) => of[mentee * seats.length + mentor] ?? 0)
    const pairs = {
      mentee: Int32Array.from(open, ({ at }) => at),
      mentor: Int32Array.from(open, ({ mentor }) => mentor),
      ...{ wish: wishes(thoughts.asks), welcome: wishes(thoughts.accepts), worth: wishes(scores) },
    }
    const names = { mentees: looking.map(String), mentors: Array.from(seats.keys(), String) }
    const choices = choicesOf({ ...names, mostSeats: seats, seed: round }, pairs)
    const isPaired = by === 'greedy' ? greedy(pairs, choices) : menteeBest(choices)
    const first = new Map(open.filter((_, pair) => isPaired[pair] === 1).map(({ at, mentor }) => [at, mentor]))
    return looking.map((mentee, at) => withFirst(first.get(at), bestTen(scores, mentee, seats)))
  }

const withFirst = (first: number | undefined, rest: number[]) =>
  first === undefined ? rest : [first, ...rest.filter((one) => one !== first)].slice(0, SLOTS)

// As the product does it, or without one of its parts to see what that part is good for.
export type Priced = { seed: number; without?: 'prices' | 'shares' | 'exploring' }

const WIDTH = 100

export const priced =
  (scores: Scores, { seed, without }: Priced): Way =>
  ({ round, looking, seats }) => {
    const listed = looking.map((mentee) => ({ id: nameOf(mentee), of: longList(openTo(scores, mentee, seats)) }))
    const lists = listsOf(
      listed,
      Array.from(seats, (many, mentor) => ({ id: nameOf(mentor), seats: many })),
    )
    const asking = askingIn(unitOf(lists.worth))
    const none = new Float64Array(lists.mentors.length)
    const slates = slatesOf({
      ...{ lists, sharpness: asking.sharpness, seed: seed + round, thisWeek: matchesOfTheWeek(lists, seed) },
      prices: without === 'prices' ? none : pricesOf(lists, asking),
      shares:
        without === 'shares'
          ? Int32Array.from(none, () => looking.length)
          : sharesOf(lists.seats, SLOTS * looking.length),
    })
    const last = without === 'exploring' ? SLOTS - 1 : SLOTS
    return slates.map((slate) => slate.slice(0, last).map(({ mentor }) => Number(lists.mentors[mentor])))
  }

const longList = (open: ReturnType<typeof openTo>) =>
  open
    .sort((one, other) => other.score - one.score || one.mentor - other.mentor)
    .slice(0, WIDTH)
    .map(({ mentor, score }) => ({ id: nameOf(mentor), worth: score }))

// As long for every number, so that names stand in the order of numbers.
const nameOf = (number: number) => String(number).padStart(6, '0')
