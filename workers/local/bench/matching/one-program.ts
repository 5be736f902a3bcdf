import { Worker } from 'node:worker_threads'
import { newId } from '#db/id.ts'
import { pairings } from '#db/schema/mentoring/pairings.ts'
import { programs } from '#db/schema/mentoring/programs.ts'
import { RULES_AT_FIRST } from '#workers/matching/programs/inputs.ts'
import { pairProgram } from '#workers/matching/programs/running.ts'
import { takeRubbishAway } from './solving.ts'
import type { Table } from './table.ts'
import { aTown, type Town } from './town.ts'

// A program as large as organisers may pair in one go, through the product: written down, read, paired, told and kept.
export async function oneProgram(isQuick: boolean): Promise<Table> {
  // The largest comes first, for what it takes of memory the others only use again.
  const sizes = isQuick ? [200, 100] : [2_000, 600, 200]
  const town = await aTown(isQuick ? 2_000 : 20_000)
  const rows: Row[] = []
  try {
    for (const participants of sizes) rows.push(await measured(town, participants))
  } finally {
    await town.leave()
  }
  const { cpu, slowest, megabytes, proof } = rows[0] ?? NOTHING
  return {
    title: 'A program through the product, half as many mentors as participants',
    head: ['participants', 'pairs', 'our CPU s', 'slowest statement s', 'MB more', 'gap'],
    rows: rows.map((row, at) => [
      row.participants,
      (row.participants * row.participants) / 2,
      row.cpu,
      row.slowest,
      at === 0 ? row.megabytes : '',
      row.proof,
    ]),
    reached: isQuick ? undefined : cpu <= 30 && slowest <= 5 && megabytes <= 100 && proof === 0,
    remark: 'one job: 30 s of our CPU, 5 s a statement, 100 MB more than before it, proved',
  }
}

type Row = Record<'participants' | 'cpu' | 'slowest' | 'megabytes' | 'proof', number>
const NOTHING: Row = { participants: 0, cpu: 0, slowest: 0, megabytes: 0, proof: 1 }

async function measured(town: Town, participants: number): Promise<Row> {
  const id = await aWaitingProgram(town, participants)
  const memory = await watchMemory()
  const before = process.cpuUsage()
  const slowest = await slowestStatement(town, () => pairProgram(town.ctx, { id }))
  const spent = process.cpuUsage(before)
  const megabytes = await memory.more()
  const { rows } = await town.client.query(
    `select (found -> 'proof' ->> 'gap')::int as gap from pairings where id = $1`,
    [id],
  )
  return { participants, cpu: (spent.user + spent.system) / 1e6, slowest, megabytes, proof: rows[0]?.gap ?? Number.NaN }
}

// Everybody was accepted, and every mentor has two places.
async function aWaitingProgram({ ctx: { db }, client }: Town, participants: number): Promise<string> {
  const [programId, id] = [newId(), newId()]
  const { rows } = await client.query(`select id from members where handle = 'town-1'`)
  const about = { name: 'Great', summary: 'Great', consent: 'Yes', startsOn: '2026-12-01', endsOn: '2027-06-01' }
  await db.insert(programs).values({ id: programId, slug: `great-${participants}`, state: 'open', ...about })
  await client.query(
    `with mentors as (update members set roles = array['participant', 'mentor'] where id in (
        select id from members where handle like 'town-%' and substr(handle, 6)::int % 4 = 0 order by handle limit $3) returning id),
      seats as (update availability set mentees_at_most = 2, paused_until = null where member_id in (select id from mentors)),
      learners as (select id from members where handle like 'town-%' and substr(handle, 6)::int % 4 = 1 order by handle limit $2)
    insert into program_applications (id, program_id, member_id, part, state, form, answers, decided_at)
    select gen_random_uuid(), $1, id, part, 'accepted', '[]', '{}', now()
    from (select id, 'mentor' as part from mentors union all select id, 'participant' from learners) taking`,
    [programId, participants, participants / 2],
  )
  const rules = { ...RULES_AT_FIRST, asksOthers: false, bonds: [], choices: [], settled: [] }
  await db.insert(pairings).values({ id, programId, madeById: rows[0].id, seed: 5, rules })
  return id
}

async function slowestStatement({ client }: Town, work: () => Promise<unknown>): Promise<number> {
  const asking: (...asked: unknown[]) => Promise<unknown> = client.query.bind(client)
  let slowest = 0
  const timed = async (...asked: unknown[]) => {
    const start = performance.now()
    const answer = await asking(...asked)
    slowest = Math.max(slowest, (performance.now() - start) / 1000)
    return answer
  }
  Object.assign(client, { query: timed })
  await work()
  Object.assign(client, { query: asking })
  return slowest
}

const WATCHING = `const { workerData } = require('node:worker_threads')
const most = new Int32Array(workerData)
setInterval(() => { most[0] = Math.max(most[0], process.memoryUsage.rss() / 1e5) }, 10)`

// How much more memory this process took at most: a second thread looks on, for the first is busy.
async function watchMemory() {
  takeRubbishAway()
  const most = new Int32Array(new SharedArrayBuffer(4))
  const watcher = new Worker(WATCHING, { eval: true, workerData: most.buffer })
  await new Promise((done) => watcher.once('online', done))
  const before = process.memoryUsage.rss() / 1e6
  return {
    async more() {
      await watcher.terminate()
      return Math.max(0, (most[0] ?? 0) / 10 - before)
    },
  }
}
