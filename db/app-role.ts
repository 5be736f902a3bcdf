import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { migrateDatabase } from './migrate.ts'

const owner = process.env.MIGRATE_URL
if (!owner) {
  console.error('Say which database, as its owner: MIGRATE_URL=postgres://owner:…@host/db npm run app-role')
  process.exit(1)
}

await migrateDatabase(owner)
const password = randomBytes(24).toString('hex')
const client = new pg.Client({ connectionString: owner })
await client.connect()
await client.query(`alter role guildhall_app login password '${password}'`)
await client.query(`alter role guildhall_app set statement_timeout = '5s'`)
await client.query(`alter role guildhall_app set idle_in_transaction_session_timeout = '10s'`)
// Short questions are answered sooner than compiled: for one refresh that took twice as long as the whole answer.
await client.query(`alter role guildhall_app set jit = off`)
await client.end()

const address = new URL(owner)
address.username = 'guildhall_app'
address.password = password
console.log(
  `The Worker may now use the tables, and nothing else. Keep this as the secret DATABASE_URL:\n\n${address}\n`,
)
console.log('With Neon, put "-pooler" behind the first part of the host name.')
