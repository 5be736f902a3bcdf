import { words } from '#workers/notifications/kinds/words.ts'
import type { Tells } from '../timeline/words.ts'

export const requestTells: Tells = {
  'mentorship.began': ({ who }) => ({ says: words`${who} said yes, and the two began` }),
}
