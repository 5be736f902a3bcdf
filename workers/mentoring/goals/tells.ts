import { words } from '#workers/notifications/kinds/words.ts'
import type { Happened, Tells } from '../timeline/words.ts'

const text = (value: unknown) => (typeof value === 'string' ? value : '')

const at = ({ subject }: Happened) => `/goals/${subject}`

export const goalTells: Tells = {
  'goal.set': (it) => ({ says: words`${it.who} set a goal: ${text(it.data.title)}`, opens: at(it) }),
  'goal.went-on': (it) => ({ says: words`${it.who} came a step further`, quotes: text(it.data.words), opens: at(it) }),
  'goal.saved-for': (it) => ({ says: words`What a goal takes is saved: ${text(it.data.name)}`, opens: at(it) }),
  'goal.reached': (it) => ({ says: words`${it.who} reached a goal: ${text(it.data.title)}`, opens: at(it) }),
  'goal.dropped': (it) => ({ says: words`${it.who} put a goal aside` }),
}
