import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id } from '../columns.ts'
import { members } from './people.ts'

// What makes this copy of the house the home of one community: a single row.
export const settings = pgTable(
  'settings',
  {
    only: boolean().primaryKey().default(true),
    name: text().notNull(),
    tagline: text().notNull(),
    logo: text(),
    accent: text().notNull(),
    languages: text().array().notNull(),
    currency: text().notNull(),
    // Parts of the product that are switched off.
    off: text().array().notNull().default([]),
    packs: text().array().notNull(),
    mailSender: text(),
    // Where answers to the mails of the house go.
    replyTo: text(),
    // Who has to use a second step when signing in.
    secondStepFor: text().array().notNull().default([]),
    changedAt: createdAt(),
  },
  (row) => [check('settings_are_one_row', sql`${row.only}`)],
)

// Terms and privacy, every version that anybody ever agreed to.
export const houseTexts = pgTable(
  'house_texts',
  {
    id: id(),
    kind: text({ enum: ['terms', 'privacy'] }).notNull(),
    version: text().notNull(),
    text: text().notNull(),
    // What is new in this version, in a sentence or two.
    changes: text().notNull().default(''),
    publishedAt: createdAt(),
    publishedBy: uuid().references(() => members.id, { onDelete: 'set null' }),
  },
  (row) => [
    unique('house_texts_one_a_version').on(row.kind, row.version),
    index('house_texts_newest').on(row.kind, row.publishedAt),
    check('house_texts_kind', sql`${row.kind} in ('terms', 'privacy')`),
  ],
)
