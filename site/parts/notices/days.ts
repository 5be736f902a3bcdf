import { whenIn } from '#workers/lib/zones/when.ts'
import type { Group } from '#workers/notifications/inbox/inbox.ts'

export type Day = { title: string; groups: Group[] }

// Days as people call them, where the member lives.
export function daysOf(groups: Group[], today: string): Day[] {
  const days = Map.groupBy(groups, ({ day }) => day)
  return [...days].map(([day, groups]) => ({ title: titleOf(day, today), groups }))
}

const DAY_MS = 86_400_000
const at = (day: string) => Date.parse(`${day}T12:00:00Z`)

function titleOf(day: string, today: string): string {
  const ago = Math.round((at(today) - at(day)) / DAY_MS)
  if (ago <= 0) return 'Today'
  return ago === 1 ? 'Yesterday' : whenIn('UTC', at(day), { show: 'date', now: at(today) })
}
