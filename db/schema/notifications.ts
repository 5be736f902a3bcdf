import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { at, citext, createdAt, id } from '../columns.ts'

export const newsletterSubscriptions = pgTable(
  'newsletter_subscriptions',
  {
    id: id(),
    email: citext().notNull().unique(),
    status: text({ enum: ['pending', 'confirmed', 'unsubscribed'] })
      .notNull()
      .default('pending'),
    requests: integer().notNull().default(1),
    recentRequests: integer().notNull().default(1),
    requestedAt: createdAt(),
    confirmedAt: at(),
    unsubscribedAt: at(),
  },
  (row) => [
    check('newsletter_status', sql`${row.status} in ('pending', 'confirmed', 'unsubscribed')`),
    check('newsletter_confirmed_has_date', sql`${row.status} <> 'confirmed' or ${row.confirmedAt} is not null`),
    index('newsletter_pending_by_age').on(row.requestedAt).where(sql`${row.status} = 'pending'`),
  ],
)

export const mails = pgTable('mails', {
  key: text().primaryKey(),
  claimedAt: createdAt(),
  sentAt: at(),
})
