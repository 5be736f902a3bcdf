import { offsetIn } from './clock.ts'
import { clockOf, DAY_MINUTES, joined, type Span, spanOf, type WeeklyHours } from './weekly-hours.ts'

export type Week = { zone: string; weekly: WeeklyHours }

// A usual week as the zone's clocks are at that moment, for a column bit(336): bit_count(a & b) * 30 are the minutes two
// members share. It holds until offsetChangesAt(zone, around). Hours begin and end at the nearest half hour of UTC, so in
// Kathmandu, 15 minutes off, no length is lost.
export function weekInUtc(week: Week, around: Date): string {
  const bits = Array<string>(HALF_HOURS).fill('0')
  for (const { start, end } of weekSeenFrom(0, week, around))
    bits.fill('1', Math.round(start / HALF_HOUR), Math.round(end / HALF_HOUR))
  return bits.join('')
}

export const overlapMinutes = (mine: Week, theirs: Week, around: Date): number =>
  sharedSpans(mine, theirs, around).reduce((sum, { start, end }) => sum + end - start, 0)

export type SharedHours = { mine: WeeklyHours[number]; theirs: WeeklyHours[number] }

// The same hours on the wall of each, cut where a day ends on either.
export function sharedHours(mine: Week, theirs: Week, around: Date): SharedHours[] {
  const further = minutesAhead(theirs.zone, around) - minutesAhead(mine.zone, around)
  return sharedSpans(mine, theirs, around)
    .flatMap((span) => cutAtMidnights(0, span))
    .flatMap((span) => cutAtMidnights(further, span))
    .map((span) => ({ mine: onTheWall(0, span), theirs: onTheWall(further, span) }))
}

const HALF_HOUR = 30
const HALF_HOURS = 336
const WEEK_MINUTES = 7 * DAY_MINUTES

// In minutes since Monday 00:00 on a wall that is so many minutes ahead of UTC.
function weekSeenFrom(wall: number, { zone, weekly }: Week, around: Date): Span[] {
  const behind = wall - minutesAhead(zone, around)
  return joined(
    weekly.flatMap((hours) => {
      const { start, end } = spanOf(hours)
      const begins = intoWeek((hours.day - 1) * DAY_MINUTES + start + behind)
      return cutAtWeekEnd({ start: begins, end: begins + end - start })
    }),
  )
}

function sharedSpans(mine: Week, theirs: Week, around: Date): Span[] {
  const wall = minutesAhead(mine.zone, around)
  const others = weekSeenFrom(wall, theirs, around)
  return weekSeenFrom(wall, mine, around).flatMap((own) =>
    others
      .map((other) => ({ start: Math.max(own.start, other.start), end: Math.min(own.end, other.end) }))
      .filter(({ start, end }) => start < end),
  )
}

const cutAtWeekEnd = ({ start, end }: Span): Span[] =>
  end <= WEEK_MINUTES
    ? [{ start, end }]
    : [
        { start, end: WEEK_MINUTES },
        { start: 0, end: end - WEEK_MINUTES },
      ]

function cutAtMidnights(ahead: number, { start, end }: Span): Span[] {
  const midnight = start + DAY_MINUTES - (intoWeek(start + ahead) % DAY_MINUTES)
  return midnight < end
    ? [{ start, end: midnight }, ...cutAtMidnights(ahead, { start: midnight, end })]
    : [{ start, end }]
}

function onTheWall(ahead: number, { start, end }: Span): WeeklyHours[number] {
  const begins = intoWeek(start + ahead)
  const from = begins % DAY_MINUTES
  return { day: Math.floor(begins / DAY_MINUTES) + 1, from: clockOf(from), until: clockOf(from + end - start) }
}

const intoWeek = (minutes: number) => ((minutes % WEEK_MINUTES) + WEEK_MINUTES) % WEEK_MINUTES

const minutesAhead = (zone: string, around: Date) => offsetIn(zone, around) / 60_000
