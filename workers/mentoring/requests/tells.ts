import { words } from '#workers/notifications/kinds/words.ts'
import type { Tells } from '../timeline/words.ts'

export const requestTells: Tells = {
  'mentorship.began': ({ who, data }) => ({
    says: data.paired ? words`${who} brought the two of you together` : words`${who} said yes, and the two began`,
  }),
}
