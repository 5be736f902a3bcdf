import { openTimes } from '#workers/lib/zones/open-times.ts'
import type { Availability } from '#workers/lib/zones/weekly-hours.ts'

// The half hours somebody has time in the four weeks that come, 336 bits of UTC for each: made from what the clock on their
// wall will show then, so that a change of clocks is in it.
export type Weeks = Uint32Array<ArrayBuffer>

export const WEEKS = 4
const HALF_HOURS = 336
const WORDS = Math.ceil(HALF_HOURS / 32)
const HALF_HOUR = 30 * 60_000
const WEEK = HALF_HOURS * HALF_HOUR

// Fewer than two half hours that both have are no time to meet.
export const ENOUGH = 2

export function weeksFrom(monday: Date, availability: Availability): Weeks {
  const weeks: Weeks = new Uint32Array(WEEKS * WORDS)
  const end = new Date(monday.getTime() + WEEKS * WEEK)
  for (const open of openTimes(availability, monday, end)) {
    const from = Math.ceil((open.start.getTime() - monday.getTime()) / HALF_HOUR)
    const until = Math.floor((open.end.getTime() - monday.getTime()) / HALF_HOUR)
    for (let halfHour = from; halfHour < until; halfHour++) mark(weeks, halfHour)
  }
  return weeks
}

// Half hours that both have: the median of the weeks, as one week of holidays says little.
export function timeTogether(one: Weeks, other: Weeks): number {
  const shared = Array.from({ length: WEEKS }, (_, week) => inWeek(week, one, other)).sort((a, b) => a - b)
  return ((shared[1] ?? 0) + (shared[2] ?? 0)) / 2
}

// The first moments at which both have an hour.
export function firstFreeHours(monday: Date, { one, other, most }: { one: Weeks; other: Weeks; most: number }): Date[] {
  const found: Date[] = []
  for (let at = 0; at + 1 < WEEKS * HALF_HOURS && found.length < most; at++) {
    if (!isFree(at, one, other) || !isFree(at + 1, one, other)) continue
    found.push(new Date(monday.getTime() + at * HALF_HOUR))
    at++
  }
  return found
}

// Whether somebody has time for all of it; null where it lies beyond these weeks.
export function hasTimeFor(weeks: Weeks, monday: Date, { from, minutes }: { from: Date; minutes: number }) {
  const first = Math.floor((from.getTime() - monday.getTime()) / HALF_HOUR)
  const end = Math.ceil((from.getTime() + minutes * 60_000 - monday.getTime()) / HALF_HOUR)
  if (first < 0 || end > WEEKS * HALF_HOURS) return null
  for (let at = first; at < end; at++) if (!isFree(at, weeks, weeks)) return false
  return true
}

// As if somebody had time for all of it, and for nothing else.
export function weeksAround(monday: Date, { from, minutes }: { from: Date; minutes: number }): Weeks {
  const weeks: Weeks = new Uint32Array(WEEKS * WORDS)
  const first = Math.floor((from.getTime() - monday.getTime()) / HALF_HOUR)
  const end = Math.ceil((from.getTime() + minutes * 60_000 - monday.getTime()) / HALF_HOUR)
  for (let at = Math.max(0, first); at < Math.min(end, WEEKS * HALF_HOURS); at++) mark(weeks, at)
  return weeks
}

// Monday 00:00 UTC of the week in which this moment lies.
export function mondayOf(moment: Date): Date {
  const day = new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate()))
  return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * 24 * 60 * 60_000)
}

const wordOf = (halfHour: number) => Math.floor(halfHour / HALF_HOURS) * WORDS + ((halfHour % HALF_HOURS) >>> 5)

function mark(weeks: Weeks, halfHour: number) {
  const word = wordOf(halfHour)
  weeks[word] = (weeks[word] ?? 0) | (1 << ((halfHour % HALF_HOURS) & 31))
}

const isFree = (halfHour: number, one: Weeks, other: Weeks) =>
  (((one[wordOf(halfHour)] ?? 0) & (other[wordOf(halfHour)] ?? 0)) >>> ((halfHour % HALF_HOURS) & 31)) & 1

function inWeek(week: number, one: Weeks, other: Weeks): number {
  let shared = 0
  for (let n = week * WORDS; n < (week + 1) * WORDS; n++) shared += bitsIn((one[n] ?? 0) & (other[n] ?? 0))
  return shared
}

// Counted in pairs, then in fours, then in eights, and the four eights added by one multiplication.
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
