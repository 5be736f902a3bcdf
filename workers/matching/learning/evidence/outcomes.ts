// One pair at one moment: what was known of it then, and whether what is asked about came to be. No two have the same id.
export type Outcome = {
  id: string
  asker: string
  asked: string
  known: Float64Array
  happened: boolean
  weight: number
}

// The same, row after row, in the order of their ids: sums of fractions then come out alike however they arrive.
export type Table = {
  many: number
  width: number
  rows: Float64Array
  happened: Float64Array
  weights: Float64Array
  askers: Side
  asked: Side
}

// Which member each row is about, by their place among the names.
export type Side = { names: string[]; of: Int32Array }

export function tableOf(outcomes: Outcome[], width: number): Table {
  const sorted = inOrder(outcomes)
  const rows = new Float64Array(sorted.length * width)
  sorted.forEach(({ known }, at) => {
    rows.set(known, at * width)
  })
  return {
    many: sorted.length,
    width,
    rows,
    happened: Float64Array.from(sorted, ({ happened }) => (happened ? 1 : 0)),
    weights: Float64Array.from(sorted, ({ weight }) => weight),
    askers: sideOf(sorted.map(({ asker }) => asker)),
    asked: sideOf(sorted.map(({ asked }) => asked)),
  }
}

export const inOrder = <T extends { id: string }>(some: T[]): T[] =>
  some.toSorted((one, other) => (one.id < other.id ? -1 : 1))

function sideOf(members: string[]): Side {
  const names = [...new Set(members)].sort()
  const places = new Map(names.map((name, at) => [name, at]))
  return { names, of: Int32Array.from(members, (member) => places.get(member) ?? 0) }
}
