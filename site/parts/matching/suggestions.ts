import type { Suggestion } from '#workers/matching/recommendations/inputs.ts'
import type { Tone } from '../../ui/tone.ts'

// No percent: a number would promise more than anybody knows.
export const FIT: Record<Suggestion['fit'], { words: string; tone: Tone }> = {
  strong: { words: 'Fits well', tone: 'support' },
  good: { words: 'May well fit', tone: 'info' },
  possible: { words: 'Possible', tone: 'neutral' },
}

const UNSAID = { value: '', label: 'I would rather not say' }
const OTHER = { value: 'other', label: 'Something else' }
const NOT_IT = { value: 'not-what-i-look-for', label: 'Not what I look for' }

export const BECAUSE = [
  UNSAID,
  NOT_IT,
  { value: 'no-time-together', label: 'We have no time together' },
  { value: 'we-know-each-other', label: 'We know each other already' },
  { value: 'not-with-them', label: 'Rather not with this person, in any list' },
  OTHER,
]

export const BECAUSE_OF_THING = [UNSAID, NOT_IT, { value: 'no-time-together', label: 'I have no time then' }, OTHER]

// What is said here about a mentor, and what becomes of it.
export const WHAT_IT_DOES =
  'Your no counts when the house learns what fits, without your name, never against a person. That you know each other, or keep away from somebody, does not count.'
