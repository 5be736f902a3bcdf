import { migrateDatabase } from './migrate.ts'

const url = process.env.MIGRATE_URL ?? process.env.DATABASE_URL
if (!url) {
  console.error(
    'Say which database: MIGRATE_URL=postgres://owner:…@host/db npm run migrate (the direct address, not the pooled one).',
  )
  process.exit(1)
}
await migrateDatabase(url)
console.log('The tables are up to date.')
