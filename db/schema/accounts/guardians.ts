import { sql } from 'drizzle-orm'
import { check, index, pgTable, text } from 'drizzle-orm/pg-core'
import { at, citext, createdAt, id } from '../../columns.ts'
import { memberId } from '../people.ts'

export const guardianConsents = pgTable(
  'guardian_consents',
  {
    id: id(),
    memberId: memberId(),
    guardianEmail: citext().notNull(),
    guardianName: text(),
    askedAt: createdAt(),
    decision: text({ enum: ['agreed', 'refused', 'withdrawn'] }),
    decidedAt: at(),
    // When the member was told that the account closes without an agreement.
    warnedAt: at(),
  },
  (row) => [
    index('guardian_consents_by_member').on(row.memberId, row.askedAt),
    check('guardian_consents_decided_on_a_day', sql`(${row.decision} is null) = (${row.decidedAt} is null)`),
  ],
)
