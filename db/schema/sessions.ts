import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { at, id } from '../columns.ts'
import { skills } from './people/skills.ts'
import { members } from './people.ts'

export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    slug: text().notNull().unique(),
    hostId: uuid()
      .notNull()
      .references(() => members.id),
    skillId: uuid().references(() => skills.id),
    title: text().notNull(),
    summary: text().notNull(),
    place: text(),
    startsAt: at().notNull(),
    timeZone: text().notNull(),
    lengthMinutes: integer().notNull(),
    seats: integer().notNull(),
  },
  (session) => [
    index('sessions_by_start').on(session.startsAt, session.id),
    check('sessions_last_and_seat_somebody', sql`${session.lengthMinutes} > 0 and ${session.seats} > 0`),
  ],
)
