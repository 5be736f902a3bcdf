import type { Shelf } from '../shelf.ts'

// Answers are copies, with what `expand[]` names put in whole: `payment_intent.latest_charge`.
export function shown(shelf: Shelf, object: object, paths: string[]): object {
  const copy: Record<string, unknown> = structuredClone(object) as never
  for (const path of paths) open(shelf, copy, path.split('.'))
  return copy
}

function open(shelf: Shelf, within: Record<string, unknown>, [name = '', ...rest]: string[]) {
  const inner = within[name]
  const whole = typeof inner === 'string' ? found(shelf, inner) : inner
  if (typeof whole !== 'object' || whole === null) return
  const copy = structuredClone(whole)
  within[name] = copy
  if (rest.length === 0) return
  for (const one of Array.isArray(copy) ? copy : [copy]) open(shelf, one as Record<string, unknown>, rest)
}

const found = ({ stripe }: Shelf, id: string): object | undefined =>
  stripe.intents[id] ?? stripe.charges[id] ?? stripe.balance[id] ?? stripe.transfers[id] ?? stripe.refunds[id]

export function listOf(url: string, all: object[], query: URLSearchParams) {
  const limit = Number(query.get('limit') ?? 10)
  const after = query.get('starting_after')
  const newest = all.toReversed()
  const from = after ? newest.findIndex((one) => 'id' in one && one.id === after) + 1 : 0
  return { object: 'list', url, has_more: newest.length > from + limit, data: newest.slice(from, from + limit) }
}
