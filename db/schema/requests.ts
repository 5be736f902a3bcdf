import { index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { createdAt } from '../columns.ts'

export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    actor: text().notNull(),
    key: text().notNull(),
    fingerprint: text().notNull(),
    answer: jsonb().$type<Record<string, unknown>[]>().notNull(),
    usedAt: createdAt(),
  },
  (row) => [
    primaryKey({ name: 'idempotency_keys_pkey', columns: [row.actor, row.key] }),
    index('idempotency_keys_by_age').on(row.usedAt),
  ],
)
