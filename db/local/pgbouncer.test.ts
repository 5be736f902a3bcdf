import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasPgBouncer } from '#workers/local/left-out.ts'
import type { Postgres } from './embedded.ts'
import { startPgBouncer } from './pgbouncer.ts'
import type { RealPostgres } from './real-postgres.ts'
import { aBridge, aRealPostgres, type Bridged, failure, http, isRealPostgresHere, socket } from './testing.ts'

describe.skipIf(!isRealPostgresHere || !hasPgBouncer)('the bridge to PgBouncer in transaction mode', () => {
  let postgres: RealPostgres
  let pooler: Postgres
  let bridge: Bridged

  beforeAll(async () => {
    postgres = await aRealPostgres()
    const started = await startPgBouncer(postgres.url)
    if (!started) throw new Error('PgBouncer did not start.')
    pooler = started
    bridge = await aBridge({ databaseUrl: pooler.url })
  })
  afterAll(async () => {
    await bridge?.stop()
    await pooler?.stop()
    await postgres?.stop()
  })

  it('answers queries, batches and interactive transactions', async () => {
    const sql = http(bridge)
    expect((await sql`select ${1}::int as n`).rows).toEqual([{ n: 1 }])
    expect(await sql.transaction([sql`select 1`, sql`select 2`])).toHaveLength(2)
    expect(await failure(sql.transaction([sql`select 1`, sql`select 1 / 0`]))).toMatchObject({ code: '22012' })
    const pool = socket(bridge)
    const client = await pool.connect()
    await client.query('begin')
    expect((await client.query('select now() = now() as same')).rows).toEqual([{ same: true }])
    await client.query('commit')
    client.release()
    await pool.end()
  })

  it('leaves a database that restarts behind it to recover by itself', async () => {
    const sql = http(bridge)
    await postgres.kill()
    await failure(sql`select 1`)
    await postgres.start()
    await expect
      .poll(() => sql`select 1 as one`.catch(() => undefined), { timeout: 8_000 })
      .toMatchObject({ rowCount: 1 })
  })
})
