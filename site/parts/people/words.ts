import type { EXPERIENCES } from '#db/schema/people.ts'
import { offsetIn } from '#workers/lib/zones/clock.ts'
import { whenIn } from '#workers/lib/zones/when.ts'
import { cityOf } from '#workers/lib/zones.ts'
import type { MemberCard } from '#workers/people/directory/inputs.ts'

export const EXPERIENCE: Record<(typeof EXPERIENCES)[number], string> = {
  curious: 'Just curious',
  learning: 'Learning',
  practised: 'Practised',
  professional: 'Professional',
}

// "14:05 in Recife, 4 hours behind you"
export function clockWords(zone: string, now: Date, readerZone: string | undefined): string {
  const there = `${whenIn(zone, now, { show: 'time' })} in ${cityOf(zone)}`
  return readerZone ? `${there}, ${differenceWords(zone, readerZone, now)}` : there
}

function differenceWords(zone: string, readerZone: string, now: Date): string {
  const minutes = Math.round((offsetIn(zone, now) - offsetIn(readerZone, now)) / 60_000)
  if (minutes === 0) return 'the same time as yours'
  const hours = Math.abs(minutes) / 60
  const said = hours === 1 ? 'an hour' : `${hours.toLocaleString('en')} hours`
  return `${said} ${minutes > 0 ? 'ahead of' : 'behind'} you`
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

export const timeWords = ({ mostly }: Pick<MemberCard, 'mostly'>) =>
  mostly && `Has time on ${DAYS[mostly.day - 1]} ${mostly.part}s for you`

export function placesWords({ places, awayUntil }: Pick<MemberCard, 'places' | 'awayUntil'>): string | undefined {
  if (awayUntil) return `Away until ${whenIn('UTC', `${awayUntil}T12:00:00Z`, { show: 'date' })}`
  if (places === null) return undefined
  return places === 0 ? 'No place free just now' : places === 1 ? 'One place left' : `${places} places left`
}

const monthly = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

export const monthOf = (day: string) => monthly.format(new Date(day))

// "2019 – 2023", "since 2019", "until 2023"
export function spanWords(since: string | null, until: string | null): string {
  const [start, end] = [since, until].map((day) => day?.slice(0, 4))
  if (start && end) return start === end ? start : `${start} – ${end}`
  return start ? `since ${start}` : end ? `until ${end}` : ''
}

export const portraitOf = ({ portrait }: { portrait: string | null }) => portrait && `/media/${portrait}`
