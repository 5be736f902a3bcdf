import { words } from '#workers/notifications/kinds/words.ts'
import type { Happened, Tells } from '../timeline/words.ts'

const text = (value: unknown) => (typeof value === 'string' ? value : '')

const at = ({ subject }: Happened) => `/tasks/${subject}`

export const taskTells: Tells = {
  'task.set': (it) => ({ says: words`${it.who} set a task: ${text(it.data.title)}`, opens: at(it) }),
  'task.accepted': (it) => ({ says: words`${it.who} took the task on`, opens: at(it) }),
  'task.handed-in': (it) => ({ says: words`${it.who} handed in a version`, quotes: text(it.data.note), opens: at(it) }),
  'task.dropped': (it) => ({ says: words`${it.who} dropped a task`, opens: at(it) }),
  'task.time-asked': ({ who, data }) => ({
    says: words`${who} asked for time until ${text(data.until)}`,
    quotes: text(data.reason),
  }),
  'task.time-granted': ({ who }) => ({ says: words`${who} gave more time` }),
  'task.time-refused': ({ who }) => ({ says: words`${who} kept to the day` }),
}
