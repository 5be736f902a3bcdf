import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Postgres, startEmbedded } from './local/embedded.ts'
import { migrateDatabase } from './migrate.ts'

let database: Postgres
let folder: string

beforeEach(async () => {
  database = await startEmbedded()
  folder = await mkdtemp(join(tmpdir(), 'guildhall-migrations-'))
  await cp('db/migrations', folder, { recursive: true })
})
afterEach(async () => {
  await database.stop()
  await rm(folder, { recursive: true })
})

async function ask(question: string, role?: string) {
  const client = new pg.Client({ connectionString: database.url, ...(role && { options: `-c role=${role}` }) })
  await client.connect()
  try {
    return (await client.query(question)).rows
  } finally {
    await client.end()
  }
}

const tables = () => ask(`select tablename from pg_tables where schemaname = 'public' order by 1`)

async function addMigration(name: string, statement: string) {
  const path = join(folder, 'meta', '_journal.json')
  const journal = JSON.parse(await readFile(path, 'utf8'))
  const last = journal.entries.at(-1)
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1000, tag: name })
  await writeFile(path, JSON.stringify(journal))
  await writeFile(join(folder, `${name}.sql`), statement)
}

describe('a migration that fails half-way (F38)', () => {
  it('leaves every table as it was, and goes through once it is mended', async () => {
    await migrateDatabase(database.url, folder)
    const before = await tables()
    await addMigration('half', 'create table half_way (id int);\n--> statement-breakpoint\nselect 1/0;')
    await expect(migrateDatabase(database.url, folder)).rejects.toThrow()
    expect(await tables()).toEqual(before)
    await writeFile(join(folder, 'half.sql'), 'create table half_way (id int);')
    await migrateDatabase(database.url, folder)
    expect(await tables()).toHaveLength(before.length + 1)
  })

  it('leaves an empty database empty', async () => {
    await addMigration('half', 'select 1/0;')
    await expect(migrateDatabase(database.url, folder)).rejects.toThrow()
    expect(await tables()).toEqual([])
  })
})

describe('the role the Worker uses', () => {
  it('reads and writes rows, of later tables too, and may not touch the tables themselves', async () => {
    await addMigration('later', 'create table later_table (id int);')
    await migrateDatabase(database.url, folder)
    await ask(`insert into later_table values (1)`, 'guildhall_app')
    expect(await ask('select id from later_table', 'guildhall_app')).toEqual([{ id: 1 }])
    for (const change of [
      'create table mine (id int)',
      'drop table skills',
      'alter table skills add mine int',
      'truncate skills',
    ])
      await expect(ask(change, 'guildhall_app')).rejects.toMatchObject({ code: '42501' })
  })
})
