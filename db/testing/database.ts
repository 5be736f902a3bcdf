import { readFile } from 'node:fs/promises'
import { drizzle } from 'drizzle-orm/pglite'
import { inject } from 'vitest'
import type { Database } from '#db/index.ts'
import { afterwards } from '#workers/lib/testing/afterwards.ts'
import { newPglite } from './pglite.ts'

// A whole Postgres with today's tables, for one test file.
export async function aDatabase(): Promise<Database> {
  const client = await newPglite(new Blob([await readFile(inject('databaseTemplate'))]))
  afterwards('all', () => client.close())
  const spent = { trips: 0, ms: 0 }
  const db = drizzle({
    client,
    casing: 'snake_case',
    logger: {
      logQuery: () => {
        spent.trips++
      },
    },
  })
  return { db, spent, transact: (work) => db.transaction((tx) => work(tx)) }
}
