import { words } from '#workers/notifications/kinds/words.ts'
import type { Tells } from '../timeline/words.ts'

const text = (value: unknown) => (typeof value === 'string' ? value : '')

export const testimonialTells: Tells = {
  'testimonial.given': ({ who, data }) => ({
    says: words`${who} wrote words that others may read`,
    quotes: text(data.words),
  }),
  'testimonial.shown': ({ who }) => ({ says: words`${who} shows these words on their profile` }),
  'testimonial.taken-down': ({ who }) => ({ says: words`${who} took the words down from their profile` }),
  'testimonial.withdrawn': ({ who }) => ({ says: words`${who} would rather not have their words shown any more` }),
}
