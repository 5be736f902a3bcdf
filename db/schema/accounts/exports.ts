import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { at, createdAt, id } from '../../columns.ts'
import { memberId } from '../people.ts'

export const dataExports = pgTable(
  'data_exports',
  {
    id: id(),
    memberId: memberId(),
    status: text({ enum: ['waiting', 'gathering', 'ready', 'failed', 'gone'] })
      .notNull()
      .default('waiting'),
    done: integer().notNull().default(0),
    total: integer().notNull().default(0),
    file: text(),
    bytes: bigint({ mode: 'number' }),
    askedAt: createdAt(),
    readyAt: at(),
    expiresAt: at(),
  },
  (row) => [
    index('data_exports_by_member').on(row.memberId, row.askedAt),
    uniqueIndex('data_exports_one_at_a_time').on(row.memberId).where(sql`${row.status} in ('waiting', 'gathering')`),
    check('data_exports_status', sql`${row.status} in ('waiting', 'gathering', 'ready', 'failed', 'gone')`),
  ],
)
