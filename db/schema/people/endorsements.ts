import { sql } from 'drizzle-orm'
import { check, foreignKey, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { createdAt } from '../../columns.ts'
import { memberId } from '../people.ts'
import { skillId } from './skills.ts'

// Who has worked with whom; each pair stands here twice, once from each side.
export const workedTogether = pgTable(
  'worked_together',
  { memberId: memberId(), otherId: memberId(), on: text().notNull(), since: createdAt() },
  (row) => [
    primaryKey({ columns: [row.memberId, row.otherId] }),
    check('worked_together_takes_two', sql`${row.memberId} <> ${row.otherId}`),
  ],
)

// Only somebody who worked with a member may say this about them.
export const endorsements = pgTable(
  'endorsements',
  {
    memberId: memberId(),
    skillId: skillId(),
    endorserId: memberId(),
    words: text().notNull().default(''),
    at: createdAt(),
  },
  (row) => [
    primaryKey({ columns: [row.memberId, row.skillId, row.endorserId] }),
    foreignKey({
      name: 'endorsements_come_from_work_together',
      columns: [row.memberId, row.endorserId],
      foreignColumns: [workedTogether.memberId, workedTogether.otherId],
    }).onDelete('cascade'),
  ],
)
