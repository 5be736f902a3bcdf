import { sql } from 'drizzle-orm'
import { pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, id } from '../../columns.ts'
import { memberId, members } from '../people.ts'

export const suspensions = pgTable(
  'suspensions',
  {
    id: id(),
    memberId: memberId(),
    reason: text().notNull(),
    by: uuid().references(() => members.id, { onDelete: 'set null' }),
    since: createdAt(),
    liftedAt: at(),
    liftedBy: uuid().references(() => members.id, { onDelete: 'set null' }),
  },
  (row) => [uniqueIndex('suspensions_one_at_a_time').on(row.memberId).where(sql`${row.liftedAt} is null`)],
)
