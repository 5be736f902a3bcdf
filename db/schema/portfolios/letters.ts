import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { createdAt, id } from '../../columns.ts'
import { memberId } from '../people.ts'

// arrived: it went on to its member by mail; held: it looks like an advertisement, so it only waits here; spam: its member says so.
export const LETTER_STATES = ['arrived', 'held', 'spam'] as const
export type LetterState = (typeof LETTER_STATES)[number]

// What visitors write to a member through their site.
export const siteLetters = pgTable(
  'site_letters',
  {
    id: id(),
    memberId: memberId(),
    name: text().notNull(),
    email: text().notNull(),
    words: text().notNull(),
    // Of the words alone: who sends them again, to one member or to many, is known by it.
    mark: text().notNull(),
    state: text({ enum: LETTER_STATES }).notNull().default('arrived'),
    writtenAt: createdAt(),
  },
  (row) => [
    unique('site_letters_come_once').on(row.memberId, row.mark),
    index('site_letters_of_a_member').on(row.memberId, row.writtenAt.desc(), row.id.desc()),
    index('site_letters_by_mark').on(row.mark, row.writtenAt),
    index('site_letters_by_age').on(row.writtenAt),
    check('site_letters_state', sql`${row.state} in ('arrived', 'held', 'spam')`),
    check('site_letters_name', sql`length(${row.name}) between 1 and 80`),
    check('site_letters_email', sql`length(${row.email}) <= 254 and ${row.email} !~ '[[:space:][:cntrl:]]'`),
    check('site_letters_words', sql`length(${row.words}) between 1 and 5000`),
  ],
)
