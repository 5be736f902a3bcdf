import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Postgres } from './embedded.ts'
import { aBridge, artworksAndBookings, type Bridged, failure, http, kinds, post } from './testing.ts'

const everyType = `select 9007199254740993::int8 as int8, 1.50::numeric as numeric, 7::int4 as int4, 0.1::float8 as float8,
  true as yes, false as no, null::text as nothing, '2026-02-28 23:59:59.123456+00'::timestamptz as at, '2026-02-28'::date as day,
  '{"b": 1, "a": [null]}'::jsonb as data, array['a', 'b c', null, 'd"e'] as words, '\\x00ff'::bytea as bytes,
  '0197aa11-2222-7333-8444-555566667777'::uuid as id, 'Hello'::citext as title, 'häß😀' as text, '{}'::int[] as none,
  tstzrange('2026-01-01Z', '2026-01-02Z') as during, interval '1 day 2 hours' as length`

const everyError = {
  'a repeated value': `insert into artworks values ('${randomUUID()}', 'taken', 5), ('${randomUUID()}', 'TAKEN', 5)`,
  'an overlap': `insert into bookings values (1, '[2026-01-01, 2026-01-03)'), (1, '[2026-01-02, 2026-01-04)')`,
  'a broken check': `insert into artworks values ('${randomUUID()}', 'free', 0)`,
  'a missing value': `insert into artworks (id, title) values ('${randomUUID()}', 'priceless')`,
  'a malformed value': `select 'x'::int`,
  'a forbidden table': 'select * from secrets',
  'a typing mistake': 'selekt 1',
  'an unknown column': 'select pride_minor from artworks',
  'two statements at once': 'select 1; select 2',
  'an error inside a function': `do $$ begin perform 1/0; end $$`,
}

const answers: Record<string, unknown[]> = {}

function remember(question: string, answer: unknown): void {
  answers[question] = [...(answers[question] ?? []), answer]
}

describe.each(kinds)('the bridge to $name over HTTP', ({ start }) => {
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

  it('answers every value as text, in rows that are arrays', async () => {
    const { status, body } = await post(bridge, { query: everyType })
    expect(status).toBe(200)
    expect(body).toMatchObject({ command: 'SELECT', rowCount: 1, rowAsArray: true })
    const [row] = body.rows
    expect(row).toEqual([
      ...['9007199254740993', '1.50', '7', '0.1', 't', 'f', null, '2026-02-28 23:59:59.123456+00', '2026-02-28'],
      ...['{"a": [null], "b": 1}', '{a,"b c",NULL,"d\\"e"}', '\\x00ff', '0197aa11-2222-7333-8444-555566667777'],
      ...['Hello', 'häß😀', '{}', '["2026-01-01 00:00:00+00","2026-01-02 00:00:00+00")', '1 day 02:00:00'],
    ])
    remember('every type', { ...body, fields: body.fields.map(withoutCitext) })
  })

  it('answers rows that are objects when arrays are not asked for', async () => {
    const question = { query: 'select $1::int8 as a, $2::text as b', params: [1, null] }
    const { body } = await post(bridge, question, { 'Neon-Array-Mode': 'false' })
    expect(body).toMatchObject({ rows: [{ a: '1', b: null }], rowAsArray: false })
  })

  it('gives the driver what it needs to build its own types', async () => {
    const { rows, fields, rowCount } = await http(bridge).query(everyType)
    expect(rows[0]).toMatchObject({ int4: 7, yes: true, nothing: null, words: ['a', 'b c', null, 'd"e'], none: [] })
    expect(rows[0]?.at).toEqual(new Date('2026-02-28T23:59:59.123Z'))
    expect(rows[0]?.data).toEqual({ a: [null], b: 1 })
    expect(fields[0]).toMatchObject({ name: 'int8', dataTypeID: 20, format: 'text' })
    expect(rowCount).toBe(1)
  })

  it('tells the command and the number of rows', async () => {
    const sql = http(bridge)
    const title = `counted ${randomUUID()}`
    const inserted = await sql`insert into artworks values (${randomUUID()}, ${title}, 100) returning price_minor`
    expect(inserted).toMatchObject({ command: 'INSERT', rowCount: 1, rows: [{ price_minor: '100' }] })
    expect(await sql`select 1 where false`).toMatchObject({ command: 'SELECT', rowCount: 0, rows: [] })
    expect(await sql`set local statement_timeout = 1000`).toMatchObject({ command: 'SET', rowCount: null, fields: [] })
    expect((await post(bridge, { query: '' })).body).toMatchObject({
      command: '',
      rowCount: null,
      rows: [],
      fields: [],
    })
  })

  it.each(Object.entries(everyError))('answers 400 with all that Postgres says about %s', async (what, query) => {
    const { status, body } = await post(bridge, { query })
    expect(status).toBe(400)
    expect(Object.keys(body)).toHaveLength(17)
    const { file: _file, line, routine: _routine, ...rest } = body
    expect(line).toMatch(/^\d+$/)
    remember(what, rest)
  })

  it("answers 400 with the constraint's name, and the driver passes it on", async () => {
    expect(await failure(http(bridge).query(everyError['a repeated value']))).toMatchObject({
      code: '23505',
      constraint: 'artworks_title_once',
      table: 'artworks',
      schema: 'public',
      detail: 'Key (title)=(TAKEN) already exists.',
    })
    expect(await failure(http(bridge).query(everyError['an overlap']))).toMatchObject({ code: '23P01' })
    expect(await failure(http(bridge).query(everyError['a broken check']))).toMatchObject({ code: '23514' })
    expect(await failure(http(bridge).query(everyError['a malformed value']))).toMatchObject({ code: '22P02' })
    expect(await failure(http(bridge).query(everyError['a forbidden table']))).toMatchObject({ code: '42501' })
    expect(await failure(http(bridge).query('selekt 1'))).toMatchObject({ code: '42601', position: '1' })
  })
})

describe.skipIf(kinds.length < 2)('PGlite and Postgres', () => {
  it.each(['every type', ...Object.keys(everyError)])('answer the same about %s', (what) => {
    const [embedded, real] = answers[what] ?? []
    expect(embedded).toBeDefined()
    expect(embedded).toEqual(real)
  })
})

// An extension's type has another number in every database.
function withoutCitext(field: { name: string }) {
  return field.name === 'title' ? field.name : field
}
