import { readSuggestions } from '#workers/matching/recommendations/recommendations.ts'
import { recommend } from '#workers/matching/recommendations/recommending.ts'
import { slopeOf } from './lines.ts'
import { heap, takeRubbishAway } from './solving.ts'
import type { Table } from './table.ts'
import { aTown, type Town } from './town.ts'

const WARM = 10
const TIMES = 30

// T12: looking anew for one member of a town; our work by the processor's clock, the database's by its own. What it makes
// in memory, and leaves to be taken away, is counted from a clean start.
export async function oneRefresh(isQuick: boolean): Promise<Table> {
  const sizes = isQuick ? [300, 1_000] : [1_000, 10_000, 100_000]
  const rows: Row[] = []
  for (const members of sizes) rows.push(await measured(members))
  const slope = (of: (row: Row) => number) => slopeOf(rows.map((row) => [Math.log(row.members), Math.log(of(row))]))
  const { cpu, trips, shownIn } = rows.at(-1) ?? { cpu: Number.POSITIVE_INFINITY, trips: 0, shownIn: 0 }
  return {
    title: `T12 looking anew for one member, the middle of ${TIMES}`,
    head: ['members', 'our CPU ms', 'all of it ms', 'database ms', 'trips', 'trips that show it', 'MB more'],
    rows: [
      ...rows.map((row) => [row.members, row.cpu, row.wall, row.database, row.trips, row.shownIn, row.megabytes]),
      [
        ...['slope by members', slope((row) => row.cpu), slope((row) => row.wall), slope((row) => row.database)],
        ...['', '', slope((row) => row.megabytes)],
      ],
    ],
    reached: isQuick ? undefined : cpu <= 60 && trips === 2 && shownIn === 1,
    remark: '60 ms of our CPU among 100,000, read and written in a round trip each, shown in one',
  }
}

type Row = Record<'members' | 'cpu' | 'wall' | 'database' | 'trips' | 'shownIn' | 'megabytes', number>

async function measured(members: number): Promise<Row> {
  const town = await aTown(members)
  try {
    const { rows }: { rows: { id: string }[] } = await town.client.query(
      `select id from members where handle like 'town-%' order by md5(id::text) limit ${WARM + TIMES}`,
    )
    const [first] = rows
    const took = []
    for (const { id } of rows) took.push(await once(town, id))
    const counted = took.slice(WARM)
    return {
      members,
      cpu: middle(counted.map(({ cpu }) => cpu)),
      wall: middle(counted.map(({ wall }) => wall)),
      database: middle(counted.map(({ database }) => database)),
      megabytes: middle(counted.map(({ megabytes }) => megabytes)),
      trips: Math.max(...counted.map(({ trips }) => trips)),
      shownIn: await tripsToShow(town, first?.id ?? ''),
    }
  } finally {
    await town.leave()
  }
}

async function once(town: Town, id: string) {
  town.asked.length = 0
  takeRubbishAway()
  const held = heap()
  const [start, before] = [performance.now(), process.cpuUsage()]
  await recommend(town.ctx, { id })
  const [spent, wall] = [process.cpuUsage(before), performance.now() - start]
  const [trips, megabytes] = [town.asked.length, heap() - held]
  return { megabytes, cpu: (spent.user + spent.system) / 1000, wall, trips, database: await readingTime(town) }
}

// What Postgres itself says the reading took, asked for once more.
async function readingTime({ client, asked }: Town): Promise<number> {
  const [reading] = asked
  if (!reading) return 0
  const { rows } = await client.query(`explain (analyze, format json) ${reading.text}`, reading.params)
  return Number(rows[0]['QUERY PLAN'][0]['Execution Time'])
}

async function tripsToShow(town: Town, id: string): Promise<number> {
  // Whoever saw theirs before sends no message about it.
  await town.client.query('update match_runs set seen_at = now()')
  town.asked.length = 0
  await readSuggestions({ ...town.ctx, member: { id } } as never, { for: 'mentor' }, () => {})
  return town.asked.length
}

const middle = (numbers: number[]) => numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? 0
