import { offsetIn } from '#workers/lib/zones/clock.ts'
import type { DAY_PARTS, MemberCard } from './inputs.ts'

type DayPart = (typeof DAY_PARTS)[number]

const WEEK_MINUTES = 7 * 24 * 60
const DAY_MINUTES = 24 * 60

// From the half hours of a week in UTC that two members share: how many hours, and when most of them are for one of them.
export function timeForYou(bits: string | null, zone: string, now: Date): Pick<MemberCard, 'sharedHours' | 'mostly'> {
  if (bits === null) return { sharedHours: null, mostly: null }
  const ahead = Math.round(offsetIn(zone, now) / 60_000)
  const counts = new Map<string, number>()
  for (let at = bits.indexOf('1'); at >= 0; at = bits.indexOf('1', at + 1)) {
    const minute = (at * 30 + ahead + WEEK_MINUTES) % WEEK_MINUTES
    const when = `${Math.floor(minute / DAY_MINUTES) + 1} ${partOf((minute % DAY_MINUTES) / 60)}`
    counts.set(when, (counts.get(when) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([one, times], [other, otherTimes]) => otherTimes - times || one.localeCompare(other))
  const sharedHours = [...counts.values()].reduce((sum, times) => sum + times, 0) / 2
  if (!most) return { sharedHours, mostly: null }
  const [day, part] = most[0].split(' ')
  return { sharedHours, mostly: { day: Number(day), part: part as DayPart } }
}

const partOf = (hour: number): DayPart =>
  hour < 5 ? 'night' : hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : hour < 22 ? 'evening' : 'night'
