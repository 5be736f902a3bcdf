import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFrontPage } from '#workers/home/front-page.ts'
import { readHome } from '#workers/home/home.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { brokenInvariants } from '#workers/lib/testing/invariants.ts'
import { realPostgresIsHere } from './stage.ts'
import { aTown, type Town } from './town.ts'

const MOST_ROWS = 4000
const COUNTED = 'whoever is counted is there'

describe.skipIf(!realPostgresIsHere)('the first pages of a town', () => {
  let town: Town
  let guest: MemberCtx
  let mentor: MemberCtx
  beforeAll(async () => {
    town = await aTown(20_000)
    const { rows } = await town.client.query(`
      select id from members where handle like 'town-%' and 'mentor' = any(roles) and cardinality(facets) > 8 order by id limit 1`)
    guest = { db: drizzle({ client: town.client, casing: 'snake_case' }) } as never
    mentor = { ...guest, member: { id: rows[0].id, roles: ['participant', 'mentor'], waiting: false } as never }
    await town.client.query('set role guildhall_app')
  })
  afterAll(() => town?.leave())

  const PAGES: [string, () => Promise<Record<string, unknown>>][] = [
    ['the front page', () => readFrontPage(guest)],
    ['home, for a mentor', () => readHome(mentor)],
  ]

  it.each(PAGES)('%s: no table is read whole, and few rows are fetched', async (_, read) => {
    const before = await town.hasRead()
    const { works, moments } = await read()
    const after = await town.hasRead()
    expect(works).not.toEqual([])
    expect(moments).not.toEqual([])
    for (const [table, { whole, rows }] of Object.entries(after)) {
      expect(whole - (before[table]?.whole ?? 0), `${table} was read whole`).toBe(0)
      expect(rows - (before[table]?.rows ?? 0), `rows of ${table}`).toBeLessThan(MOST_ROWS)
    }
  })

  // Whoever changes many takes them in one order.
  const these = (decade: number) =>
    `(select id from members where handle like 'town-${decade}_' order by id for no key update)`
  const CHANGES = [
    `insert into members (id, handle, name) values (gen_random_uuid(), gen_random_uuid(), 'Somebody')`,
    `update members set time_zone = (array['UTC', 'Asia/Tokyo', 'America/Lima'])[1 + floor(random() * 3)] where handle = 'town-' || floor(random() * 9)`,
    `update members set standing = (array['active', 'suspended'])[1 + floor(random() * 2)] where id in ${these(1)}`,
    `update members set standing = (array['active', 'leaving'])[1 + floor(random() * 2)], time_zone = 'UTC' where id in ${these(2)}`,
    `delete from members where id = (select id from members where name = 'Somebody' order by random() limit 1)`,
  ]

  it('counts right, whoever comes, moves and goes at the same moment', async () => {
    const pool = new pg.Pool({ connectionString: town.url, max: 10 })
    pool.on('error', () => {})
    const changing = Array.from({ length: 10 }, async (_, client) => {
      for (let round = 0; round < 60; round++) await pool.query(CHANGES[(client + round) % CHANGES.length] ?? '')
    })
    await Promise.all(changing)
    const broken = await brokenInvariants(async (query) => (await pool.query(query)).rows)
    await pool.end()
    expect(broken[COUNTED]).toBeUndefined()
  })
})
