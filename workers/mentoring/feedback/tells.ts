import { words } from '#workers/notifications/kinds/words.ts'
import type { Tells } from '../timeline/words.ts'

const ANSWER: Record<string, string> = {
  keep: 'is kept',
  change: 'changes the next version',
  'next-task': 'is for a next task',
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')

export const feedbackTells: Tells = {
  'feedback.given': ({ who, data }) => ({
    says:
      data.verdict === 'accepted'
        ? words`${who} looked at it: done`
        : words`${who} looked at it and asks for one more version`,
    quotes: text(data.nextStep),
  }),
  'comment.answered': ({ who, data }) => ({
    says: words`${who} answered a comment: it ${ANSWER[text(data.answer)] ?? 'is noted'}`,
  }),
}
