export type Shown = 'date' | 'time' | 'both'

const DAY = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const

const made = new Map<string, Intl.DateTimeFormat>()
const MOST = 500

// Making a formatter costs a hundred times what using it does, and a page shows many times in few zones.
export function formatter(lang: string, timeZone: string, shown: Shown, named: boolean): Intl.DateTimeFormat {
  const key = [lang, timeZone, shown, named].join()
  const known = made.get(key)
  if (known) return known
  const format = new Intl.DateTimeFormat(lang, {
    timeZone,
    ...(shown !== 'time' && DAY),
    ...(shown !== 'date' && CLOCK),
    ...(shown !== 'date' && named && { timeZoneName: 'short' }),
  })
  if (made.size < MOST) made.set(key, format)
  return format
}
