import { words } from '#workers/notifications/kinds/words.ts'
import type { Tells } from '../timeline/words.ts'

export const lookTells: Tells = {
  'look.taken': ({ who }) => ({ says: words`${who} will look at the version as a peer` }),
  'look.given-back': ({ who }) => ({ says: words`${who} gave a look back; somebody else may take it` }),
  'look.given': ({ who }) => ({ says: words`${who} looked at the version, before its mentor does` }),
  'look.skipped': ({ who, data }) => ({
    says: words`${who} did not wait for the first look, and looks now`,
    quotes: typeof data.reason === 'string' ? data.reason : '',
  }),
  'look.handed-on': () => ({ says: words`A first look was not finished in time: the mentor looks now` }),
}
