import { estimate } from '#workers/matching/learning/judging/estimating.ts'
import { loggedLists } from '#workers/matching/simulator/lists.ts'
import { meanOf } from './lines.ts'
import type { Table } from './table.ts'

const WAYS = [
  { name: 'IPS', way: 'ips' },
  { name: 'SNIPS', way: 'snips' },
  { name: 'doubly robust', way: 'doublyRobust' },
] as const

// T14: how often the truth of the long run lies between the ends that were told from a few lists.
export function estimates(isQuick: boolean): Table {
  const times = isQuick ? 100 : 1_000
  const { truth } = loggedLists(0, isQuick ? 100_000 : 1_000_000)
  const sizes = [400, 1_000, 4_000]
  const rows = sizes.flatMap((many) => {
    const found = Array.from({ length: times }, (_, at) => estimate(loggedLists(at + 1, many).logs))
    const told = found.flatMap((one) => ('refused' in one ? [] : [one]))
    return WAYS.map(({ name, way }) => {
      const covered = told.filter((one) => one[way].from <= truth && truth <= one[way].to).length
      const width = meanOf(told.map((one) => one[way].to - one[way].from))
      const effective = meanOf(told.map((one) => one.effective))
      return [many, name, effective, found.length - told.length, (100 * covered) / told.length, width] as const
    })
  })
  return {
    title: `T14 what another way of choosing would bring, ${times} times`,
    head: ['lists', 'estimator', 'effective', 'refused', '% that cover the truth', 'width'],
    rows: rows.map((row) => [...row]),
    reached: isQuick ? undefined : rows.every(([, , , , covered]) => covered >= 93),
    remark: 'members are witnesses once, however often they looked; below an effective 200 nothing is told',
  }
}
