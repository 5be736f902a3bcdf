import type { Invitation } from '#workers/mentoring/participants/inputs.ts'
import type { Tone } from '../../../ui/tone.ts'

export const STATE: Record<Invitation['state'], { says: string; tone: Tone }> = {
  sent: { says: 'Under way', tone: 'info' },
  accepted: { says: 'Said yes', tone: 'support' },
  declined: { says: 'Said no', tone: 'neutral' },
  withdrawn: { says: 'Taken back', tone: 'neutral' },
  expired: { says: 'Ran out', tone: 'warning' },
}
