import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { startRealPostgres } from '#db/local/real-postgres.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { seedDatabase } from '#db/seed/load.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { Plain } from '../../plain.ts'
import { moveTownIn } from '../members.ts'

export type Town = Awaited<ReturnType<typeof aTown>>
type Asked = { text: string; params: unknown[] }

// So many members in a real Postgres, reached without the bridge, so that our own work can be told apart from the database's.
export async function aTown(members: number) {
  const postgres = await startRealPostgres()
  if (!postgres) throw new Plain('This table needs a real Postgres: apt-get install postgresql')
  await migrateDatabase(postgres.url)
  await seedDatabase(postgres.url, { demo: false })
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  await moveTownIn(client, members)
  await client.query(PRICES)
  await client.query('vacuum analyze')
  const asked: Asked[] = []
  const logger = { logQuery: (text: string, params: unknown[]) => void asked.push({ text, params }) }
  const db = drizzle(client, { casing: 'snake_case', logger })
  return {
    ...{ client, asked },
    ctx: { db, now: new Date() } as unknown as Ctx,
    async leave() {
      await client.end()
      await postgres.stop()
    },
  }
}

// Every mentor costs something and stands in slates of others already.
const PRICES = `
  with mentors as (select member_id as id, row_number() over () as nth from availability where mentees_at_most > 0),
  priced as (insert into mentor_prices (member_id, price, share) select id, random(), 400 from mentors)
  insert into recommendations (member_id, kind, other_id, fit, told)
  select distinct member.id, 'mentor', mentor.id, 0.5, '{"reasons": [], "caution": null, "change": null, "skills": [], "hoursAWeek": null, "free": []}'::jsonb
  from (select id, row_number() over () as nth from members where handle like 'town-%') member cross join generate_series(1, 10) slot
    join mentors mentor on mentor.nth = 1 + (member.nth * 31 + slot * 997) % (select count(*) from mentors)
  where member.id <> mentor.id`
