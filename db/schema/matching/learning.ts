import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { at, createdAt } from '../../columns.ts'
import { memberId } from '../people.ts'

// Which mentors a member saw, and what was known of the two then. A mentor who was asked without having been shown has neither
// a place nor a day on which they were.
export const shownMentors = pgTable(
  'shown_mentors',
  {
    slate: uuid().notNull(),
    memberId: memberId(),
    otherId: memberId(),
    position: smallint(),
    // How likely they were to stand there; nothing is learned from what was shown without that.
    propensity: doublePrecision(),
    // The numbers of the pair, and which ones these are.
    known: real().array().notNull(),
    shape: integer().notNull(),
    // Which weights and which prices chose them; none where the rules did, and none where there was no price.
    version: integer(),
    prices: integer(),
    madeAt: at().notNull(),
    shownAt: at(),
  },
  (row) => [
    primaryKey({ columns: [row.slate, row.otherId] }),
    index('shown_mentors_to').on(row.memberId, row.otherId, row.shownAt),
    index('shown_mentors_of_others').on(row.otherId),
    index('shown_mentors_by_age').on(row.madeAt),
    check('shown_mentors_take_two', sql`${row.memberId} <> ${row.otherId}`),
    check('shown_mentors_stood_somewhere', sql`(${row.position} is null) = (${row.shownAt} is null)`),
    check('shown_mentors_propensity', sql`${row.propensity} > 0 and ${row.propensity} <= 1`),
    check('shown_mentors_knew_it_before', sql`${row.shownAt} >= ${row.madeAt}`),
  ],
)

export const LEARNED = ['asks', 'accepts', 'succeeds'] as const

// How far what is foreseen came true, on outcomes that nothing was learned from.
export type HoldOut = {
  outcomes: number
  why: string
  publish: boolean
  loss: { now: number; next: number }
  miss: { now: number; next: number }
  byChance: number
  // Of the fifth that each thought likeliest, how many came: of `of`.
  likely: { of: number; learned: number; rules: number }
}

export type LearnedHead = {
  // How many it was learned from.
  outcomes: number
  bias: number
  of: Record<string, number>
  learnedUntil: number
  holdOut: HoldOut
  // What really came where so much was foreseen; see calibrating.ts.
  steps: { from: number; to: number; came: number; outcomes: number }[]
  usual: number
  // How far all suggestions came until that night, where it was counted.
  ladder?: { shown: number; asked: number; accepted: number; met: number; succeeded: number }
}

// How unlike others a member is, and how unsure that is.
export type Leaning = { effect: number; spread: number }

// What one night learned of one of the three questions. The effects of members stay until it is published or refused.
export const learningNights = pgTable(
  'learning_nights',
  {
    night: date({ mode: 'string' }).notNull(),
    head: text({ enum: LEARNED }).notNull(),
    learned: jsonb().$type<LearnedHead>().notNull(),
    effects: jsonb().$type<{ askers: Record<string, Leaning>; asked: Record<string, Leaning> }>(),
    at: createdAt(),
  },
  (row) => [
    primaryKey({ columns: [row.night, row.head] }),
    check('learning_nights_head', sql`${row.head} in ('asks', 'accepts', 'succeeds')`),
  ],
)

// Weights that were published, the newest five; a head that was not learned yet is not in it. One night publishes once.
export const weightVersions = pgTable('weight_versions', {
  number: integer().primaryKey(),
  night: date({ mode: 'string' }).notNull().unique(),
  heads: jsonb().$type<Partial<Record<(typeof LEARNED)[number], LearnedHead>>>().notNull(),
  publishedAt: createdAt(),
})

// What a member adds in general, as one who asks and as one who is asked, for each of the three questions.
export const memberLeanings = pgTable(
  'member_leanings',
  {
    version: integer()
      .notNull()
      .references(() => weightVersions.number, { onDelete: 'cascade' }),
    memberId: memberId(),
    head: text({ enum: LEARNED }).notNull(),
    side: text({ enum: ['asker', 'asked'] }).notNull(),
    effect: real().notNull(),
    spread: real().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.version, row.memberId, row.head, row.side] }),
    index('member_leanings_of_a_member').on(row.memberId),
    check('member_leanings_head', sql`${row.head} in ('asks', 'accepts', 'succeeds')`),
    check('member_leanings_side', sql`${row.side} in ('asker', 'asked')`),
  ],
)

// Which weights are in force, in a single row: none where the rules are.
export const weightsInForce = pgTable(
  'weights_in_force',
  {
    only: boolean().primaryKey().default(true),
    version: integer().references(() => weightVersions.number),
    rulesOnly: boolean().notNull().default(false),
    // The last number that was given; none is given twice.
    lastNumber: integer().notNull().default(0),
    changedAt: createdAt(),
  },
  (row) => [check('weights_in_force_are_one_row', sql`${row.only}`)],
)
