import type { DayExceptions, WeeklyHours } from '#db/schema/people/availability.ts'

export type { DayExceptions, WeeklyHours }

export type Availability = {
  zone: string
  weekly: WeeklyHours
  exceptions?: DayExceptions
  // The first date that is open again.
  pausedUntil?: string | null
}

export type Hours = { from: string; until: string }
export type Span = { start: number; end: number }

export const DAY_MINUTES = 24 * 60

export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

export const clockOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')

export const spanOf = ({ from, until }: Hours): Span => ({ start: minutesOf(from), end: minutesOf(until) })

// In order, with overlapping and touching spans as one and empty ones left out.
export function joined(spans: Span[]): Span[] {
  const whole: Span[] = []
  for (const { start, end } of spans.filter((span) => span.start < span.end).sort((a, b) => a.start - b.start)) {
    const last = whole.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else whole.push({ start, end })
  }
  return whole
}

// As the week is stored: by day, nothing twice, and what goes on past midnight continued on the next day.
export function tidyHours(hours: WeeklyHours): WeeklyHours {
  const split = hours.flatMap(cutAtMidnight)
  return [1, 2, 3, 4, 5, 6, 7].flatMap((day) =>
    joined(split.filter((piece) => piece.day === day).map(spanOf)).map(({ start, end }) => ({
      day,
      from: clockOf(start),
      until: clockOf(end),
    })),
  )
}

function cutAtMidnight({ day, from, until }: WeeklyHours[number]): WeeklyHours {
  if (until >= from) return [{ day, from, until }]
  return [
    { day, from, until: '24:00' },
    { day: (day % 7) + 1, from: '00:00', until },
  ]
}
