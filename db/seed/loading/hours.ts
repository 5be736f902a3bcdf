import { Temporal } from 'temporal-polyfill'
import { availability, type DayExceptions, type WeeklyHours } from '#db/schema/people/availability.ts'
import { offsetChangesAt } from '#workers/lib/zones/clock.ts'
import { weekInUtc } from '#workers/lib/zones/overlap.ts'
import { hours, type SeedHours } from '../community/hours.ts'
import { members } from '../community/members/index.ts'
import { idOf, type Names, type Tx } from './ids.ts'

export async function openHours(tx: Tx, names: Names) {
  const now = new Date(Temporal.Now.instant().epochMilliseconds)
  await tx.insert(availability).values(
    members.flatMap(({ handle, timeZone: zone }) => {
      const open = hours[handle]
      if (!open) return []
      const weekly = weeklyHours(open.weekly)
      return {
        memberId: idOf(names.members, handle),
        weekly,
        exceptions: exceptionsOf(open, zone),
        menteesAtMost: open.mentees ?? 0,
        sessionsAWeekAtMost: open.sessionsAWeek ?? 0,
        pausedUntil: open.pausedForDays ? dateIn(open.pausedForDays, zone) : null,
        week: weekInUtc({ zone, weekly }, now),
        weekHoldsUntil: offsetChangesAt(zone, now) ?? null,
      }
    }),
  )
}

// '2,4 18:00-20:30; 6 09:00-12:00', in the order of the week.
export const weeklyHours = (words: string): WeeklyHours =>
  words
    .split('; ')
    .flatMap((part) => {
      const [days = '', span = ''] = part.split(' ')
      return days.split(',').map((day) => ({ day: Number(day), ...spanOf(span) }))
    })
    .toSorted((one, other) => one.day - other.day || one.from.localeCompare(other.from))

function spanOf(span: string) {
  const [from = '', until = ''] = span.split('-')
  return { from, until }
}

const exceptionsOf = ({ except = [] }: SeedHours, zone: string): DayExceptions =>
  except.map(({ inDays, hours: open }) => ({ date: dateIn(inDays, zone), hours: open ? [spanOf(open)] : [] }))

const dateIn = (days: number, zone: string) => Temporal.Now.plainDateISO(zone).add({ days }).toString()
