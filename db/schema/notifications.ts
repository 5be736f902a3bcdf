import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at, citext, createdAt, id } from '../columns.ts'
import { memberId } from './people.ts'

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

// What the inbox shows. One fact gives one notice of a kind to one member, however often its job runs.
export const notices = pgTable(
  'notices',
  {
    id: id(),
    memberId: memberId(),
    kind: text().notNull(),
    factId: bigint({ mode: 'number' }).notNull(),
    // Notices about the same thing stand together.
    about: text().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    at: createdAt(),
    readAt: at(),
  },
  (notice) => [
    unique('notices_once').on(notice.memberId, notice.kind, notice.factId),
    index('notices_by_member').on(notice.memberId, notice.id),
    index('notices_by_group').on(notice.memberId, notice.kind, notice.about, notice.id),
    index('notices_unread').on(notice.memberId, notice.id).where(sql`${notice.readAt} is null`),
  ],
)

export const CHANNELS = ['mail', 'push'] as const
export const RHYTHMS = ['at-once', 'daily', 'weekly', 'never'] as const
export type Rhythm = (typeof RHYTHMS)[number]

// What a member chose differently from the house's default.
export const noticeChoices = pgTable(
  'notice_choices',
  {
    memberId: memberId(),
    kind: text().notNull(),
    channel: text({ enum: CHANNELS }).notNull(),
    rhythm: text({ enum: RHYTHMS }).notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.memberId, row.kind, row.channel] }),
    check('notice_choices_channel', sql`${row.channel} in ('mail', 'push')`),
    check('notice_choices_rhythm', sql`${row.rhythm} in ('at-once', 'daily', 'weekly', 'never')`),
  ],
)

// When a member wants to be left alone, by the clock where they live, and when their digest comes.
export const noticeHours = pgTable(
  'notice_hours',
  {
    memberId: memberId().primaryKey(),
    quietFrom: text(),
    quietUntil: text(),
    digestHour: integer().notNull().default(8),
    digestDay: integer().notNull().default(1),
    dailySentFor: at(),
    weeklySentFor: at(),
  },
  (row) => [
    check(
      'notice_hours_are_on_the_clock',
      sql`${row.digestHour} between 0 and 23 and ${row.digestDay} between 1 and 7`,
    ),
    check('notice_hours_begin_and_end', sql`(${row.quietFrom} is null) = (${row.quietUntil} is null)`),
  ],
)

// What waits to leave the house by mail or push, each at most once (I12).
export const deliveries = pgTable(
  'deliveries',
  {
    id: id(),
    noticeId: uuid()
      .notNull()
      .references(() => notices.id, { onDelete: 'cascade' }),
    memberId: memberId(),
    channel: text({ enum: CHANNELS }).notNull(),
    rhythm: text({ enum: RHYTHMS }).notNull(),
    dueAt: createdAt(),
    // Whoever works on it holds it until then; afterwards it is free for the next one.
    claimedUntil: at(),
    attempts: integer().notNull().default(0),
    // The digest it goes out with: decided once, so that a digest that died half-way is sent as it was.
    digest: uuid(),
    sentAt: at(),
  },
  (row) => [
    unique('deliveries_once').on(row.noticeId, row.channel),
    index('deliveries_due').on(row.dueAt).where(sql`${row.sentAt} is null`),
    index('deliveries_waiting_by_member').on(row.memberId, row.rhythm).where(sql`${row.sentAt} is null`),
  ],
)

export const pushSubscriptions = pgTable(
  'push_subscriptions',
  {
    id: id(),
    memberId: memberId(),
    endpoint: text().notNull().unique(),
    publicKey: text().notNull(),
    secret: text().notNull(),
    device: text().notNull(),
    createdAt: createdAt(),
    goneAt: at(),
  },
  (row) => [index('push_subscriptions_by_member').on(row.memberId).where(sql`${row.goneAt} is null`)],
)
