import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgTable } from 'drizzle-orm/pg-core'
import { at, createdAt, weekOfHalfHours } from '../../columns.ts'
import { memberId } from '../people.ts'

export type WeeklyHours = { day: number; from: string; until: string }[]
export type DayExceptions = { date: string; hours: { from: string; until: string }[] }[]

export const availability = pgTable(
  'availability',
  {
    memberId: memberId().primaryKey(),
    weekly: jsonb().$type<WeeklyHours>().notNull().default([]),
    exceptions: jsonb().$type<DayExceptions>().notNull().default([]),
    menteesAtMost: integer().notNull().default(0),
    sessionsAWeekAtMost: integer().notNull().default(0),
    pausedUntil: date({ mode: 'string' }),
    // The week in UTC as 336 half hours, so that Postgres can compare two weeks; renewed when clocks change.
    week: weekOfHalfHours().notNull(),
    weekHoldsUntil: at(),
    updatedAt: createdAt(),
  },
  (row) => [
    index('availability_to_renew').on(row.weekHoldsUntil),
    check(
      'availability_is_within_reason',
      sql`${row.menteesAtMost} between 0 and 50 and ${row.sessionsAWeekAtMost} between 0 and 40`,
    ),
  ],
)
