import { words } from '#workers/notifications/kinds/words.ts'
import type { Tells } from '../timeline/words.ts'

const text = (value: unknown) => (typeof value === 'string' ? value : '')

export const circleTells: Tells = {
  'circle.joined': ({ who, data }) => ({
    says: words`${who} made this a part of a circle`,
    ...(text(data.circle) && { opens: `/circles/${text(data.circle)}` }),
  }),
  'version.shown': ({ who }) => ({ says: words`${who} shows a version to the circle` }),
  'version.taken-back': ({ who }) => ({ says: words`${who} took a version back from the circle` }),
  'circle.left': ({ who }) => ({ says: words`${who} took it out of the circle` }),
}
