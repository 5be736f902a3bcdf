import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at, citext, createdAt, id } from '../../columns.ts'
import { members } from '../people.ts'

export const STAGES = ['met', 'talking', 'invited', 'joined', 'not-now'] as const
export type Stage = (typeof STAGES)[number]

// Somebody a mentor met, who has no account yet. What is known about them stands on their consent: for what, from where,
// until when.
export const prospects = pgTable(
  'prospects',
  {
    id: id(),
    ownerId: uuid()
      .notNull()
      .references(() => members.id),
    name: text().notNull(),
    email: citext(),
    phone: text(),
    place: text().notNull().default(''),
    young: text({ enum: ['adult', 'minor', 'unknown'] })
      .notNull()
      .default('unknown'),
    languages: text().array().notNull().default([]),
    // Slugs of skills, and words of their own.
    skillAreas: text().array().notNull().default([]),
    firstAssessment: text().notNull().default(''),
    hasTime: text().notNull().default(''),
    stage: text({ enum: STAGES }).notNull().default('met'),
    nextStep: text().notNull().default(''),
    nextStepOn: date({ mode: 'string' }),
    remindedOn: date({ mode: 'string' }),
    consentTo: text().notNull().default(''),
    consentFrom: text().notNull().default(''),
    consentUntil: date({ mode: 'string' }),
    // The consent whose end its owner was told of.
    consentRemindedOn: date({ mode: 'string' }),
    // Set once and for all sends: nothing goes out to them any more.
    leftAloneAt: at(),
    leftAloneBecause: text(),
    // Another mentor who was asked to go on with them; until they say yes, nothing changes.
    offeredToId: uuid().references(() => members.id),
    offeredAt: at(),
    // The one this was merged into; what is merged is kept, and shown nowhere.
    mergedInto: uuid(),
    memberId: uuid().references(() => members.id, { onDelete: 'set null' }),
    // Counts changes: what was captured without signal is compared with it.
    version: integer().notNull().default(1),
    metOn: date({ mode: 'string' }).notNull(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (row) => [
    index('prospects_on_the_board')
      .on(row.ownerId, row.stage, row.updatedAt, row.id)
      .where(sql`${row.mergedInto} is null`),
    index('prospects_with_a_next_step')
      .on(row.nextStepOn, row.id)
      .where(sql`${row.mergedInto} is null and ${row.nextStepOn} is not null`),
    index('prospects_by_email').on(row.email).where(sql`${row.mergedInto} is null`),
    index('prospects_offered').on(row.offeredToId, row.offeredAt).where(sql`${row.offeredToId} is not null`),
    index('prospects_by_consent').on(row.consentUntil).where(sql`${row.consentUntil} is not null`),
    index('prospects_by_name').using('gin', sql`lower(${row.name}) gin_trgm_ops`),
    check('prospects_stage', sql`${row.stage} in ('met', 'talking', 'invited', 'joined', 'not-now')`),
    check('prospects_young', sql`${row.young} in ('adult', 'minor', 'unknown')`),
    check('prospects_offered_since', sql`(${row.offeredToId} is null) = (${row.offeredAt} is null)`),
    check('prospects_offered_to_another', sql`${row.offeredToId} <> ${row.ownerId}`),
    check('prospects_merge_into_another', sql`${row.mergedInto} <> ${row.id}`),
    check('prospects_left_alone_for_a_reason', sql`(${row.leftAloneAt} is null) = (${row.leftAloneBecause} is null)`),
  ],
)

export const CHANNELS = ['in-person', 'phone', 'message', 'email', 'event', 'school', 'other'] as const
export const OUTCOMES = ['interested', 'unsure', 'not-now', 'no-answer', 'agreed'] as const

// The log: each time somebody was in touch. Its id is made where it was written, so that it can be sent twice.
export const contacts = pgTable(
  'contacts',
  {
    id: id(),
    prospectId: uuid()
      .notNull()
      .references(() => prospects.id, { onDelete: 'cascade' }),
    byId: uuid()
      .notNull()
      .references(() => members.id),
    channel: text({ enum: CHANNELS }).notNull(),
    outcome: text({ enum: OUTCOMES }).notNull(),
    place: text().notNull().default(''),
    words: text().notNull().default(''),
    at: at().notNull(),
    createdAt: createdAt(),
  },
  (row) => [
    index('contacts_of_a_prospect').on(row.prospectId, row.at.desc(), row.id),
    check(
      'contacts_channel',
      sql`${row.channel} in ('in-person', 'phone', 'message', 'email', 'event', 'school', 'other')`,
    ),
    check('contacts_outcome', sql`${row.outcome} in ('interested', 'unsure', 'not-now', 'no-answer', 'agreed')`),
  ],
)

// Which two were made one, by whom, and what was there before: a merge can be understood, and undone.
export const prospectMerges = pgTable(
  'prospect_merges',
  {
    id: id(),
    keptId: uuid()
      .notNull()
      .references(() => prospects.id, { onDelete: 'cascade' }),
    goneId: uuid()
      .notNull()
      .references(() => prospects.id, { onDelete: 'cascade' }),
    byId: uuid()
      .notNull()
      .references(() => members.id),
    before: jsonb().$type<Record<string, unknown>>().notNull(),
    at: createdAt(),
    undoneAt: at(),
  },
  (row) => [
    uniqueIndex('prospect_merges_once').on(row.goneId).where(sql`${row.undoneAt} is null`),
    check('prospect_merges_take_two', sql`${row.keptId} <> ${row.goneId}`),
  ],
)
