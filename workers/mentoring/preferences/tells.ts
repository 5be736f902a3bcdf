import { words } from '#workers/notifications/kinds/words.ts'
import type { Tells } from '../timeline/words.ts'

export const preferenceTells: Tells = {
  'preference.said': ({ who }) => ({ says: words`${who} compared two versions` }),
}
