import type { Criterion } from '#workers/mentoring/preferences/inputs.ts'

export const CRITERION: Record<Criterion, string> = {
  clearer: 'Clearer',
  'better-made': 'Better made',
  'closer-to-the-aim': 'Closer to the aim',
  'more-their-own': 'More their own',
  braver: 'Braver',
}

// How much an order is worth, in words.
export const worthOf = (reliability: number) =>
  reliability >= 0.8
    ? 'The choices agree so well that this order holds.'
    : reliability >= 0.5
      ? 'The choices agree somewhat. A few more would settle it.'
      : 'Too few choices, or too different ones: take this order with a smile.'
