import { words } from '#workers/notifications/kinds/words.ts'
import type { Tells } from '../timeline/words.ts'

export const changeTells: Tells = {
  'mentorship.handed-over': () => ({ says: words`What was still open with the mentor before came along` }),
}
