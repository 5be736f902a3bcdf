import { connect } from 'node:net'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Postgres, startEmbedded } from './embedded.ts'
import { aClient, failure } from './testing.ts'
import { message, startupMessage } from './wire/messages.ts'

describe('the embedded Postgres', () => {
  let postgres: Postgres
  let pool: Pool

  beforeAll(async () => {
    postgres = await startEmbedded({ idleTransactionMs: 300 })
    pool = new Pool({ connectionString: postgres.url, max: 20 })
    await pool.query('create table notes (n int primary key, words text)')
    await pool.query('create role guest; grant select on notes to guest')
  })
  afterAll(async () => {
    await pool?.end()
    await postgres?.stop()
  })

  it('has the extensions the product needs', async () => {
    for (const name of ['btree_gist', 'citext', 'pg_trgm', 'unaccent']) await pool.query(`create extension ${name}`)
    const { rows } = await pool.query(`select unaccent('Häuser') as plain, similarity('word', 'words') > 0.5 as near`)
    expect(rows).toEqual([{ plain: 'Hauser', near: true }])
  })

  // The Worker says goodbye and waits: what its database never hangs up on, its queue never sees finished.
  it('hangs up when a client says goodbye', async () => {
    const { hostname, port } = new URL(postgres.url)
    const socket = connect(Number(port), hostname)
    const ended = new Promise((resolve) => socket.once('close', () => resolve('hung up')))
    socket.write(startupMessage({ user: 'postgres', database: 'postgres' }))
    socket.once('data', () => socket.write(message('X')))
    expect(await ended).toBe('hung up')
  })

  it('answers twenty clients at once, each with its own answer', async () => {
    const ask = async (who: number) => {
      for (let time = 0; time < 20; time += 1) {
        const { rows } = await pool.query('select $1::int as who, $2::text as words', [who, 'x'.repeat(who * 50)])
        expect(rows).toEqual([{ who, words: 'x'.repeat(who * 50) }])
      }
    }
    await Promise.all(Array.from({ length: 20 }, (_, who) => ask(who)))
  })

  it('lets nobody into the transaction of another client', async () => {
    const client = await pool.connect()
    await client.query('begin')
    await client.query(`insert into notes values (1, 'not yet')`)
    const seen = pool.query('select words from notes where n = 1')
    await client.query(`update notes set words = 'done' where n = 1`)
    await client.query('commit')
    client.release()
    expect((await seen).rows).toEqual([{ words: 'done' }])
  })

  it('keeps a failed transaction with the client that made it', async () => {
    const client = await pool.connect()
    await client.query('begin')
    expect(await failure(client.query('select 1 / 0'))).toMatchObject({ code: '22012' })
    const others = pool.query('select 1 as one')
    expect(await failure(client.query('select 1'))).toMatchObject({ code: '25P02' })
    await client.query('rollback')
    client.release()
    expect((await others).rows).toEqual([{ one: 1 }])
  })

  it('rolls back for a client that drops, even after its transaction failed', async () => {
    for (const last of [`insert into notes values (2, 'lost')`, 'select 1 / 0']) {
      const client = await aClient(postgres)
      await client.query('begin')
      await client.query(last).catch(() => {})
      client.connection.stream.destroy()
      expect((await pool.query('select * from notes where n = 2')).rows).toEqual([])
    }
  })

  it('ends a transaction that makes others wait for nothing', async () => {
    const sleeper = await aClient(postgres)
    await sleeper.query('begin')
    await sleeper.query(`insert into notes values (3, 'never committed')`)
    expect((await pool.query('select * from notes where n = 3')).rows).toEqual([])
    expect((await failure(sleeper.query('commit'))).message).toMatch(/idle-in-transaction|terminated|not queryable/)
  })

  it('gives every connection its own role and settings, and takes them away again', async () => {
    const guest = await aClient(postgres, '-c role=guest -c statement_timeout=5s -c my.word=a\\ b')
    const shown = `select current_user::text as who, current_setting('statement_timeout') as most`
    expect((await guest.query(shown)).rows).toEqual([{ who: 'guest', most: '5s' }])
    expect((await pool.query(shown)).rows).toEqual([{ who: 'postgres', most: '0' }])
    expect((await guest.query(`select current_setting('my.word') as word`)).rows).toEqual([{ word: 'a b' }])
    expect(await failure(guest.query('delete from notes'))).toMatchObject({ code: '42501' })
    await guest.end()
  })

  it('signs in as the user that is named', async () => {
    const guest = await aClient({ ...postgres, url: postgres.url.replace('postgres@', 'guest@') })
    await guest.query('reset role')
    expect(await failure(guest.query('delete from notes'))).toMatchObject({ code: '42501' })
    await guest.end()
  })

  it('forgets what a client set, and never hands it to the next one', async () => {
    const client = await aClient(postgres)
    await client.query(`set role guest; set statement_timeout = '1s'`)
    expect((await pool.query('select current_user::text as who')).rows).toEqual([{ who: 'postgres' }])
    await client.end()
  })

  it('turns away a role that does not exist', async () => {
    const stranger = await aClient(postgres, '-c role=nobody')
    expect(await failure(stranger.query('select 1'))).toMatchObject({ code: '22023' })
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })

  it('refuses COPY FROM STDIN, which would end PGlite', async () => {
    expect(await failure(pool.query('copy notes from stdin'))).toMatchObject({ code: '0A000' })
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })
})
