import type { Entry } from '#workers/mentoring/journal/inputs.ts'
import type { Tone } from '../../../ui/tone.ts'

type Mood = NonNullable<Entry['mood']>

export const MOOD: Record<Mood, { says: string; tone: Tone }> = {
  heavy: { says: 'Heavy', tone: 'neutral' },
  unsure: { says: 'Unsure', tone: 'warning' },
  steady: { says: 'Steady', tone: 'info' },
  glad: { says: 'Glad', tone: 'support' },
  proud: { says: 'Proud', tone: 'support' },
}

export const MOOD_NAMES = Object.keys(MOOD) as Mood[]
