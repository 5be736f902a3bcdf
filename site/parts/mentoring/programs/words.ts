import type { FormField, Sight } from '#db/schema/mentoring/programs.ts'
import type { Program } from '#workers/mentoring/programs/inputs.ts'
import type { Tone } from '../../../ui/tone.ts'

export const SIGHT: Record<Sight, { short: string; promise: string }> = {
  pairs: {
    short: 'Only that there are pairs',
    promise: 'The organisers see who works with whom. What the two of you do and write stays between you.',
  },
  progress: {
    short: 'How far each pair came',
    promise:
      'The organisers see who works with whom and how far you came. What you write to each other and what you make stays between you.',
  },
  content: {
    short: 'Their work too',
    promise: 'The organisers see who works with whom, how far you came, and your tasks and feedback as well.',
  },
}

export const STATE: Record<Program['state'], { says: string; tone: Tone }> = {
  draft: { says: 'Draft', tone: 'neutral' },
  open: { says: 'Open', tone: 'support' },
  running: { says: 'Running', tone: 'info' },
  finished: { says: 'Finished', tone: 'neutral' },
}

export const left = ({ state, left: places }: Pick<Program, 'state' | 'left'>): { says: string; tone: Tone } => {
  if (state !== 'open') return STATE[state]
  if (places === 0) return { says: 'All places are taken', tone: 'neutral' }
  return { says: places === 1 ? 'One place left' : `${places} places left`, tone: 'support' }
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

export const between = ({ startsOn, endsOn }: Pick<Program, 'startsOn' | 'endsOn'>) =>
  DAY.formatRange(new Date(startsOn), new Date(endsOn))

export const KIND: Record<FormField['kind'], string> = {
  line: 'A line',
  text: 'A longer text',
  choice: 'One of several',
  choices: 'Some of several',
  number: 'A number',
  date: 'A day',
  'yes-no': 'Yes or no',
}

export const dayOf = (day: string) => DAY.format(new Date(day))

export const placesLeft = (seats: number, taken: number) => {
  if (taken >= seats) return 'Every place is taken'
  return seats - taken === 1 ? 'One place free' : `${seats - taken} places free`
}
