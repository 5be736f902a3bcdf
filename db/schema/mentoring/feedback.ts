import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, real, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, id } from '../../columns.ts'
import { media } from '../media.ts'
import { skills } from '../people/skills.ts'
import { memberId, members } from '../people.ts'
import { rubricVersions, submissions, taskId, tasks } from './tasks.ts'

const submissionId = () =>
  uuid()
    .notNull()
    .references(() => submissions.id, { onDelete: 'cascade' })

// Who is to look at a submission, and by when. A step nobody finished goes to the mentor: no submission waits for ever.
export const looks = pgTable(
  'looks',
  {
    id: id(),
    submissionId: submissionId(),
    kind: text({ enum: ['self', 'peer', 'mentor'] }).notNull(),
    // A peer step is open until somebody takes it.
    reviewerId: uuid().references(() => members.id, { onDelete: 'set null' }),
    state: text({ enum: ['open', 'done', 'handed-on'] })
      .notNull()
      .default('open'),
    opensAt: createdAt(),
    dueAt: at().notNull(),
    doneAt: at(),
    // Why the mentor did not wait for it.
    skippedBecause: text(),
  },
  (row) => [
    index('looks_of_a_reviewer').on(row.reviewerId, row.dueAt, row.id).where(sql`${row.state} = 'open'`),
    index('looks_running_out').on(row.dueAt, row.id).where(sql`${row.state} = 'open'`),
    unique('looks_once_of_a_kind').on(row.submissionId, row.kind),
    check('looks_kind', sql`${row.kind} in ('self', 'peer', 'mentor')`),
    check('looks_state', sql`${row.state} in ('open', 'done', 'handed-on')`),
    check(
      'looks_skipped_for_a_reason',
      sql`${row.skippedBecause} is null or (${row.state} = 'handed-on' and ${row.kind} <> 'mentor' and ${row.skippedBecause} <> '')`,
    ),
    check('looks_end_once', sql`(${row.state} = 'open') = (${row.doneAt} is null)`),
    check('looks_by_somebody', sql`${row.kind} = 'peer' or ${row.reviewerId} is not null or ${row.state} <> 'open'`),
  ],
)

export const feedback = pgTable(
  'feedback',
  {
    id: id(),
    submissionId: submissionId(),
    // One step is finished once, whoever is quicker.
    lookId: uuid()
      .notNull()
      .unique('feedback_finishes_a_look_once')
      .references(() => looks.id, { onDelete: 'cascade' }),
    byId: memberId(),
    verdict: text({ enum: ['accepted', 'again'] }),
    words: text().notNull().default(''),
    // The level reached for each criterion of the rubric version it was judged by.
    rubricVersionId: uuid().references(() => rubricVersions.id),
    scores: jsonb().$type<Record<string, number>>().notNull().default({}),
    // The same thing in other words, where that helps more than a comment.
    rewrite: text().notNull().default(''),
    nextStep: text().notNull().default(''),
    level: integer(),
    givenAt: createdAt(),
    readAt: at(),
    helped: integer(),
  },
  (row) => [
    index('feedback_on_a_submission').on(row.submissionId, row.givenAt),
    index('feedback_by').on(row.byId, row.givenAt.desc(), row.id),
    check('feedback_verdict', sql`${row.verdict} in ('accepted', 'again')`),
    check('feedback_level', sql`${row.level} between 1 and 5`),
    check('feedback_helped', sql`${row.helped} between 1 and 5`),
  ],
)

export const COMMENT_KINDS = ['essential', 'actionable', 'optional', 'celebratory'] as const
export type CommentKind = (typeof COMMENT_KINDS)[number]
// What the participant makes of it.
export const ANSWERS = ['keep', 'change', 'next-task'] as const

export const comments = pgTable(
  'comments',
  {
    id: id(),
    feedbackId: uuid()
      .notNull()
      .references(() => feedback.id, { onDelete: 'cascade' }),
    kind: text({ enum: COMMENT_KINDS }).notNull(),
    words: text().notNull(),
    // Pinned to a place in a picture, as parts of its width and height, or to a moment in sound and film.
    mediaId: uuid().references(() => media.id, { onDelete: 'set null' }),
    x: real(),
    y: real(),
    atMs: integer(),
    phraseId: uuid(),
    place: integer().notNull().default(0),
    answer: text({ enum: ANSWERS }),
    answeredAt: at(),
    // The version that shows it was acted on, and the task that came from it.
    actedOnIn: uuid().references(() => submissions.id, { onDelete: 'set null' }),
    becameTaskId: uuid().references(() => tasks.id, { onDelete: 'set null' }),
  },
  (row) => [
    index('comments_of_a_feedback').on(row.feedbackId, row.place),
    index('comments_by_media').on(row.mediaId).where(sql`${row.mediaId} is not null`),
    check('comments_kind', sql`${row.kind} in ('essential', 'actionable', 'optional', 'celebratory')`),
    check('comments_answer', sql`${row.answer} in ('keep', 'change', 'next-task')`),
    check('comments_answered_when', sql`(${row.answer} is null) = (${row.answeredAt} is null)`),
    check('comments_pinned_within', sql`${row.x} between 0 and 1 and ${row.y} between 0 and 1`),
    check('comments_pinned_with_both', sql`(${row.x} is null) = (${row.y} is null)`),
    check('comments_pinned_in_time', sql`${row.atMs} >= 0`),
  ],
)

// A mentor's own words, offered again for similar work and never sent without them.
export const phrases = pgTable(
  'phrases',
  {
    id: id(),
    ownerId: memberId(),
    kind: text({ enum: COMMENT_KINDS }).notNull(),
    words: text().notNull(),
    skillId: uuid().references(() => skills.id),
    uses: integer().notNull().default(0),
    createdAt: createdAt(),
    lastUsedAt: createdAt(),
  },
  (row) => [
    index('phrases_at_hand').on(row.ownerId, row.skillId, row.lastUsedAt.desc(), row.id),
    uniqueIndex('phrases_once').on(
      row.ownerId,
      sql`coalesce(${row.skillId}, ${row.ownerId})`,
      row.kind,
      sql`md5(${row.words})`,
    ),
    check('phrases_kind', sql`${row.kind} in ('essential', 'actionable', 'optional', 'celebratory')`),
  ],
)

// Which of two versions is better, and why. The lesser id is always `a`, so a pair of versions is one pair.
export const preferences = pgTable(
  'preferences',
  {
    id: id(),
    raterId: memberId(),
    taskId: taskId(),
    aId: submissionId(),
    bId: submissionId(),
    choice: text({ enum: ['a', 'b', 'same'] }).notNull(),
    reason: text().notNull(),
    criteria: text().array().notNull().default([]),
    at: createdAt(),
  },
  (row) => [
    uniqueIndex('preferences_once').on(row.raterId, row.aId, row.bId),
    index('preferences_on_a_task').on(row.taskId, row.at),
    check('preferences_choice', sql`${row.choice} in ('a', 'b', 'same')`),
    check('preferences_between_two', sql`${row.aId} < ${row.bId}`),
    check('preferences_with_a_reason', sql`length(${row.reason}) > 0`),
  ],
)

// Who lets their choices go into the export of preference data; taking it back takes them out of every later one.
export const preferenceConsents = pgTable('preference_consents', {
  memberId: memberId().primaryKey(),
  agreedAt: createdAt(),
  withdrawnAt: at(),
})
