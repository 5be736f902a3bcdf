import { aCommunity } from './community.ts'
import { slopeOf } from './lines.ts'
import { solved } from './solving.ts'
import type { Table } from './table.ts'

// How time and memory grow with the number of pairs: a slope of 1 is as fast as looking at every pair.
export function growth(isQuick: boolean): Table {
  const sizes = isQuick ? [200, 400, 800] : [1_250, 2_500, 5_000, 10_000]
  const rows = sizes.map((mentees) => {
    const { took, checked, megabytes } = solved(() => aCommunity(mentees, 0.4 * mentees))
    return [mentees, 0.4 * mentees, took.cpu, checked.cpu, megabytes] as const
  })
  const slope = (column: 2 | 3 | 4) => slopeOf(rows.map((row) => [Math.log(row[0] * row[1]), Math.log(row[column])]))
  return {
    title: 'Growth: solving with scoring, one core',
    head: ['mentees', 'mentors', 'solved CPU s', 'checked CPU s', 'MB more'],
    rows: [...rows.map((row) => [...row]), ['slope by pairs', '', slope(2), slope(3), slope(4)]],
  }
}
