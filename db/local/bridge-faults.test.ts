import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RealPostgres } from './real-postgres.ts'
import {
  aBridge,
  aClient,
  active,
  aRealPostgres,
  type Bridged,
  failure,
  http,
  isRealPostgresHere,
  post,
  socket,
  terminateAll,
  untilActive,
} from './testing.ts'

const unavailable = /Server error \(HTTP status 500\).*Couldn't connect/

describe.skipIf(!isRealPostgresHere)('the bridge to a Postgres in trouble', () => {
  let postgres: RealPostgres
  let bridge: Bridged

  beforeAll(async () => {
    postgres = await aRealPostgres()
  })
  beforeEach(async () => {
    await postgres.start()
    bridge = await aBridge({ databaseUrl: postgres.url })
  })
  afterEach(() => bridge.stop())
  afterAll(() => postgres?.stop())

  it('F1 says within three seconds that a stopped database is not there, and recovers by itself', async () => {
    const sql = http(bridge)
    await sql`select 1`
    await postgres.kill()
    const since = Date.now()
    const refused = await Promise.all(Array.from({ length: 40 }, () => failure(sql`select 1`)))
    expect(Date.now() - since).toBeLessThan(3_000)
    for (const { message } of refused) expect(message).toMatch(unavailable)
    await postgres.start()
    expect((await sql`select 1 as one`).rows).toEqual([{ one: 1 }])
  })

  it('F1 tells a WebSocket client the same', async () => {
    await postgres.kill()
    const pool = socket(bridge)
    expect(await failure(pool.query('select 1'))).toMatchObject({
      code: 'XX000',
      message: "Couldn't connect to compute node",
    })
    await postgres.start()
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await pool.end()
  })

  it('F2 answers 400 without a code when the database dies during a query, and keeps nothing of it', async () => {
    const sql = http(bridge)
    await sql`create table kept (n int)`
    const cut = failure(sql.transaction([sql`insert into kept values (1)`, sql`select pg_sleep(20)`]))
    await untilActive(postgres, 'pg_sleep')
    await postgres.kill()
    expect((await cut).code).toMatch(/^(57P02|)$/)
    await postgres.start()
    expect((await sql`select * from kept`).rows).toEqual([])
  })

  it('F2 ends the WebSocket when the database dies in the middle of a transaction', async () => {
    const pool = socket(bridge)
    const client = await pool.connect()
    client.on('error', () => {})
    await client.query('begin')
    await postgres.kill()
    expect((await failure(client.query('select 1'))).message).toMatch(/terminat|connection error/i)
    client.release(true)
    await pool.end()
  })

  it('F4 passes on 57P01 to whoever was asking, and the next query works', async () => {
    const sql = http(bridge)
    const asked = Array.from({ length: 10 }, () => failure(sql`select pg_sleep(20)`))
    await untilActive(postgres, 'pg_sleep', 10)
    await terminateAll(postgres)
    for (const failed of await Promise.all(asked)) expect(failed).toMatchObject({ code: '57P01', severity: 'FATAL' })
    expect((await sql`select 1 as one`).rows).toEqual([{ one: 1 }])
  })

  it('F4 keeps answering while all connections are ended again and again', async () => {
    const sql = http(bridge)
    let asking = true
    const askers = Array.from({ length: 8 }, async () => {
      const codes = new Set<unknown>()
      while (asking) await sql`select 1`.catch((error: { code?: string }) => codes.add(error.code))
      return codes
    })
    for (let time = 0; time < 10; time += 1) {
      await wait(30)
      await terminateAll(postgres)
    }
    asking = false
    const codes = new Set((await Promise.all(askers)).flatMap((each) => [...each]))
    expect([...codes].filter((code) => code !== '57P01' && code !== '')).toEqual([])
    expect((await sql`select 1 as one`).rows).toEqual([{ one: 1 }])
  })

  it('F5 says at once that there are too many connections, and leaks none', async () => {
    const owner = await aClient(postgres)
    await owner.query('create role few login connection limit 3')
    const limited = await aBridge({ databaseUrl: postgres.url.replace('postgres@', 'few@') })
    const since = Date.now()
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => post(limited, { query: 'select pg_sleep(0.3)' })),
    )
    expect(Date.now() - since).toBeLessThan(2_000)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
    const refused = answers.find(({ status }) => status === 500)
    expect(refused?.body).toMatchObject({ code: '53300', severity: 'FATAL' })
    const count = async () =>
      Number((await owner.query(`select count(*) from pg_stat_activity where usename = 'few'`)).rows[0].count)
    await expect.poll(count, { timeout: 10_000 }).toBe(0)
    await limited.stop()
    await owner.end()
  })

  it('F7 passes on 57014 when a query takes longer than the time limit', async () => {
    const hasty = await aBridge({ databaseUrl: postgres.url, statementTimeoutMs: 100 })
    expect(await failure(http(hasty)`select pg_sleep(5)`)).toMatchObject({ code: '57014' })
    await hasty.stop()
  })

  it('F8 waits for a database that is just starting', async () => {
    await postgres.kill()
    const asked = [http(bridge)`select 1 as one`, socket(bridge).query('select 1 as one')]
    await wait(800)
    await postgres.start()
    for (const { rows } of await Promise.all(asked)) expect(rows).toEqual([{ one: 1 }])
  })

  it('cancels the query of an HTTP client that left', async () => {
    await leaveDuring(bridge, { query: 'select pg_sleep(30)' }, postgres)
    await leaveDuring(bridge, { queries: [{ query: 'select 1' }, { query: 'select pg_sleep(30)' }] }, postgres)
    expect((await http(bridge)`select 1 as one`).rows).toEqual([{ one: 1 }])
  })

  it('lets waiting clients leave the queue', async () => {
    const sleeping = Array.from({ length: 20 }, () => post(bridge, { query: 'select pg_sleep(0.5)' }))
    await untilActive(postgres, 'pg_sleep', 20)
    const gone = AbortSignal.timeout(50)
    await expect(ask(bridge, { query: 'select pg_sleep(30)' }, gone)).rejects.toThrow()
    await Promise.all(sleeping)
    await expect.poll(() => active(postgres, 'pg_sleep')).toBe(0)
  })
})

async function leaveDuring(bridge: Bridged, body: unknown, postgres: RealPostgres): Promise<void> {
  const leaving = new AbortController()
  const asked = ask(bridge, body, leaving.signal)
  await untilActive(postgres, 'pg_sleep')
  leaving.abort()
  await expect(asked).rejects.toThrow()
  await expect.poll(() => active(postgres, 'pg_sleep'), { timeout: 1_500 }).toBe(0)
}

function ask({ port }: Bridged, body: unknown, signal: AbortSignal): Promise<Response> {
  const headers = { 'Neon-Connection-String': 'postgres://postgres@localhost/postgres' }
  return fetch(`http://127.0.0.1:${port}/sql`, { method: 'POST', body: JSON.stringify(body), headers, signal })
}
