import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime'
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime'

// "2026-11-21T18:00", as a form shows it and an invitation writes it.
export const wallClockIn = (zone: string, at: Date): string =>
  new Date(at.getTime() + offsetIn(zone, at)).toISOString().slice(0, 16)

// A time that clocks jump over moves on by the jump; of a time that comes twice the first is meant.
export function instantOf(wallClock: string, zone: string): Date {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = wallClock.split(/[-T:]/).map(Number)
  const plain = PlainDateTime.create(year, month, day, hour, minute)
  return new Date(PlainDateTime.toZonedDateTime(plain, zone).epochMilliseconds)
}

// Milliseconds that the zone's clocks are ahead of UTC.
export const offsetIn = (zone: string, at: Date): number => ZonedDateTime.offsetNanoseconds(zoned(zone, at)) / 1_000_000

export function offsetChangesAt(zone: string, after: Date): Date | undefined {
  const change = ZonedDateTime.getTimeZoneTransition(zoned(zone, after), 'next')
  return change ? new Date(change.epochMilliseconds) : undefined
}

export type SteadySpan = { start: number; end: number; offset: number }

// The time from start to end, cut where the zone's clocks change: within a piece, wall clock and time run together.
export function steadySpans(zone: string, start: Date, end: Date): SteadySpan[] {
  const spans: SteadySpan[] = []
  for (let from = start; from < end; ) {
    const change = offsetChangesAt(zone, from)
    const until = change && change < end ? change : end
    spans.push({ start: from.getTime(), end: until.getTime(), offset: offsetIn(zone, from) })
    from = until
  }
  return spans
}

const zoned = (zone: string, at: Date) => ZonedDateTime.create(BigInt(at.getTime()) * 1_000_000n, zone)
