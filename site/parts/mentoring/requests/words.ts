import type { RequestState } from '#db/schema/mentoring/mentorships.ts'
import type { Format } from '#db/schema/mentoring/programs.ts'
import type { Tone } from '../../../ui/tone.ts'

export const STATES: Record<RequestState, { says: string; tone: Tone }> = {
  waiting: { says: 'With them', tone: 'neutral' },
  asked: { says: 'They would like to know more', tone: 'warning' },
  accepted: { says: 'Yes', tone: 'support' },
  declined: { says: 'Not now', tone: 'neutral' },
  withdrawn: { says: 'Taken back', tone: 'neutral' },
  expired: { says: 'Went on to somebody else', tone: 'neutral' },
}

export const FORMAT: Record<Format, string> = {
  'one-to-one': 'One to one',
  group: 'In a group',
  peer: 'As peers',
  'one-off': 'Once',
}
