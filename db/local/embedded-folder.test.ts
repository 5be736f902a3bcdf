import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startEmbedded } from './embedded.ts'
import { aClient, failure } from './testing.ts'

describe('the embedded Postgres in a folder', () => {
  let folder: string

  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'guildhall-embedded-')), 'database')
  })
  afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }))

  it('keeps the data', async () => {
    await within(folder, (client) => client.query('create table kept as select 1 as n'))
    await within(folder, async (client) => expect((await client.query('select n from kept')).rows).toEqual([{ n: 1 }]))
  })

  it('keeps every acknowledged write when its process is killed, and takes over the lock', async () => {
    const { writer, written } = await aWriter(folder)
    writer.kill('SIGKILL')
    await once(writer, 'exit')
    expect(existsSync(join(folder, 'lock'))).toBe(true)
    await within(folder, async (client) => {
      const { rows } = await client.query('select count(*)::int as kept, max(n) as last from writes')
      expect(rows[0].last).toBeGreaterThanOrEqual(written())
      expect(rows[0].kept).toBe(rows[0].last)
    })
  })

  it('says that another process has it open', async () => {
    const { writer } = await aWriter(folder)
    expect(await failure(startEmbedded({ folder }))).toMatchObject({ name: 'DataFolderError', problem: 'in-use' })
    writer.kill('SIGKILL')
    await once(writer, 'exit')
  })

  it('takes over the lock of a pid that now belongs to somebody else', async () => {
    await within(folder, (client) => client.query('select 1'))
    await writeFile(join(folder, 'lock'), `${process.pid} 1\n`)
    await within(folder, async (client) => expect((await client.query('select 1')).rowCount).toBe(1))
    expect(existsSync(join(folder, 'lock'))).toBe(false)
  })

  it('says that the data is corrupt, and gives the lock back', async () => {
    await within(folder, (client) => client.query('select 1'))
    await truncate(join(folder, 'data/global/pg_control'), 100)
    expect(await failure(startEmbedded({ folder }))).toMatchObject({ name: 'DataFolderError', problem: 'corrupt' })
    expect(existsSync(join(folder, 'lock'))).toBe(false)
  })

  it('begins again when the very first start did not finish', async () => {
    await within(folder, (client) => client.query('select 1'))
    await rm(join(folder, 'complete'))
    await rm(join(folder, 'data/PG_VERSION'))
    await within(folder, async (client) => expect((await client.query('select 1')).rowCount).toBe(1))
  })

  it('opens the data again after a crash inside PGlite', async () => {
    await within(folder, async (client, url) => {
      await client.query('create table kept as select 1 as n')
      expect((await failure(client.query('select 1; copy kept from stdin'))).message).toMatch(/terminated/)
      const next = await aClient({ url })
      expect((await next.query('select n from kept')).rows).toEqual([{ n: 1 }])
      await next.end()
    })
  })
})

async function within(folder: string, work: (client: Client, url: string) => Promise<unknown>): Promise<void> {
  const postgres = await startEmbedded({ folder })
  const client = await aClient(postgres)
  await work(client, postgres.url)
  await client.end().catch(() => {})
  await postgres.stop()
}

async function aWriter(folder: string): Promise<{ writer: ChildProcess; written: () => number }> {
  const writer = spawn(process.execPath, ['--input-type=module', '-e', writing, folder], { cwd: import.meta.dirname })
  let last = 0
  const lines = createInterface(writer.stdout).on('line', (line) => {
    last = Number(line)
  })
  writer.stderr.pipe(process.stderr)
  while (last < 200) await once(lines, 'line')
  return { writer, written: () => last }
}

const writing = `
  import { Client } from 'pg'
  import { startEmbedded } from '#db/local/embedded.ts'
  const { url } = await startEmbedded({ folder: process.argv[1] })
  const client = new Client(url)
  await client.connect()
  await client.query('create table writes (n int primary key, words text)')
  for (let n = 1; ; n += 1) {
    await client.query('insert into writes values ($1, $2)', [n, 'x'.repeat(500)])
    process.stdout.write(n + '\\n')
  }`
