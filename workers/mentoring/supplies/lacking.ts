import { constraintOf } from '#db/patience.ts'
import { conflict } from '#workers/lib/errors.ts'

const LACKING: Record<string, string> = {
  supplies_are_enough: 'There is not enough of it left. Approve a part, or buy more first. Nothing was changed.',
  resources_stock: 'There is not that much of it. Nothing was changed.',
  tools_are_free:
    'It is promised to somebody else on some of those days. The calendar shows which. Nothing was changed.',
  reservations_never_overlap: 'Somebody else was a moment faster on those days. Nothing was changed.',
  tools_are_lent_for_days:
    'There are tools in it, and a tool is lent for days: this request tells none. Nothing was changed.',
}

export const isLacking = (error: unknown) => Object.hasOwn(LACKING, constraintOf(error) ?? '')

// Where Postgres would break a promise to keep another, a sentence says which.
export function sayWhatLacks(error: unknown): never {
  const words = LACKING[constraintOf(error) ?? '']
  if (!words) throw error
  throw conflict(words, 'not_enough')
}
