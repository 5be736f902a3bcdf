export type Part = { is: 'same' | 'gone' | 'new'; words: string }

const MOST = 250_000

// Paragraph by paragraph, what one text has and the other has not, in reading order.
export function differences(before: string, after: string): Part[] {
  const [one, other] = [paragraphsOf(before), paragraphsOf(after)]
  const start = sameAtStart(one, other)
  const end = sameAtStart(one.slice(start).reverse(), other.slice(start).reverse())
  return [
    ...as('same', one.slice(0, start)),
    ...between(one.slice(start, one.length - end), other.slice(start, other.length - end)),
    ...as('same', one.slice(one.length - end)),
  ]
}

const paragraphsOf = (text: string) => text.split(/\n{2,}/).filter((paragraph) => paragraph.trim())

const as = (is: Part['is'], all: string[]): Part[] => all.map((words) => ({ is, words }))

function sameAtStart(one: string[], other: string[]): number {
  const differs = one.findIndex((words, n) => words !== other[n])
  return differs < 0 ? one.length : differs
}

// Texts that are too long to compare are told one after the other.
function between(one: string[], other: string[]): Part[] {
  if (one.length * other.length > MOST) return [...as('gone', one), ...as('new', other)]
  const shared = longestShared(one, other)
  const sharedFrom = (n: number, m: number) => shared[n]?.[m] ?? -1
  const parts: Part[] = []
  for (let [n, m] = [0, 0]; n < one.length || m < other.length; ) {
    const is =
      n < one.length && one[n] === other[m] ? 'same' : sharedFrom(n + 1, m) >= sharedFrom(n, m + 1) ? 'gone' : 'new'
    parts.push({ is, words: (is === 'new' ? other[m] : one[n]) ?? '' })
    if (is !== 'new') n++
    if (is !== 'gone') m++
  }
  return parts
}

// How many paragraphs the rests of both have in common, from each place of one and the other.
function longestShared(one: string[], other: string[]): number[][] {
  const shared = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0))
  for (let n = one.length - 1; n >= 0; n--)
    for (let m = other.length - 1; m >= 0; m--) {
      const row = shared[n] ?? []
      row[m] =
        one[n] === other[m] ? (shared[n + 1]?.[m + 1] ?? 0) + 1 : Math.max(shared[n + 1]?.[m] ?? 0, row[m + 1] ?? 0)
    }
  return shared
}
