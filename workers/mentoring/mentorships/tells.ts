import { words } from '#workers/notifications/kinds/words.ts'
import type { Tells } from '../timeline/words.ts'

const ENDS: Record<string, string> = {
  'goal-reached': 'what they set out for is reached',
  'time-is-up': 'their time is up',
  'no-time': 'there is no time for it now',
  'not-a-fit': 'it was not a fit',
  'moved-on': 'it is time for something else',
  'changed-mentor': 'somebody else goes on with it',
  'went-quiet': 'it had gone quiet',
  answered: 'what was asked for once is answered',
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')

export const mentorshipTells: Tells = {
  'note.left': ({ who, data }) => ({ says: words`${who}`, quotes: text(data.words) }),
  'mentorship.paused': ({ who, data }) => ({ says: words`${who} paused the mentorship until ${text(data.until)}` }),
  'mentorship.resumed': ({ who }) => ({ says: words`${who} took it up again` }),
  'mentorship.quiet': () => ({ says: ['It had gone quiet, so somebody was reminded'] }),
  'mentorship.closed': ({ who, data }) => ({
    says: words`${who} closed the mentorship: ${ENDS[text(data.because)] ?? 'it ended'}`,
  }),
}
