import { type SteadySpan, steadySpans } from './clock.ts'
import { type Availability, joined, type Span, spanOf } from './weekly-hours.ts'

export type OpenTime = { start: Date; end: Date }

// Open is every moment at which the wall clock shows an open hour: what clocks jump over is not there, and what they show
// twice is open twice.
export const openTimes = (availability: Availability, start: Date, end: Date): OpenTime[] =>
  joined(steadySpans(availability.zone, start, end).flatMap((span) => openWithin(span, availability))).map(
    ({ start, end }) => ({ start: new Date(start), end: new Date(end) }),
  )

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

function openWithin({ start, end, offset }: SteadySpan, availability: Availability): Span[] {
  const open: Span[] = []
  for (let midnight = midnightBefore(start + offset); midnight < end + offset; midnight += DAY)
    for (const hours of hoursOn(new Date(midnight), availability))
      open.push({
        start: Math.max(start, midnight - offset + hours.start * MINUTE),
        end: Math.min(end, midnight - offset + hours.end * MINUTE),
      })
  return open
}

const midnightBefore = (wallClock: number) => Math.floor(wallClock / DAY) * DAY

function hoursOn(day: Date, { weekly, exceptions = [], pausedUntil }: Availability): Span[] {
  const date = day.toISOString().slice(0, 10)
  if (pausedUntil && date < pausedUntil) return []
  const special = exceptions.filter((exception) => exception.date === date)
  const hours =
    special.length > 0 ? special.flatMap((day) => day.hours) : weekly.filter((one) => one.day === weekday(day))
  return hours.map(spanOf)
}

const weekday = (day: Date) => day.getUTCDay() || 7
