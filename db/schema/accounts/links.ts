import { sql } from 'drizzle-orm'
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { at, citext, createdAt, id } from '../../columns.ts'

export const LINK_PURPOSES = [
  'sign-up',
  'password-reset',
  'email-change',
  'email-objection',
  'guardian',
  'set-up',
  'export',
  'stay',
  'invitation',
] as const
export type LinkPurpose = (typeof LINK_PURPOSES)[number]

// Links in mails that open something: only their hash is kept, and each works once.
export const oneTimeLinks = pgTable(
  'one_time_links',
  {
    id: id(),
    purpose: text({ enum: LINK_PURPOSES }).notNull(),
    // What it opens: a sign-up, a member, an export.
    subject: uuid().notNull(),
    email: citext(),
    hash: text().notNull().unique(),
    createdAt: createdAt(),
    expiresAt: at().notNull(),
    usedAt: at(),
  },
  (link) => [
    index('one_time_links_open').on(link.subject, link.purpose).where(sql`${link.usedAt} is null`),
    index('one_time_links_by_age').on(link.expiresAt),
  ],
)
