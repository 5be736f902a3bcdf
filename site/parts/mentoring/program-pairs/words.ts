import type { Health, ProgramPair, Progress } from '#workers/mentoring/program-pairs/inputs.ts'
import type { Tone } from '../../../ui/tone.ts'

export const HEALTH: Record<Health, { says: string; tone: Tone }> = {
  still: { says: 'Stands still', tone: 'danger' },
  slow: { says: 'Slows down', tone: 'warning' },
  well: { says: 'Goes well', tone: 'support' },
  resting: { says: 'Rests', tone: 'neutral' },
}

const days = (count: number) => (count === 1 ? 'a day' : `${count} days`)

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })

const quiet = ({ quietDays, health, pausedUntil }: Progress) => {
  if (health === 'resting') return pausedUntil ? `Paused until ${DAY.format(new Date(pausedUntil))}` : 'Paused'
  return quietDays === 0 ? 'Moved today' : `Last moved ${days(quietDays)} ago`
}

// Why it is as it is, the weightiest first, in words and never in scores.
export function reasonsOf({ progress, mood }: Pick<ProgramPair, 'progress' | 'mood'>): string[] {
  if (!progress) return []
  const { overdue, toLookAt, lookDays, open, done } = progress
  return [
    quiet(progress),
    ...(toLookAt > 0
      ? [
          `${toLookAt === 1 ? 'a version waits' : `${toLookAt} versions wait`} for a look${lookDays ? ` since ${days(lookDays)}` : ''}`,
        ]
      : []),
    ...(overdue > 0 ? [overdue === 1 ? 'one task is past its day' : `${overdue} tasks are past their day`] : []),
    ...(mood === null ? [] : [`they say ${mood} of 5`]),
    `${done} done, ${open} open`,
  ]
}

type Step = { says: string; to: 'mentor' | 'participant' | 'both'; words: string }

// INS-2: one step that would help, with words to begin from.
export const STEP: Record<Exclude<Progress['suggestion'], 'none'>, (pair: ProgramPair) => Step> = {
  talk: () => ({
    says: 'Ask both how they feel about it',
    to: 'both',
    words: 'How are the two of you getting on? I am here if it would help to talk.',
  }),
  'ask-for-a-look': ({ mentor, participant }) => ({
    says: `Ask ${mentor.name} for a look`,
    to: 'mentor',
    words: `${participant.name} is waiting for your eyes on their work. Five minutes and one sentence would do.`,
  }),
  'write-mentor': ({ mentor }) => ({
    says: `Ask ${mentor.name} how it goes`,
    to: 'mentor',
    words: 'It has been quiet for a while. Is there anything in the way?',
  }),
  'write-participant': ({ participant }) => ({
    says: `Ask ${participant.name} how it goes`,
    to: 'participant',
    words: 'It has been quiet for a while. Is there anything in the way?',
  }),
  'ask-about-the-day': ({ participant }) => ({
    says: `Ask ${participant.name} whether the day still fits`,
    to: 'participant',
    words: 'A task of yours is past its day. You can ask for more time on its page; nobody minds.',
  }),
  'ask-for-a-task': ({ mentor }) => ({
    says: `Ask ${mentor.name} what comes next`,
    to: 'mentor',
    words: 'The table is clear. What could the two of you try next?',
  }),
}
