import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt } from '../../columns.ts'
import { accounts } from '../accounts.ts'

// Every version of the terms that a member ever agreed to; a trigger on accounts writes it down.
export const termsAgreements = pgTable(
  'terms_agreements',
  {
    memberId: uuid()
      .notNull()
      .references(() => accounts.memberId, { onDelete: 'cascade' }),
    version: text().notNull(),
    agreedAt: createdAt(),
  },
  (row) => [primaryKey({ columns: [row.memberId, row.version] })],
)
