import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'

// All pending migrations are one transaction: a failure half-way leaves the database as it was, ready to run again.
export async function migrateDatabase(url: string, migrationsFolder = 'db/migrations') {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('guildhall.migrate'))`)
    await migrate(drizzle({ client, casing: 'snake_case' }), { migrationsFolder })
  } finally {
    await client.end()
  }
}
