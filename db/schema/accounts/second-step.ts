import { bigint, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, createdAt } from '../../columns.ts'
import { memberId } from '../people.ts'

export const authenticators = pgTable('authenticators', {
  memberId: memberId().primaryKey(),
  sealedSecret: text().notNull(),
  // The last thirty-second step that was used: a code works once.
  lastStep: bigint({ mode: 'number' }).notNull().default(0),
  createdAt: createdAt(),
  confirmedAt: at(),
})

export const recoveryCodes = pgTable(
  'recovery_codes',
  { memberId: memberId(), hash: text().notNull(), usedAt: at() },
  (code) => [primaryKey({ columns: [code.memberId, code.hash] })],
)
