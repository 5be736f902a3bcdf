import { spawnSync } from 'node:child_process'
import { migrateDatabase } from '#db/migrate.ts'
import { seedDatabase } from '#db/seed/load.ts'
import { build } from './build.ts'

const environment = process.argv[2]
const url = process.env.MIGRATE_URL

if (environment !== 'staging' && environment !== 'production')
  fail('Say where to: npm run deploy -- staging, or production.')
if (!url) fail('Say which database to bring up to date: MIGRATE_URL=postgres://owner:…@host/db (the direct address).')

process.env.CLOUDFLARE_ENV = environment
console.log(`Building for ${environment} …`)
await build()
console.log('Bringing the tables up to date …')
await migrateDatabase(url)
await seedDatabase(url, { demo: false })
const { status } = spawnSync('wrangler', ['deploy', '-c', 'dist/server/wrangler.json'], { stdio: 'inherit' })
process.exit(status ?? 1)

function fail(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
