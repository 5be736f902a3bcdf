import fc from 'fast-check'

export const ZONES = [
  'Europe/Madrid',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/New_York',
  'Pacific/Apia',
  'UTC',
]

// Where clocks change, a day is left out, a year ends or has a day more.
const ODD_DAYS = [
  '2026-03-29', // Madrid
  '2026-10-25',
  '2018-11-04', // São Paulo, at midnight
  '2019-02-17',
  '1985-12-31', // Kathmandu
  '2026-04-05', // Lord Howe, by half an hour
  '2026-10-03',
  '2026-03-08', // New York
  '2026-11-01',
  '2011-12-30', // Apia has no such day
  '2028-02-29',
  '2026-12-31',
  '2026-06-17',
].map((date) => Date.parse(`${date}T00:00:00Z`))

const QUARTER = 15 * 60_000
const THREE_DAYS = 3 * 24 * 4

export const aMoment = fc
  .tuple(fc.constantFrom(...ODD_DAYS), fc.integer({ min: -THREE_DAYS, max: THREE_DAYS }))
  .map(([day, quarters]) => new Date(day + quarters * QUARTER))

const clock = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`

export const someHours = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
  .filter(([from, until]) => from < until)
  .map(([from, until]) => ({ from: clock(from), until: clock(until) }))

export const weekOf = (hours: fc.Arbitrary<{ from: string; until: string }>) =>
  fc.array(
    fc.tuple(fc.integer({ min: 1, max: 7 }), hours).map(([day, one]) => ({ day, ...one })),
    { maxLength: 12 },
  )

export const aWeek = weekOf(someHours)

const formats = new Map<string, Intl.DateTimeFormat>()

// A second opinion on what a wall clock shows.
export function wallClockByIntl(zone: string, at: Date) {
  const format = formats.get(zone) ?? newFormat(zone)
  formats.set(zone, format)
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const [date, time] = [`${part.year}-${part.month}-${part.day}`, `${part.hour}:${part.minute}`]
  const shown = new Date(`${date}T${time}Z`)
  return { date, time, text: `${date}T${time}`, day: shown.getUTCDay() || 7, ahead: shown.getTime() - at.getTime() }
}

const newFormat = (timeZone: string) =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
