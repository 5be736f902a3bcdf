export type Line = { is: 'same' | 'gone' | 'new' | 'skipped'; text: string }

// Beyond this, what lies between the same beginning and the same end counts as written anew.
const MOST_CELLS = 250_000
const AROUND = 2

// A text line by line: what stayed around a change, what went and what came.
export function linesBetween(was: string, is: string): Line[] {
  const [before, after] = [was.split('\n'), is.split('\n')]
  const start = sameFrom(before, after)
  const end = sameFrom(before.slice(start).reverse(), after.slice(start).reverse())
  return shortened([
    ...before.slice(0, start).map(as('same')),
    ...changed(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map(as('same')),
  ])
}

const as = (is: Line['is']) => (text: string) => ({ is, text })

function sameFrom(one: string[], other: string[]): number {
  const n = one.findIndex((line, at) => line !== other[at])
  return n < 0 ? one.length : n
}

function changed(before: string[], after: string[]): Line[] {
  if (before.length * after.length > MOST_CELLS) return [...before.map(as('gone')), ...after.map(as('new'))]
  const common = commonTo(before, after)
  const lines: Line[] = []
  let [b, a] = [0, 0]
  while (b < before.length || a < after.length) {
    if (b < before.length && before[b] === after[a]) {
      lines.push({ is: 'same', text: before[b] ?? '' })
      b += 1
      a += 1
    } else if (b < before.length && (a === after.length || at(common, b + 1, a) >= at(common, b, a + 1)))
      lines.push({ is: 'gone', text: before[b++] ?? '' })
    else lines.push({ is: 'new', text: after[a++] ?? '' })
  }
  return lines
}

const at = (table: number[][], b: number, a: number) => table[b]?.[a] ?? 0

// How many lines two ends have in common at most, for every pair of ends.
function commonTo(before: string[], after: string[]): number[][] {
  const table: number[][] = [...before, ''].map(() => new Array<number>(after.length + 1).fill(0))
  for (let b = before.length - 1; b >= 0; b--)
    for (let a = after.length - 1; a >= 0; a--) {
      const row = table[b] ?? []
      row[a] = before[b] === after[a] ? at(table, b + 1, a + 1) + 1 : Math.max(at(table, b + 1, a), at(table, b, a + 1))
    }
  return table
}

function shortened(lines: Line[]): Line[] {
  const isNear = lines.map((_, n) =>
    lines.slice(Math.max(0, n - AROUND), n + AROUND + 1).some(({ is }) => is !== 'same'),
  )
  return lines.flatMap((line, n): Line[] => {
    if (isNear[n]) return [line]
    return n === 0 || isNear[n - 1] ? [{ is: 'skipped', text: '' }] : []
  })
}
