import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, id } from '../../columns.ts'
import { media } from '../media.ts'
import { memberId } from '../people.ts'

export const MOODS = ['heavy', 'unsure', 'steady', 'glad', 'proud'] as const

// A participant's own log. Nobody else reads an entry unless it is shared, with one person, for some days.
export const journalEntries = pgTable(
  'journal_entries',
  {
    id: id(),
    memberId: memberId(),
    prompt: text(),
    text: text().notNull().default(''),
    mood: text({ enum: MOODS }),
    tags: text().array().notNull().default([]),
    // Counts changes: a draft that was kept without signal is compared with it.
    version: integer().notNull().default(1),
    writtenAt: createdAt(),
    updatedAt: createdAt(),
  },
  (row) => [
    index('journal_entries_of_a_member').on(row.memberId, row.writtenAt.desc(), row.id),
    index('journal_entries_by_tag').using('gin', row.tags),
    index('journal_entries_sought').using('gin', sql`lower(${row.text}) gin_trgm_ops`),
    check('journal_entries_mood', sql`${row.mood} in ('heavy', 'unsure', 'steady', 'glad', 'proud')`),
  ],
)

const entryId = () =>
  uuid()
    .notNull()
    .references(() => journalEntries.id, { onDelete: 'cascade' })

export const journalFiles = pgTable(
  'journal_files',
  {
    entryId: entryId(),
    mediaId: uuid()
      .notNull()
      .references(() => media.id, { onDelete: 'cascade' }),
    place: integer().notNull().default(0),
  },
  (row) => [primaryKey({ columns: [row.entryId, row.mediaId] }), index('journal_files_by_media').on(row.mediaId)],
)

export const journalShares = pgTable(
  'journal_shares',
  {
    entryId: entryId(),
    withId: memberId(),
    since: createdAt(),
    until: at().notNull(),
    takenBackAt: at(),
  },
  (row) => [
    // One entry with one person: sharing with somebody else takes the place of it.
    primaryKey({ columns: [row.entryId] }),
    index('journal_shares_with').on(row.withId, row.until),
    check('journal_shares_end', sql`${row.until} > ${row.since}`),
  ],
)
