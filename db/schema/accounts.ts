import { sql } from 'drizzle-orm'
import { check, pgTable, text } from 'drizzle-orm/pg-core'
import { at, citext, createdAt } from '../columns.ts'
import { memberId } from './people.ts'

export const AGE_BANDS = ['adult', '16-17', '13-15', 'under-13'] as const
export type AgeBand = (typeof AGE_BANDS)[number]

export const accounts = pgTable(
  'accounts',
  {
    memberId: memberId().primaryKey(),
    email: citext().notNull().unique(),
    // Empty for a member who only signs in elsewhere or with a passkey.
    passwordHash: text(),
    passwordSetAt: at(),
    ageBand: text({ enum: AGE_BANDS }).notNull(),
    termsVersion: text().notNull(),
    termsAcceptedAt: createdAt(),
    createdAt: createdAt(),
  },
  (account) => [check('accounts_age_band', sql`${account.ageBand} in ('adult', '16-17', '13-15', 'under-13')`)],
)
