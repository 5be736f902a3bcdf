export type Shown = 'date' | 'time' | 'both'

export const HOUSE_LANGUAGE = 'en-GB'

type Format = { lang?: string; zone: string; show: Shown | 'weekday'; year: boolean }

// Making a formatter costs a hundred times what using it does, and a page shows many times in few zones.
export function formatter({ lang = HOUSE_LANGUAGE, zone, show, year }: Format): Intl.DateTimeFormat {
  const key = [lang, zone, show, year].join()
  const known = made.get(key)
  if (known) return known
  const spoken = spokenHere(lang)
  const format = new Intl.DateTimeFormat(spoken, {
    timeZone: zone,
    ...(show !== 'time' && { weekday: 'short' }),
    ...((show === 'date' || show === 'both') && { day: 'numeric', month: 'short', ...(year && { year: 'numeric' }) }),
    ...((show === 'time' || show === 'both') && { hour: hourIn(spoken), minute: '2-digit' }),
  })
  if (made.size < MOST) made.set(key, format)
  return format
}

// Engines disagree about the width of spaces, and a page must not read differently once its island wakes.
export const plainly = (words: string) => words.replace(/[\u2009\u202f]/g, ' ')

export function spokenHere(lang: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(lang)[0] ?? HOUSE_LANGUAGE
  } catch {
    return HOUSE_LANGUAGE
  }
}

const made = new Map<string, Intl.DateTimeFormat>()
const MOST = 500

// "09:30", but "9:30 AM"
const hourIn = (lang: string) =>
  new Intl.DateTimeFormat(lang, { hour: 'numeric' }).resolvedOptions().hour12 ? 'numeric' : '2-digit'
