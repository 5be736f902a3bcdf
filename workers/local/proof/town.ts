import pg from 'pg'
import { migrateDatabase } from '#db/migrate.ts'
import { seedDatabase } from '#db/seed/load.ts'
import { moveTownIn } from '../bench/members.ts'
import { aRealPostgres } from './stage.ts'

export type Town = Awaited<ReturnType<typeof aTown>>

// A town of members in a real Postgres, which counts what it reads.
export async function aTown(members: number) {
  const postgres = await aRealPostgres()
  await migrateDatabase(postgres.url)
  await seedDatabase(postgres.url, { demo: false })
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  await moveTownIn(client, members)
  return {
    client,
    url: postgres.url,
    // What Postgres itself counted, inside functions too, where EXPLAIN does not look.
    async hasRead(): Promise<Record<string, Reading>> {
      await client.query('select pg_stat_force_next_flush()')
      const { rows } = await client.query(`
        select relname, seq_scan, coalesce(idx_tup_fetch, 0) as fetched from pg_stat_user_tables
        where relname in ('members', 'member_skills', 'availability', 'projects', 'events')`)
      return Object.fromEntries(
        rows.map(({ relname, seq_scan, fetched }) => [relname, { whole: Number(seq_scan), rows: Number(fetched) }]),
      )
    },
    async leave() {
      await client.end()
      await postgres.stop()
    },
  }
}

// How often a table was read from end to end, and how many of its rows were fetched by an index.
type Reading = { whole: number; rows: number }
