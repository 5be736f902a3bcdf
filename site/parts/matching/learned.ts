import type { Matching } from '#workers/matching/organising/inputs.ts'

type Head = Matching['nights'][number]['head']
type Tried = Matching['versions'][number]['tried'][number]

export const QUESTIONS: Record<Head, { asks: string; came: string; needs: string }> = {
  asks: { asks: 'Would one ask?', came: 'were asked', needs: 'A suggestion counts once it was seen a fortnight ago.' },
  accepts: {
    asks: 'Would the other say yes?',
    came: 'said yes',
    needs: 'A request counts once it was made a fortnight ago.',
  },
  succeeds: {
    asks: 'Would they get somewhere?',
    came: 'got somewhere',
    needs: 'A pair counts once it began sixty days ago.',
  },
}

export const USES = [
  'What somebody wants to learn, and what a mentor teaches',
  'The words both wrote about it',
  'Hours that meet, and languages',
  'How both like to work: seven answers that nobody else reads',
  'How far apart they are in experience',
  'Whether a mentor has room, answers, and says yes',
  'How much both did here lately',
  'What each asks of the other',
  'What came of suggestions before, of each of them and of all',
]

export const NEVER = [
  'Age, gender, name, looks',
  'Where somebody lives, or comes from',
  'What they buy, sell or earn',
  'What they write to each other',
  'Whose page somebody opened',
]

export const heldOut = ({ head, learned, rules }: Tried): string => {
  const { came } = QUESTIONS[head]
  if (learned === null || rules === null) return 'Tried on too few to say it in hundreds.'
  return `Of 100 that it thought likeliest, ${learned} ${came}; of 100 that the rules would have put first, ${rules}.`
}

// What the last night found out about one question.
export function lastNight({ outcomes, why }: Matching['nights'][number], enough: number): string {
  if (outcomes < enough) return `Learning needs ${enough} outcomes; there are ${outcomes}.`
  if (why === 'too few') return `Last night: ${inWords(outcomes)} outcomes, too few new ones to try anything on.`
  if (why === 'no better') return `Last night: ${inWords(outcomes)} outcomes, and nothing better than what decides.`
  return `Last night: ${inWords(outcomes)} outcomes, and something better was found.`
}

const inWords = (many: number) => many.toLocaleString('en')
