import type { Supply, SupplyRequest } from '#workers/mentoring/supplies/inputs.ts'
import type { Tone } from '../../../ui/tone.ts'

export const KIND = {
  supply: { one: 'Material', many: 'Materials', means: 'used up in the work' },
  tool: { one: 'Tool', many: 'Tools', means: 'lent for some days' },
  kit: { one: 'Kit', many: 'Kits', means: 'everything for one task' },
} as const

export const many = (count: number, unit: string) =>
  count === 1 || unit === 'g' || unit === 'ml' || unit === 'm' ? `${count} ${unit}` : `${count} ${unit}s`

type There = Pick<Supply, 'kind' | 'free' | 'all' | 'unit'>

export function there({ kind, free, all, unit }: There): { says: string; tone: Tone } {
  if (kind === 'supply')
    return free > 0
      ? { says: `${many(free, unit)} at hand`, tone: 'support' }
      : { says: 'Used up for now', tone: 'warning' }
  if (kind === 'kit')
    return free > 0 ? { says: `${free} free today`, tone: 'support' } : { says: 'Not complete today', tone: 'warning' }
  if (all === 0) return { says: 'Being mended', tone: 'warning' }
  return free > 0
    ? { says: all === 1 ? 'Free today' : `${free} of ${all} free today`, tone: 'support' }
    : { says: 'Out today', tone: 'warning' }
}

export const STATE: Record<SupplyRequest['state'], { says: string; tone: Tone }> = {
  asked: { says: 'Waits for an answer', tone: 'neutral' },
  approved: { says: 'Kept ready for you', tone: 'support' },
  'part-approved': { says: 'A part is kept for you', tone: 'support' },
  refused: { says: 'Not this time', tone: 'neutral' },
  'handed-over': { says: 'In your hands', tone: 'info' },
  returned: { says: 'Brought back', tone: 'neutral' },
  'used-up': { says: 'Used up', tone: 'neutral' },
  cancelled: { says: 'Not needed any more', tone: 'neutral' },
}

export const CONDITION = {
  'as-good': 'As good as it came',
  worn: 'A little worn',
  broken: 'Something is broken',
  lost: 'It is lost',
} as const

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

export const dayIn = (day: string) => DAY.format(new Date(`${day}T12:00:00Z`))

export const WHY: Record<string, string> = {
  bought: 'bought',
  given: 'given to us',
  counted: 'counted anew',
  reserved: 'kept for somebody',
  released: 'not needed after all',
  returned: 'came back',
  lost: 'lost',
}
