import { sql } from 'drizzle-orm'
import { bigint, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { at, createdAt } from '../columns.ts'

export const events = pgTable(
  'events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    name: text().notNull(),
    subject: text().notNull(),
    actor: text().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    requestId: text(),
    at: createdAt(),
    claimedUntil: at(),
    sentAt: at(),
  },
  (event) => [
    index('events_unsent').on(event.id).where(sql`${event.sentAt} is null`),
    index('events_moments').on(event.id).where(sql`${event.name} = 'moment.shared'`),
  ],
)
