import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, id } from '../../columns.ts'
import { skills } from '../people/skills.ts'
import { memberId, members } from '../people.ts'
import { FORMATS, programs } from './programs.ts'

export const REQUEST_STATES = ['waiting', 'asked', 'accepted', 'declined', 'withdrawn', 'expired'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

// Somebody asks to be mentored. Each request has one owner, the mentor, and a day by which they answer; after that it
// goes on to the next mentor who has room, or back to the one who asked.
export const mentorshipRequests = pgTable(
  'mentorship_requests',
  {
    id: id(),
    participantId: memberId(),
    mentorId: memberId(),
    programId: uuid().references(() => programs.id),
    format: text({ enum: FORMATS }).notNull().default('one-to-one'),
    skillId: uuid().references(() => skills.id),
    words: text().notNull(),
    state: text({ enum: REQUEST_STATES }).notNull().default('waiting'),
    // What the mentor would like to know first, and what came back.
    question: text(),
    answer: text(),
    reason: text(),
    answerBy: at().notNull(),
    // The request that this one goes on from.
    goesOnFrom: uuid(),
    // The mentorship that ended so that this one may begin with somebody else, and whether its participant lets the next
    // mentor know what was done there: nothing is known of it until they say yes.
    changesFrom: uuid(),
    brings: boolean(),
    createdAt: createdAt(),
    decidedAt: at(),
  },
  (row) => [
    index('mentorship_requests_in_the_queue')
      .on(row.mentorId, row.createdAt, row.id)
      .where(sql`${row.state} in ('waiting', 'asked')`),
    index('mentorship_requests_running_out').on(row.answerBy, row.id).where(sql`${row.state} in ('waiting', 'asked')`),
    index('mentorship_requests_of_a_participant').on(row.participantId, row.createdAt.desc(), row.id),
    index('mentorship_requests_change_mentor').on(row.changesFrom).where(sql`${row.changesFrom} is not null`),
    index('mentorship_requests_answered')
      .on(row.mentorId, row.createdAt)
      .where(sql`${row.state} in ('accepted', 'declined', 'expired')`),
    index('mentorship_requests_decided').on(row.decidedAt).where(sql`${row.decidedAt} is not null`),
    uniqueIndex('mentorship_requests_once_at_a_time')
      .on(row.participantId, row.mentorId)
      .where(sql`${row.state} in ('waiting', 'asked')`),
    check(
      'mentorship_requests_state',
      sql`${row.state} in ('waiting', 'asked', 'accepted', 'declined', 'withdrawn', 'expired')`,
    ),
    check('mentorship_requests_format', sql`${row.format} in ('one-to-one', 'group', 'peer', 'one-off')`),
    check('mentorship_requests_take_two', sql`${row.participantId} <> ${row.mentorId}`),
    check(
      'mentorship_requests_are_decided_once',
      sql`(${row.state} in ('waiting', 'asked')) = (${row.decidedAt} is null)`,
    ),
    check('mentorship_requests_declined_for_a_reason', sql`${row.state} <> 'declined' or ${row.reason} is not null`),
  ],
)

// Several participants who learn together from one mentor: each has a mentorship, and all of them one circle.
export const circles = pgTable(
  'circles',
  { id: id(), mentorId: memberId(), name: text().notNull(), createdAt: createdAt() },
  (row) => [index('circles_of_a_mentor').on(row.mentorId)],
)

export const MENTORSHIP_STATES = ['active', 'paused', 'closed'] as const
export type MentorshipState = (typeof MENTORSHIP_STATES)[number]

export const CLOSING_REASONS = [
  'goal-reached',
  'time-is-up',
  'no-time',
  'not-a-fit',
  'moved-on',
  'went-quiet',
  'changed-mentor',
  'answered',
  'blocked',
] as const

// The relation between a mentor and a participant. In a peer mentorship each is both; the one who asked is the participant.
export const mentorships = pgTable(
  'mentorships',
  {
    id: id(),
    mentorId: memberId(),
    participantId: memberId(),
    requestId: uuid().references(() => mentorshipRequests.id, { onDelete: 'set null' }),
    programId: uuid().references(() => programs.id),
    circleId: uuid().references(() => circles.id),
    skillId: uuid().references(() => skills.id),
    format: text({ enum: FORMATS }).notNull().default('one-to-one'),
    state: text({ enum: MENTORSHIP_STATES }).notNull().default('active'),
    aim: text().notNull().default(''),
    startedAt: createdAt(),
    // From when the days of its program's plan count, where that was before it started: it goes on from another mentorship.
    planSince: at(),
    pausedUntil: date({ mode: 'string' }),
    // When either of them last did something for it; silence is counted from here.
    movedAt: createdAt(),
    closesOn: date({ mode: 'string' }),
    closedAt: at(),
    closedById: uuid().references(() => members.id, { onDelete: 'set null' }),
    closedBecause: text({ enum: CLOSING_REASONS }),
    // Whose turn it is, as the last step says; see the domain's `turn.ts`.
    turn: text({ enum: ['mentor', 'participant', 'nobody'] })
      .notNull()
      .default('participant'),
  },
  (row) => [
    index('mentorships_of_a_mentor').on(row.mentorId, row.state, row.movedAt, row.id),
    index('mentorships_of_a_participant').on(row.participantId, row.state, row.movedAt, row.id),
    index('mentorships_of_a_program')
      .on(row.programId, row.state, row.movedAt, row.id)
      .where(sql`${row.programId} is not null`),
    index('mentorships_of_a_circle').on(row.circleId).where(sql`${row.circleId} is not null`),
    index('mentorships_gone_quiet').on(row.movedAt, row.id).where(sql`${row.state} = 'active'`),
    index('mentorships_asked_for_once').on(row.id).where(sql`${row.format} = 'one-off' and ${row.state} <> 'closed'`),
    uniqueIndex('mentorships_once_at_a_time').on(row.mentorId, row.participantId).where(sql`${row.state} <> 'closed'`),
    uniqueIndex('mentorships_from_one_request').on(row.requestId),
    check('mentorships_state', sql`${row.state} in ('active', 'paused', 'closed')`),
    check('mentorships_format', sql`${row.format} in ('one-to-one', 'group', 'peer', 'one-off')`),
    check('mentorships_turn', sql`${row.turn} in ('mentor', 'participant', 'nobody')`),
    check('mentorships_take_two', sql`${row.mentorId} <> ${row.participantId}`),
    check(
      'mentorships_closed_for_a_reason',
      sql`(${row.state} = 'closed') = (${row.closedAt} is not null and ${row.closedBecause} is not null)`,
    ),
    check(
      'mentorships_closing_reason',
      sql`${row.closedBecause} in ('goal-reached', 'time-is-up', 'no-time', 'not-a-fit', 'moved-on', 'went-quiet', 'changed-mentor', 'answered', 'blocked')`,
    ),
  ],
)

const mentorshipId = () =>
  uuid()
    .notNull()
    .references(() => mentorships.id, { onDelete: 'cascade' })

// How many a mentor has taken on, kept by a trigger that refuses more than they have room for: see availability.
export const mentorSeats = pgTable('mentor_seats', {
  mentorId: memberId().primaryKey(),
  taken: integer().notNull().default(0),
})

// What either of them says at the end. A testimonial hangs in public only when both want it to.
export const farewells = pgTable(
  'farewells',
  {
    mentorshipId: mentorshipId(),
    byId: memberId(),
    rating: integer(),
    privateWords: text().notNull().default(''),
    testimonial: text().notNull().default(''),
    mayBeShown: boolean().notNull().default(false),
    // The one it is about said yes.
    shownAt: at(),
    wantsAnother: boolean().notNull().default(false),
    at: createdAt(),
  },
  (row) => [
    primaryKey({ columns: [row.mentorshipId, row.byId] }),
    check('farewells_rating', sql`${row.rating} between 1 and 5`),
    check(
      'farewells_shown_with_leave',
      sql`${row.shownAt} is null or (${row.mayBeShown} and ${row.testimonial} <> '')`,
    ),
  ],
)

// A word between the two, in their timeline.
export const pairNotes = pgTable(
  'pair_notes',
  { id: id(), mentorshipId: mentorshipId(), byId: memberId(), words: text().notNull(), at: createdAt() },
  (row) => [index('pair_notes_of_a_pair').on(row.mentorshipId, row.at.desc(), row.id)],
)

// Each reminder about a silence is given once: since is when the silence began.
export const nudges = pgTable(
  'nudges',
  { mentorshipId: mentorshipId(), since: at().notNull(), day: integer().notNull(), at: createdAt() },
  (row) => [
    primaryKey({ columns: [row.mentorshipId, row.since, row.day] }),
    check('nudges_day', sql`${row.day} in (7, 14, 21, 28)`),
  ],
)

export const blocks = pgTable('blocks', { memberId: memberId(), blockedId: memberId(), at: createdAt() }, (row) => [
  primaryKey({ columns: [row.memberId, row.blockedId] }),
  index('blocks_of_the_blocked').on(row.blockedId),
  check('blocks_take_two', sql`${row.memberId} <> ${row.blockedId}`),
])

export const REPORT_KINDS = ['unkind', 'unsafe', 'asks-for-money', 'not-who-they-say', 'other'] as const

export const reports = pgTable(
  'reports',
  {
    id: id(),
    byId: memberId(),
    aboutId: memberId(),
    mentorshipId: uuid().references(() => mentorships.id, { onDelete: 'set null' }),
    kind: text({ enum: REPORT_KINDS }).notNull(),
    words: text().notNull(),
    at: createdAt(),
    handledAt: at(),
    handledById: uuid().references(() => members.id, { onDelete: 'set null' }),
    outcome: text(),
  },
  (row) => [
    index('reports_open').on(row.at, row.id).where(sql`${row.handledAt} is null`),
    check('reports_kind', sql`${row.kind} in ('unkind', 'unsafe', 'asks-for-money', 'not-who-they-say', 'other')`),
    check('reports_take_two', sql`${row.byId} <> ${row.aboutId}`),
    check('reports_are_handled_with_an_outcome', sql`(${row.handledAt} is null) = (${row.outcome} is null)`),
  ],
)
