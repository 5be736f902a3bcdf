import { words } from '#workers/notifications/kinds/words.ts'
import type { Tells } from '../timeline/words.ts'

const text = (value: unknown) => (typeof value === 'string' ? value : '')

const some = (value: unknown, of: string) => (Number(value) > 0 ? [`${value} ${of}`] : [])

// "2 new, 1 changed"
export const whatChanged = (data: Record<string, unknown>) =>
  [...some(data.fresh, 'new'), ...some(data.changed, 'changed'), ...some(data.gone, 'dropped')].join(', ')

export const planTells: Tells = {
  'plan.laid-out': ({ data }) => ({ says: words`The plan of ${text(data.program)} lies before the two of you` }),
  'plan.changed': ({ data }) => ({ says: words`The plan of ${text(data.program)} changed: ${whatChanged(data)}` }),
  'survey.due': ({ data }) => ({
    says: words`It is time for a few questions: ${text(data.title)}`,
    opens: `/surveys/${text(data.item)}?pair=${text(data.pair)}`,
  }),
  'pair.reminded': ({ who }) => ({ says: words`${who} asked how it goes` }),
}
