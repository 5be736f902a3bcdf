import { cityOf } from '../zones.ts'
import { formatter, HOUSE_LANGUAGE, plainly, type Shown, spokenHere } from './formatter.ts'

export type { Shown }
export type Moment = Date | string | number
export type How = {
  lang?: string
  show?: Shown
  until?: Moment
  // Within half a year of it the year goes without saying.
  now?: Moment
}

// "Sat 21 Nov, 18:00"
export function whenIn(zone: string, at: Moment, { lang, show = 'both', until, now }: How = {}): string {
  const start = new Date(at)
  const year = now === undefined || Math.abs(start.getTime() - new Date(now).getTime()) > HALF_A_YEAR
  const format = formatter({ lang, zone, show, year })
  return plainly(until === undefined ? format.format(start) : format.formatRange(start, new Date(until)))
}

// "Sat 21 Nov, 18:00 in Madrid"
export const whenAndWhere = (zone: string, at: Moment, how: How = {}): string =>
  wordsIn(how.lang).there(whenIn(zone, at, how), cityOf(zone))

// "Sat 21 Nov, 18:00 in Madrid · 14:00 your time (São Paulo)"
export function whenForBoth(zone: string, reader: string, at: Moment, how: How = {}): string {
  if (zone === reader) return whenAndWhere(zone, at, how)
  const { there, yours } = wordsIn(how.lang)
  const [theirs, mine] = [whenIn(zone, at, how), whenIn(reader, at, how)]
  if (theirs === mine) return there(mine, listed([cityOf(zone), cityOf(reader)], how.lang))
  return `${there(theirs, cityOf(zone))} · ${yours(shortly(zone, reader, at, how), cityOf(reader))}`
}

// "Mon 18:00–20:00"
export function hoursInWords({ day, from, until }: WeekHours, lang?: string): string {
  const [begins, ends] = [from, until].map((clock) => wordsOf(new Date(`1970-01-01T${clock}Z`), 'time', lang))
  return `${wordsOf(new Date(Date.UTC(1970, 0, 4 + day)), 'weekday', lang)} ${begins}–${ends?.replace(MIDNIGHT, '24:00')}`
}

type Words = Record<'there' | 'yours', (time: string, city: string) => string>
type WeekHours = { day: number; from: string; until: string }

const HALF_A_YEAR = 183 * 24 * 60 * 60_000
const MIDNIGHT = /^0?0:00$/

// Languages without words of their own here get the times with their cities and no sentence around them.
const WORDS: Record<string, Words> = {
  en: { there: (time, city) => `${time} in ${city}`, yours: (time, city) => `${time} your time (${city})` },
}
const NO_WORDS: Words = { there: (time, city) => `${time} (${city})`, yours: (time, city) => `${time} (${city})` }

const wordsIn = (lang = HOUSE_LANGUAGE): Words => WORDS[spokenHere(lang).split('-')[0] ?? ''] ?? NO_WORDS

// The day is said again only where it is another one.
function shortly(zone: string, reader: string, at: Moment, how: How): string {
  const [theirDay, myDay] = [zone, reader].map((one) => whenIn(one, at, { ...how, show: 'date' }))
  return whenIn(reader, at, { ...how, show: theirDay === myDay && how.show !== 'date' ? 'time' : how.show })
}

const wordsOf = (at: Date, show: Shown | 'weekday', lang?: string) =>
  plainly(formatter({ lang, zone: 'UTC', show, year: false }).format(at))

const listed = (cities: string[], lang = HOUSE_LANGUAGE) => new Intl.ListFormat(spokenHere(lang)).format(cities)
