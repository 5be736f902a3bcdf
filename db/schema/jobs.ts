import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { at, createdAt, id } from '../columns.ts'

export const deadLetters = pgTable(
  'dead_letters',
  {
    id: id(),
    messageId: text().notNull().unique(),
    message: jsonb().notNull(),
    attempts: integer().notNull(),
    diedAt: createdAt(),
    settledAt: at(),
  },
  (letter) => [index('dead_letters_open').on(letter.id).where(sql`${letter.settledAt} is null`)],
)

export const alerts = pgTable('alerts', {
  id: id(),
  subject: text().notNull().unique(),
  message: text().notNull(),
  raisedAt: createdAt(),
  tookNoteAt: at(),
})

export const cronLeases = pgTable('cron_leases', {
  name: text().primaryKey(),
  slot: at().notNull(),
  leasedUntil: at().notNull(),
  finishedAt: at(),
})
