import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Postgres } from './embedded.ts'
import { aBridge, artworksAndBookings, type Bridged, failure, http, kinds, post } from './testing.ts'

describe.each(kinds)('a query or a batch through the bridge to $name', ({ start }) => {
  let database: Postgres
  let bridge: Bridged
  let owner: Client

  beforeAll(async () => {
    database = await start()
    owner = new Client(database.url)
    await owner.connect()
    await owner.query(artworksAndBookings)
    bridge = await aBridge({ databaseUrl: database.url, role: 'guildhall_app', statementTimeoutMs: 5_000 })
  })
  afterAll(async () => {
    await owner?.end()
    await bridge?.stop()
    await database?.stop()
  })

  it('runs as the role and with the time limit it was given', async () => {
    const { rows } = await http(bridge)`select current_user::text as who, current_setting('statement_timeout') as most`
    expect(rows).toEqual([{ who: 'guildhall_app', most: '5s' }])
  })

  it('answers a batch as one transaction', async () => {
    const sql = http(bridge)
    const title = `batched ${randomUUID()}`
    const [first, second] = await sql.transaction([
      sql`insert into artworks values (${randomUUID()}, ${title}, 5)`,
      sql`select xmin::text = pg_current_xact_id()::text as same from artworks where title = ${title}`,
    ])
    expect(first).toMatchObject({ command: 'INSERT', rowCount: 1 })
    expect(second).toMatchObject({ rows: [{ same: true }] })
    expect(await sql.transaction([])).toEqual([])
  })

  it('keeps nothing of a batch that fails', async () => {
    const sql = http(bridge)
    const title = `half ${randomUUID()}`
    const insert = () => sql`insert into artworks values (${randomUUID()}, ${title}, 5)`
    expect(await failure(sql.transaction([insert(), insert(), sql`select 1`]))).toMatchObject({ code: '23505' })
    expect((await sql`select 1 from artworks where title = ${title}`).rows).toEqual([])
  })

  it('honours isolationLevel; isolationMode is a misspelling the driver ignores', async () => {
    const sql = http(bridge)
    const level = (options: object) =>
      sql.transaction([sql`show transaction_isolation`], options).then((all) => all[0]?.rows[0])
    expect(await level({ isolationLevel: 'Serializable' })).toEqual({ transaction_isolation: 'serializable' })
    expect(await level({ isolationLevel: 'RepeatableRead' })).toEqual({ transaction_isolation: 'repeatable read' })
    expect(await level({ isolationMode: 'Serializable' })).toEqual({ transaction_isolation: 'read committed' })
    const refused = await failure(level({ isolationLevel: 'Sometimes' }))
    expect(refused).toMatchObject({ message: 'invalid isolation level' })
  })

  it('refuses to write in a read-only batch', async () => {
    const sql = http(bridge)
    const writes = [sql`insert into bookings values (9, 'empty')`]
    expect(await failure(sql.transaction(writes, { readOnly: true }))).toMatchObject({ code: '25006' })
    const settings = { isolationLevel: 'Serializable', readOnly: true, deferrable: true } as const
    const [shown] = await sql.transaction([sql`show transaction_deferrable`], settings)
    expect(shown?.rows).toEqual([{ transaction_deferrable: 'on' }])
  })

  it('never keeps a transaction that a single query opened', async () => {
    await http(bridge).query('begin')
    await http(bridge)`insert into bookings values (77, 'empty')`
    const { rows } = await owner.query('select 1 from bookings where room = 77')
    expect(rows).toHaveLength(1)
  })

  it('refuses COPY FROM STDIN and goes on', async () => {
    const refused = await failure(http(bridge).query('copy artworks from stdin'))
    expect(refused.message).toMatch(/unexpected message|cannot COPY/)
    expect((await http(bridge)`select 1 as one`).rows).toEqual([{ one: 1 }])
  })

  it('refuses several statements in one query', async () => {
    expect(await failure(http(bridge).query('select 1; select 2'))).toMatchObject({ code: '42601' })
  })

  it('refuses a NUL byte in a value and in the query itself', async () => {
    expect(await failure(http(bridge)`select ${'a\0b'}::text`)).toMatchObject({ code: '22021' })
    expect(await failure(http(bridge).query('select 1\0; drop table artworks'))).toMatchObject({ code: '' })
    expect((await http(bridge)`select 1 as one`).rows).toEqual([{ one: 1 }])
  })

  it('carries ten megabytes there and back', async () => {
    const large = 'ä'.repeat(5_000_000)
    const { rows } = await http(bridge)`select ${large}::text as large, length(${large}) as length`
    expect(rows[0]?.length).toBe(5_000_000)
    expect(rows[0]?.large === large).toBe(true)
  })

  it('answers 400 to what is no query, 404 elsewhere, and 403 to web pages', async () => {
    expect(await post(bridge, '{')).toMatchObject({ status: 400, body: { code: '' } })
    expect(await post(bridge, { params: [] })).toMatchObject({ status: 400 })
    expect(await post(bridge, { query: 'select 1' }, { Origin: 'https://evil.test' })).toMatchObject({ status: 403 })
    expect(await post(bridge, { query: 'select 1' }, { 'Neon-Connection-String': '' })).toMatchObject({ status: 400 })
    expect((await fetch(`http://127.0.0.1:${bridge.port}/`)).status).toBe(404)
  })
})
