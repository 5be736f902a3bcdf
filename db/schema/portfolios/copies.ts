import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { at, createdAt } from '../../columns.ts'
import { memberId } from '../people.ts'

export const COPY_STATES = ['waiting', 'packing', 'ready', 'gone'] as const

// A member's site as a zip to take along: one at a time, and the next one takes the place of the one before.
export const siteCopies = pgTable(
  'site_copies',
  {
    memberId: memberId().primaryKey(),
    // Counts how often one was asked for. The file of each has a name of its own, so that a late job spoils none.
    turn: integer().notNull().default(1),
    state: text({ enum: COPY_STATES }).notNull().default('waiting'),
    // Where it will be, if its member knows.
    address: text(),
    done: integer().notNull().default(0),
    total: integer().notNull().default(0),
    bytes: bigint({ mode: 'number' }),
    askedAt: createdAt(),
    expiresAt: at(),
  },
  (row) => [
    index('site_copies_to_drop').on(row.askedAt).where(sql`${row.state} <> 'gone'`),
    check('site_copies_state', sql`${row.state} in ('waiting', 'packing', 'ready', 'gone')`),
    check(
      'site_copies_ready_until',
      sql`${row.state} <> 'ready' or (${row.expiresAt} is not null and ${row.bytes} is not null)`,
    ),
    check('site_copies_done', sql`${row.done} between 0 and ${row.total}`),
    check('site_copies_address', sql`length(${row.address}) <= 300`),
  ],
)
