import { on, once } from 'node:events'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Postgres } from './embedded.ts'
import { aBridge, type Bridged, failure, kinds, socket } from './testing.ts'
import { ready, simpleQuery, startupMessage } from './wire/messages.ts'

describe.each(kinds)('the bridge to $name over WebSocket', ({ start }) => {
  let database: Postgres
  let bridge: Bridged
  let owner: Client

  beforeAll(async () => {
    database = await start()
    owner = new Client(database.url)
    await owner.connect()
    await owner.query(`create table seats (n int primary key, taken int not null default 0);
      insert into seats values (1); create role guildhall_app; grant select, insert, update on seats to guildhall_app`)
    bridge = await aBridge({ databaseUrl: database.url, role: 'guildhall_app', statementTimeoutMs: 5_000 })
  })
  afterAll(async () => {
    await owner?.end()
    await bridge?.stop()
    await database?.stop()
  })

  it('runs as the role and with the time limit it was given', async () => {
    const pool = socket(bridge)
    const { rows } = await pool.query(`select current_user::text as who, current_setting('statement_timeout') as most`)
    expect(rows).toEqual([{ who: 'guildhall_app', most: '5s' }])
    expect(await failure(pool.query('create table mine ()'))).toMatchObject({ code: '42501' })
    await pool.end()
  })

  it('keeps the transactions of ten clients apart', async () => {
    const pool = socket(bridge)
    await Promise.all(Array.from({ length: 10 }, () => takeSeats(pool, 5)))
    expect((await owner.query('select taken from seats where n = 1')).rows).toEqual([{ taken: 50 }])
    await pool.end()
  })

  it('shows nobody what a transaction has not committed', async () => {
    const pool = socket(bridge)
    const client = await pool.connect()
    await client.query('begin')
    await client.query('insert into seats values (2)')
    const seen = owner.query('select 1 from seats where n = 2')
    await client.query('rollback')
    client.release()
    expect((await seen).rows).toEqual([])
    await pool.end()
  })

  it('rolls back when the client drops in the middle of a transaction', async () => {
    const webSocket = new WebSocket(`ws://127.0.0.1:${bridge.port}/v2`)
    await once(webSocket, 'open')
    webSocket.send(startupMessage({ user: 'postgres', database: 'postgres' }))
    webSocket.send(simpleQuery('begin; insert into seats values (3)'))
    await inTransaction(webSocket)
    webSocket.terminate()
    await expect
      .poll(() => owner.query('insert into seats values (3) on conflict do nothing'))
      .toMatchObject({ rowCount: 1 })
  })

  it('goes on after a transaction failed', async () => {
    const pool = socket(bridge, 1)
    const client = await pool.connect()
    await client.query('begin')
    expect(await failure(client.query('insert into seats values (1)'))).toMatchObject({ constraint: 'seats_pkey' })
    expect(await failure(client.query('select 1'))).toMatchObject({ code: '25P02' })
    await client.query('rollback')
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    client.release()
    await pool.end()
  })

  it('keeps statements that two clients prepared under one name apart', async () => {
    const pool = socket(bridge, 2)
    const [first, second] = await Promise.all([pool.connect(), pool.connect()])
    expect((await first.query({ name: 'same', text: 'select 1 as n' })).rows).toEqual([{ n: 1 }])
    expect((await second.query({ name: 'same', text: 'select 2 as n' })).rows).toEqual([{ n: 2 }])
    expect((await first.query({ name: 'same', text: 'select 1 as n' })).rows).toEqual([{ n: 1 }])
    first.release()
    second.release()
    await pool.end()
  })

  it('carries ten megabytes there and back', async () => {
    const pool = socket(bridge)
    const large = 'x'.repeat(10_000_000)
    const { rows } = await pool.query('select $1::text as large', [large])
    expect(rows[0].large === large).toBe(true)
    await pool.end()
  })

  it('closes the database connection when the client ends', async () => {
    const pool = socket(bridge)
    await pool.query('select 1')
    await pool.end()
    expect((await owner.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })

  it('turns away web pages and other paths', async () => {
    expect(await statusOf(`ws://127.0.0.1:${bridge.port}/v2`, { origin: 'https://evil.test' })).toBe(403)
    expect(await statusOf(`ws://127.0.0.1:${bridge.port}/elsewhere`)).toBe(403)
  })
})

async function takeSeats(pool: ReturnType<typeof socket>, times: number): Promise<void> {
  const client = await pool.connect()
  for (let time = 0; time < times; time += 1) {
    await client.query('begin')
    const { rows } = await client.query('select taken from seats where n = 1 for update')
    await client.query('update seats set taken = $1 where n = 1', [rows[0].taken + 1])
    await client.query('commit')
  }
  client.release()
}

async function inTransaction(webSocket: WebSocket): Promise<void> {
  for await (const [bytes] of on(webSocket, 'message')) if (bytes.includes(ready('T'))) return
}

async function statusOf(url: string, options = {}): Promise<number | undefined> {
  const webSocket = new WebSocket(url, options)
  const [, response] = await once(webSocket, 'unexpected-response')
  return response.statusCode
}
