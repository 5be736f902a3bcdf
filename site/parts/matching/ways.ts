import type { Way } from '#workers/matching/ways/inputs.ts'

// Each is a line between two ways of doing it; and what it changes.
export const QUESTIONS: Record<Way, { asks: string; first: string; second: string; for: string }> = {
  pace: {
    asks: 'How do you get better at something?',
    first: 'One thing at a time, slowly',
    second: 'Many tries, quickly',
    for: 'So that nobody is rushed, and nobody waits.',
  },
  words: {
    asks: 'How should somebody tell you what does not work yet?',
    first: 'Straight to the point',
    second: 'Gently, and what is good first',
    for: 'So that feedback sounds as you can use it.',
  },
  plan: {
    asks: 'What do you like to know before you begin?',
    first: 'A clear plan',
    second: 'We see where it leads',
    for: 'So that one of you does not wait for a plan the other never makes.',
  },
  company: {
    asks: 'How do you work best?',
    first: 'While somebody is there',
    second: 'Alone, and then I show it',
    for: 'So that you meet to work, or meet to look.',
  },
  understanding: {
    asks: 'Something is new. What first?',
    first: 'Understand why',
    second: 'Try it out',
    for: 'So that explanations and exercises come in the order that suits you.',
  },
  meetings: {
    asks: 'How do you like to meet?',
    first: 'Short and often',
    second: 'Long, now and then',
    for: 'So that your weeks fit each other.',
  },
  aim: {
    asks: 'What is it for, in the end?',
    first: 'For the love of it',
    second: 'To live from it',
    for: 'So that you talk about the same road.',
  },
}

export const STEPS = [
  { value: '-2', says: (first: string) => first },
  { value: '-1', says: (first: string) => `Rather: ${first}` },
  { value: '0', says: () => 'In between' },
  { value: '1', says: (_: string, second: string) => `Rather: ${second}` },
  { value: '2', says: (_: string, second: string) => second },
] as const
