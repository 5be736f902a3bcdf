import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt } from '../../columns.ts'
import { listings } from './listings.ts'
import { orderLines } from './orders.ts'

// held: somebody is paying for it, until then. sold: paid. let-go: paid not, or in vain; free again. done: made to order
// and handed over, so that its place on the bench is free.
export const CLAIM_STATES = ['held', 'sold', 'let-go', 'done'] as const

// One row for each piece somebody takes. That no number is taken twice is the promise that an original is sold once.
export const claims = pgTable(
  'claims',
  {
    id: uuid().primaryKey().default(sql`gen_random_uuid()`),
    listingId: uuid()
      .notNull()
      .references(() => listings.id),
    number: integer().notNull(),
    orderLineId: uuid()
      .notNull()
      .references(() => orderLines.id),
    state: text({ enum: CLAIM_STATES }).notNull().default('held'),
    until: at().notNull(),
    createdAt: createdAt(),
  },
  (row) => [
    uniqueIndex('claims_once').on(row.listingId, row.number).where(sql`${row.state} in ('held', 'sold')`),
    index('claims_of_a_line').on(row.orderLineId),
    index('claims_running_out').on(row.until).where(sql`${row.state} = 'held'`),
    check('claims_state', sql`${row.state} in ('held', 'sold', 'let-go', 'done')`),
  ],
)
