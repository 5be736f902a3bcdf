import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { id } from '../../columns.ts'
import { memberId } from '../people.ts'

export const ENTRY_KINDS = ['work', 'certification', 'achievement', 'link'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

// The lists on a profile: where I worked, what I was certified for, what I am proud of, where else I am found.
export const profileEntries = pgTable(
  'profile_entries',
  {
    id: id(),
    memberId: memberId(),
    kind: text({ enum: ENTRY_KINDS }).notNull(),
    title: text().notNull(),
    by: text().notNull().default(''),
    url: text(),
    since: date({ mode: 'string' }),
    until: date({ mode: 'string' }),
    text: text().notNull().default(''),
    place: integer().notNull().default(0),
  },
  (row) => [
    index('profile_entries_by_member').on(row.memberId, row.kind, row.place),
    check('profile_entries_kind', sql`${row.kind} in ('work', 'certification', 'achievement', 'link')`),
    check('profile_entries_links_lead_somewhere', sql`${row.kind} <> 'link' or ${row.url} is not null`),
    check(
      'profile_entries_end_after_they_begin',
      sql`${row.until} is null or ${row.since} is null or ${row.until} >= ${row.since}`,
    ),
  ],
)
