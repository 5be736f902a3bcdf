import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Postgres, startEmbedded } from '#db/local/embedded.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { seedDatabase } from './load.ts'

let database: Postgres
beforeAll(async () => {
  database = await startEmbedded()
  await migrateDatabase(database.url)
})
afterAll(() => database?.stop())

async function counted() {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const tables = ['skills', 'members', 'projects', 'sessions']
  const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`)
  const { rows } = await client.query(`select ${counts.join()}`)
  await client.end()
  return rows[0]
}

describe('a new house', () => {
  it('gets the catalogue and nobody invented, until the demo is asked for; each moves in once', async () => {
    expect(await seedDatabase(database.url, { demo: false })).toBe(false)
    expect(await counted()).toEqual({ skills: 120, members: 0, projects: 0, sessions: 0 })
    expect(await seedDatabase(database.url, { demo: true })).toBe(true)
    const full = { skills: 120, members: 60, projects: 36, sessions: 10 }
    expect(await counted()).toEqual(full)
    expect(await seedDatabase(database.url, { demo: true })).toBe(false)
    expect(await counted()).toEqual(full)
  })
})
