import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { createdAt } from '../../columns.ts'
import { memberId, members } from '../people.ts'

// The one mentor of a week for each who looks for one, chosen so that all of them together are matched best; empty where
// seats ran out.
export const weekMatches = pgTable(
  'week_matches',
  {
    week: date().notNull(),
    memberId: memberId(),
    mentorId: uuid().references(() => members.id, { onDelete: 'cascade' }),
    at: createdAt(),
  },
  (row) => [
    primaryKey({ columns: [row.week, row.memberId] }),
    index('week_matches_of_members').on(row.memberId),
    index('week_matches_of_mentors').on(row.mentorId, row.week),
    check('week_matches_take_two', sql`${row.memberId} <> ${row.mentorId}`),
  ],
)
