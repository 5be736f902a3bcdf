export type Range = { first: number; last: number }

// The one piece of a file that a player asks for. What is asked in several pieces or wrongly is given whole.
export function rangeOf(asked: Headers, { bytes }: { bytes: number }): Range | 'beyond' | undefined {
  const wish = /^bytes=(\d*)-(\d*)$/.exec(asked.get('Range') ?? '')
  if (!wish || asked.has('If-Range')) return undefined
  const [, from = '', to = ''] = wish
  if (from === '' && to === '') return undefined
  if (from === '') return lastOf(Number(to), bytes)
  const [first, last] = [Number(from), to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1)]
  if (first >= bytes) return 'beyond'
  return first <= last ? { first, last } : undefined
}

const lastOf = (length: number, bytes: number): Range | 'beyond' =>
  length === 0 ? 'beyond' : { first: Math.max(0, bytes - length), last: bytes - 1 }
