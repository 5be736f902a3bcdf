import { sql } from 'drizzle-orm'
import { check, index, pgTable, text } from 'drizzle-orm/pg-core'
import { at, citext, createdAt, id } from '../../columns.ts'
import { AGE_BANDS } from '../accounts.ts'

// What somebody asked for before their address was confirmed. It becomes a member or is forgotten.
export const signUps = pgTable(
  'sign_ups',
  {
    id: id(),
    email: citext().notNull(),
    name: text().notNull(),
    handle: citext().notNull(),
    passwordHash: text().notNull(),
    ageBand: text({ enum: AGE_BANDS }).notNull(),
    guardianEmail: citext(),
    termsVersion: text().notNull(),
    timeZone: text().notNull(),
    requestedAt: createdAt(),
    completedAt: at(),
  },
  (row) => [
    index('sign_ups_by_age').on(row.requestedAt),
    check('sign_ups_age_band', sql`${row.ageBand} in ('adult', '16-17', '13-15', 'under-13')`),
    check('sign_ups_minors_name_a_guardian', sql`${row.ageBand} = 'adult' or ${row.guardianEmail} is not null`),
  ],
)
