import { type SQL, sql } from 'drizzle-orm'
import {
  bigint,
  check,
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
import { at, createdAt } from '../columns.ts'
import { memberId } from './people.ts'

// How a member likes to work, between two ways of doing it: -2 is all the first, 2 all the second, empty is not said.
export const waysOfWorking = pgTable(
  'ways_of_working',
  {
    memberId: memberId().primaryKey(),
    pace: smallint(),
    words: smallint(),
    plan: smallint(),
    company: smallint(),
    understanding: smallint(),
    meetings: smallint(),
    aim: smallint(),
    updatedAt: createdAt(),
  },
  (row) =>
    [row.pace, row.words, row.plan, row.company, row.understanding, row.meetings, row.aim].map((way) =>
      check(`ways_of_working_${way.name}`, between(sql`${way}`)),
    ),
)

const between = (way: SQL) => sql`${way} between -2 and 2`

// When somebody was last looked at, also where nobody was found for them; and the last fact that was the reason, so that a
// message that comes again does nothing.
export const matchRuns = pgTable(
  'match_runs',
  {
    memberId: memberId().primaryKey(),
    madeAt: createdAt(),
    fact: bigint({ mode: 'number' }).notNull().default(0),
    // What was found then is one slate, chosen by these weights and at these prices; and when its member first saw it.
    slate: uuid().notNull().defaultRandom(),
    version: integer(),
    prices: integer(),
    seenAt: at(),
    // Whom they might ask, and how well each fits: what prices are found from.
    among: uuid().array().notNull().default([]),
    fits: real().array().notNull().default([]),
  },
  (row) => [
    index('match_runs_by_age').on(row.madeAt),
    check('match_runs_fits', sql`cardinality(${row.among}) = cardinality(${row.fits})`),
  ],
)

// Why somebody is suggested, in data: words are found for it when it is read.
export type Told = {
  reasons: { topic: string; by: number }[]
  caution: string | null
  change: { step: string; by: number } | null
  skills: string[]
  // Between peers: what goes the other way, and what both want to learn.
  inReturn?: string[]
  together?: string[]
  hoursAWeek: number | null
  // The first moments in which both have an hour.
  free: string[]
  // Where learned weights decided: how well it fits, and which share of such pairs got somewhere where enough did.
  likely?: { word: 'strong' | 'good' | 'possible'; share?: number }
}

// Who looks at a mentee is the mentor; peers look at each other.
export const SUGGESTED = ['mentor', 'peer', 'mentee'] as const
export type Suggested = (typeof SUGGESTED)[number]

// Who is suggested to whom, and why. Who may see whom is asked again when it is read.
export const recommendations = pgTable(
  'recommendations',
  {
    memberId: memberId(),
    kind: text({ enum: SUGGESTED }).notNull(),
    otherId: memberId(),
    fit: doublePrecision().notNull(),
    told: jsonb().$type<Told>().notNull(),
    // The numbers of the pair that learning needs, and how likely it was to be suggested.
    known: real().array().notNull().default([]),
    propensity: doublePrecision(),
    madeAt: createdAt(),
  },
  (row) => [
    primaryKey({ columns: [row.memberId, row.kind, row.otherId] }),
    index('recommendations_of_others').on(row.otherId, row.kind, row.memberId),
    check('recommendations_kind', sql`${row.kind} in ('mentor', 'peer', 'mentee')`),
    check('recommendations_take_two', sql`${row.memberId} <> ${row.otherId}`),
  ],
)

export const NOT_FOR_ME = [
  'not-what-i-look-for',
  'no-time-together',
  'we-know-each-other',
  'not-with-them',
  'other',
] as const

// What a member made of a suggestion. One that was put away does not come back.
export const recommendationAnswers = pgTable(
  'recommendation_answers',
  {
    memberId: memberId(),
    kind: text({ enum: SUGGESTED }).notNull(),
    otherId: memberId(),
    answer: text({ enum: ['saved', 'dismissed'] }).notNull(),
    because: text({ enum: NOT_FOR_ME }),
    at: createdAt(),
  },
  (row) => [
    primaryKey({ columns: [row.memberId, row.kind, row.otherId] }),
    index('recommendation_answers_about').on(row.otherId),
    check('recommendation_answers_kind', sql`${row.kind} in ('mentor', 'peer', 'mentee')`),
    check('recommendation_answers_answer', sql`${row.answer} in ('saved', 'dismissed')`),
    check(
      'recommendation_answers_because',
      sql`${row.because} is null or ${row.answer} = 'dismissed' and ${row.because} in ('not-what-i-look-for', 'no-time-together', 'we-know-each-other', 'not-with-them', 'other')`,
    ),
  ],
)
