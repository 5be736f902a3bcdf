import { parentPort, workerData } from 'node:worker_threads'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Ctx } from '#workers/lib/context.ts'
import { learnHead } from '#workers/matching/nights/learning.ts'
import type { ThreadAsked, ThreadTold } from './night.ts'

const { url, head, night }: ThreadAsked = workerData
const client = new pg.Client({ connectionString: url })
await client.connect()
const ctx = {
  ...{ db: drizzle({ client, casing: 'snake_case' }), now: new Date() },
  env: { JOBS: { send: async () => {} } },
} as unknown as Ctx
await client.query('delete from learning_nights where head = $1', [head])
const [start, before] = [performance.now(), process.threadCpuUsage()]
await learnHead(ctx, { night, head })
const spent = process.threadCpuUsage(before)
const { rows } = await client.query(`select learned ->> 'outcomes' as outcomes from learning_nights where head = $1`, [
  head,
])
await client.end()
const told: ThreadTold = {
  ...{ outcomes: Number(rows[0]?.outcomes), seconds: (performance.now() - start) / 1000 },
  cpu: (spent.user + spent.system) / 1e6,
}
parentPort?.postMessage(told)
