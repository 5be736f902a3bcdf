import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RealPostgres } from '#db/local/real-postgres.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { seedDatabase } from '#db/seed/load.ts'
import { aLooker, FILTERS, type Look, SEARCHES } from '../bench/directory.ts'
import { moveTownIn } from '../bench/members.ts'
import { aRealPostgres, realPostgresIsHere } from './stage.ts'

const MEMBERS = 20_000
const LARGE = ['members', 'member_skills', 'availability', 'projects']

describe.skipIf(!realPostgresIsHere)('the directory of a town', () => {
  let postgres: RealPostgres
  let client: pg.Client
  let look: Look
  beforeAll(async () => {
    postgres = await aRealPostgres()
    await migrateDatabase(postgres.url)
    await seedDatabase(postgres.url, { demo: false })
    client = new pg.Client({ connectionString: postgres.url })
    await client.connect()
    await moveTownIn(client, MEMBERS)
    look = await aLooker(client)
    await client.query('set role guildhall_app')
  })
  afterAll(async () => {
    await client?.end()
    await postgres?.stop()
  })

  // What Postgres itself counted, inside functions too, where EXPLAIN does not look.
  async function tablesReadWhole(): Promise<Record<string, number>> {
    await client.query('select pg_stat_force_next_flush()')
    const { rows } = await client.query('select relname, seq_scan from pg_stat_user_tables where relname = any($1)', [
      LARGE,
    ])
    return Object.fromEntries(rows.map(({ relname, seq_scan }) => [relname, Number(seq_scan)]))
  }

  it.each([...SEARCHES, ...FILTERS])('finds %o among %s for a %s without reading a table whole', async (...asked) => {
    const before = await tablesReadWhole()
    await look(asked)
    expect(await tablesReadWhole()).toEqual(before)
  })

  it('goes far along the wall by the index it begins with', async () => {
    const page = async (key: string) => {
      const { rows } = await client.query(
        `explain (analyze, format json) select id from members where facets @> array['here'] ${key}
         order by last_seen_making desc, id desc limit 25`,
      )
      return rows[0]['QUERY PLAN'][0].Plan
    }
    const far = `and (last_seen_making, id) < (select last_seen_making, id from members order by last_seen_making, id offset 2000 limit 1)`
    for (const plan of [await page(''), await page(far)]) expect(JSON.stringify(plan)).toMatch(/members_on_the_wall/)
  })
})
