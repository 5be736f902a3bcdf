import type { CLOSING_REASONS } from '#db/schema/mentoring/mentorships.ts'
import type { Pair } from '#workers/mentoring/mentorships/inputs.ts'
import type { Tone } from '../../../ui/tone.ts'

type Side = 'mentor' | 'participant'

// Whose turn it is, as the one who reads it would say.
export function turnOf(
  { state, turn }: Pick<Pair, 'state' | 'turn'>,
  side: Side,
): { says: string; tone: Tone } | undefined {
  if (state === 'closed') return undefined
  if (state === 'paused') return { says: 'Paused', tone: 'neutral' }
  if (turn === 'nobody') return undefined
  return turn === side ? { says: 'Your turn', tone: 'warning' } : { says: 'Their turn', tone: 'support' }
}

export const BECAUSE: Record<(typeof CLOSING_REASONS)[number], string> = {
  'goal-reached': 'We reached what we set out for',
  'time-is-up': 'The time we agreed on is up',
  'no-time': 'There is no time for it right now',
  'not-a-fit': 'We are not a fit',
  'moved-on': 'It is time for something else',
  'went-quiet': 'It went quiet',
  'changed-mentor': 'Somebody else goes on with it',
  answered: 'What was asked for once is answered',
  blocked: 'It was ended',
}

export const CHOSEN = ['goal-reached', 'time-is-up', 'no-time', 'not-a-fit', 'moved-on'] as const
