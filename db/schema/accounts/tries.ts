import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { createdAt } from '../../columns.ts'

// Counts of what may not happen too often, exact across all machines.
export const tries = pgTable(
  'tries',
  {
    what: text().notNull(),
    who: text().notNull(),
    since: createdAt(),
    times: integer().notNull().default(1),
  },
  (row) => [
    primaryKey({ columns: [row.what, row.who] }),
    index('tries_by_age').on(row.since),
    // The last of something is held twice a day without being paid: see workers/marketplace/orders/holding.ts.
    check('tries_held_twice', sql`${row.what} <> 'hold' or ${row.times} <= 2`),
  ],
)
