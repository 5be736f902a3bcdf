import { sql } from 'drizzle-orm'
import { bigint, check, date, foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, currency, id } from '../../columns.ts'
import { media } from '../media.ts'
import { goals } from '../mentoring/goals.ts'
import { memberId } from '../people.ts'

export const MILESTONES = [25, 50, 75, 100] as const

// Something a member saves for. What is in it stands in the books.
export const jars = pgTable(
  'jars',
  {
    id: id(),
    memberId: memberId(),
    name: text().notNull(),
    pictureId: uuid().references(() => media.id, { onDelete: 'set null' }),
    currency: currency(),
    targetMinor: bigint({ mode: 'number' }),
    dueOn: date({ mode: 'string' }),
    // What of each sale goes in, in basis points; all open jars of a member and currency together take a whole sale at most.
    shareBasisPoints: integer().notNull().default(0),
    goalId: uuid().references(() => goals.id, { onDelete: 'set null' }),
    madeAt: createdAt(),
    closedAt: at(),
  },
  (row) => [
    index('jars_of_a_member').on(row.memberId, row.madeAt, row.id),
    index('jars_by_picture').on(row.pictureId).where(sql`${row.pictureId} is not null`),
    index('jars_of_a_goal').on(row.goalId).where(sql`${row.goalId} is not null`),
    foreignKey({
      name: 'jars_goal_is_their_own',
      columns: [row.goalId, row.memberId],
      foreignColumns: [goals.id, goals.memberId],
    }),
    check('jars_currency', sql`${row.currency} ~ '^[A-Z]{3}$'`),
    check('jars_target', sql`${row.targetMinor} > 0`),
    check('jars_share', sql`${row.shareBasisPoints} between 0 and 10000`),
  ],
)

export const jarMilestones = pgTable(
  'jar_milestones',
  {
    id: id(),
    jarId: uuid()
      .notNull()
      .references(() => jars.id, { onDelete: 'cascade' }),
    percent: integer().notNull(),
    reachedAt: createdAt(),
    // Money went back to a buyer, and the jar fell below it.
    fellBackAt: at(),
  },
  (row) => [
    unique('jar_milestones_once').on(row.jarId, row.percent),
    check('jar_milestones_percent', sql`${row.percent} in (25, 50, 75, 100)`),
  ],
)
