import { sql } from 'drizzle-orm'
import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { at, createdAt } from '../../columns.ts'
import { memberId } from '../people.ts'

// A member who asked to leave: until the day comes they may change their mind.
export const departures = pgTable(
  'departures',
  {
    memberId: memberId().primaryKey(),
    askedAt: createdAt(),
    leavesAt: at().notNull(),
    reason: text(),
    goneAt: at(),
  },
  (row) => [index('departures_due').on(row.leavesAt).where(sql`${row.goneAt} is null`)],
)
