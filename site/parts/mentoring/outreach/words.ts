import type { CHANNELS, OUTCOMES, Stage } from '#db/schema/mentoring/outreach.ts'
import type { Tone } from '../../../ui/tone.ts'

export const STAGE: Record<Stage, { says: string; means: string }> = {
  met: { says: 'Met', means: 'Somebody you ran into' },
  talking: { says: 'Talking', means: 'You two are in touch' },
  invited: { says: 'Invited', means: 'A link is in their mailbox' },
  joined: { says: 'Joined', means: 'They are here' },
  'not-now': { says: 'Not now', means: 'Another year, perhaps' },
}

export const CHANNEL: Record<(typeof CHANNELS)[number], string> = {
  'in-person': 'In person',
  phone: 'By phone',
  message: 'By message',
  email: 'By e-mail',
  event: 'At an event',
  school: 'At a school',
  other: 'Another way',
}

export const OUTCOME: Record<(typeof OUTCOMES)[number], { says: string; tone: Tone }> = {
  interested: { says: 'Interested', tone: 'support' },
  unsure: { says: 'Unsure', tone: 'info' },
  'not-now': { says: 'Not now', tone: 'neutral' },
  'no-answer': { says: 'No answer', tone: 'neutral' },
  agreed: { says: 'Said yes', tone: 'support' },
}

export const CONSENT = [
  'Being written to about learning here',
  'Being invited once there is room',
  'Being asked again later',
]

export const YOUNG = { unknown: 'I do not know', adult: '18 or older', minor: 'Under 18' }

export const SAME = { address: 'the same address', phone: 'the same number', name: 'a name like this' }

export const options = (words: Record<string, string | { says: string }>) =>
  Object.entries(words).map(([value, word]) => ({ value, label: typeof word === 'string' ? word : word.says }))
