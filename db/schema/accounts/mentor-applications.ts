import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, id } from '../../columns.ts'
import { memberId, members } from '../people.ts'

export const mentorApplications = pgTable(
  'mentor_applications',
  {
    id: id(),
    memberId: memberId(),
    motivation: text().notNull(),
    // Who can speak for the applicant: name and how to reach them, one a line.
    references: text().notNull(),
    status: text({ enum: ['waiting', 'approved', 'declined', 'withdrawn'] })
      .notNull()
      .default('waiting'),
    appliedAt: createdAt(),
    decidedBy: uuid().references(() => members.id, { onDelete: 'set null' }),
    decidedAt: at(),
    reason: text(),
  },
  (row) => [
    uniqueIndex('mentor_applications_one_waiting').on(row.memberId).where(sql`${row.status} = 'waiting'`),
    index('mentor_applications_waiting').on(row.appliedAt).where(sql`${row.status} = 'waiting'`),
    check('mentor_applications_status', sql`${row.status} in ('waiting', 'approved', 'declined', 'withdrawn')`),
    check(
      'mentor_applications_decided_on_a_day',
      sql`${row.status} not in ('approved', 'declined') or ${row.decidedAt} is not null`,
    ),
  ],
)

// That somebody may work with minors: what was seen, by whom, and until when it counts.
export const clearances = pgTable(
  'clearances',
  {
    id: id(),
    memberId: memberId(),
    what: text().notNull(),
    seenBy: uuid().references(() => members.id, { onDelete: 'set null' }),
    seenAt: createdAt(),
    expiresAt: at().notNull(),
  },
  (row) => [index('clearances_by_member').on(row.memberId, row.expiresAt)],
)
