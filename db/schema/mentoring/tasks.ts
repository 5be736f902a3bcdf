import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { at, createdAt, id } from '../../columns.ts'
import { media } from '../media.ts'
import { skills } from '../people/skills.ts'
import { memberId } from '../people.ts'
import { circles, mentorships } from './mentorships.ts'
import { planItems } from './programs.ts'

// A criterion, and what each of its levels looks like, weakest first.
export type Criterion = { key: string; title: string; levels: string[] }

export const rubrics = pgTable(
  'rubrics',
  {
    id: id(),
    ownerId: memberId(),
    title: text().notNull(),
    skillId: uuid().references(() => skills.id),
    shared: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (row) => [index('rubrics_by_owner').on(row.ownerId, row.createdAt.desc(), row.id)],
)

// A rubric never changes: what is new is a new version, and a submission keeps the one it was judged by.
export const rubricVersions = pgTable(
  'rubric_versions',
  {
    id: id(),
    rubricId: uuid()
      .notNull()
      .references(() => rubrics.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    criteria: jsonb().$type<Criterion[]>().notNull(),
    createdAt: createdAt(),
  },
  (row) => [unique('rubric_versions_in_order').on(row.rubricId, row.version)],
)

export type WantedSupply = { resourceId: string; quantity: number }

export const taskTemplates = pgTable(
  'task_templates',
  {
    id: id(),
    ownerId: memberId(),
    title: text().notNull(),
    description: text().notNull().default(''),
    skillId: uuid().references(() => skills.id),
    rubricId: uuid().references(() => rubrics.id, { onDelete: 'set null' }),
    checklist: text().array().notNull().default([]),
    supplies: jsonb().$type<WantedSupply[]>().notNull().default([]),
    daysToDo: integer(),
    looksFirst: text().array().notNull().default([]),
    shared: boolean().notNull().default(false),
    uses: integer().notNull().default(0),
    createdAt: createdAt(),
  },
  (row) => [
    index('task_templates_by_owner').on(row.ownerId, row.createdAt.desc(), row.id),
    index('task_templates_shared_lately').on(row.createdAt.desc(), row.id.desc()).where(sql`${row.shared}`),
    index('task_templates_shared').on(row.skillId, row.uses.desc(), row.id).where(sql`${row.shared}`),
    check('task_templates_look_first', sql`${row.looksFirst} <@ array['self', 'peer']`),
  ],
)

// set: the participant has not said yes yet; accepted: they work on it; handed-in: somebody is to look; again: one more
// version is wanted; done; dropped.
export const TASK_STATES = ['set', 'accepted', 'handed-in', 'again', 'done', 'dropped'] as const
export type TaskState = (typeof TASK_STATES)[number]
export const LATE_POLICIES = ['welcome', 'noted', 'closed'] as const

// One row for each item of a checklist, with the moment it was ticked.
export type Check = { text: string; doneAt: string | null }

export const tasks = pgTable(
  'tasks',
  {
    id: id(),
    participantId: memberId(),
    // Set by a mentor for the pair, or by oneself.
    setById: memberId(),
    mentorshipId: uuid().references(() => mentorships.id, { onDelete: 'cascade' }),
    skillId: uuid().references(() => skills.id),
    rubricVersionId: uuid().references(() => rubricVersions.id),
    templateId: uuid().references(() => taskTemplates.id, { onDelete: 'set null' }),
    // The same for all tasks that were set for several at once.
    setTogether: uuid(),
    planItemId: uuid().references(() => planItems.id, { onDelete: 'set null' }),
    planVersion: integer(),
    // The item of feedback that this task came from.
    fromItemId: uuid(),
    title: text().notNull(),
    description: text().notNull().default(''),
    checklist: jsonb().$type<Check[]>().notNull().default([]),
    supplies: jsonb().$type<WantedSupply[]>().notNull().default([]),
    dueAt: at(),
    late: text({ enum: LATE_POLICIES }).notNull().default('noted'),
    // Who looks before the mentor does: by themselves, by a peer.
    looksFirst: text().array().notNull().default([]),
    state: text({ enum: TASK_STATES }).notNull().default('set'),
    // How many versions were handed in.
    versions: integer().notNull().default(0),
    setAt: createdAt(),
    acceptedAt: at(),
    movedAt: createdAt(),
    doneAt: at(),
  },
  (row) => [
    index('tasks_of_a_participant').on(row.participantId, row.state, row.dueAt, row.id),
    index('tasks_of_a_pair').on(row.mentorshipId, row.setAt.desc(), row.id),
    index('tasks_set_together').on(row.setTogether).where(sql`${row.setTogether} is not null`),
    index('tasks_set_by').on(row.setById, row.state, row.movedAt, row.id),
    index('tasks_handed_in').on(row.movedAt, row.id).where(sql`${row.state} = 'handed-in'`),
    index('tasks_due').on(row.dueAt, row.id).where(sql`${row.state} in ('set', 'accepted', 'again')`),
    uniqueIndex('tasks_from_the_plan_once').on(row.mentorshipId, row.planItemId),
    check('tasks_state', sql`${row.state} in ('set', 'accepted', 'handed-in', 'again', 'done', 'dropped')`),
    check('tasks_late', sql`${row.late} in ('welcome', 'noted', 'closed')`),
    check('tasks_done_since', sql`(${row.state} = 'done') = (${row.doneAt} is not null)`),
    check('tasks_look_first', sql`${row.looksFirst} <@ array['self', 'peer']`),
    check('tasks_of_oneself', sql`${row.mentorshipId} is not null or ${row.setById} = ${row.participantId}`),
  ],
)

export const taskId = () =>
  uuid()
    .notNull()
    .references(() => tasks.id, { onDelete: 'cascade' })

const mediaId = () =>
  uuid()
    .notNull()
    .references(() => media.id, { onDelete: 'cascade' })

export const taskFiles = pgTable(
  'task_files',
  { taskId: taskId(), mediaId: mediaId(), place: integer().notNull().default(0) },
  (row) => [primaryKey({ columns: [row.taskId, row.mediaId] }), index('task_files_by_media').on(row.mediaId)],
)

export const taskExtensions = pgTable(
  'task_extensions',
  {
    id: id(),
    taskId: taskId(),
    until: at().notNull(),
    reason: text().notNull(),
    state: text({ enum: ['asked', 'granted', 'refused'] })
      .notNull()
      .default('asked'),
    words: text().notNull().default(''),
    askedAt: createdAt(),
    decidedAt: at(),
  },
  (row) => [
    uniqueIndex('task_extensions_one_at_a_time').on(row.taskId).where(sql`${row.state} = 'asked'`),
    index('task_extensions_of_a_task').on(row.taskId, row.askedAt),
    check('task_extensions_state', sql`${row.state} in ('asked', 'granted', 'refused')`),
    check('task_extensions_are_decided_once', sql`(${row.state} = 'asked') = (${row.decidedAt} is null)`),
  ],
)

export type SubmittedLink = { url: string; title: string }

export const submissions = pgTable(
  'submissions',
  {
    id: id(),
    taskId: taskId(),
    version: integer().notNull(),
    note: text().notNull().default(''),
    links: jsonb().$type<SubmittedLink[]>().notNull().default([]),
    rubricVersionId: uuid().references(() => rubricVersions.id),
    wasLate: boolean().notNull().default(false),
    handedInAt: createdAt(),
  },
  (row) => [
    unique('submissions_in_order').on(row.taskId, row.version),
    check('submissions_count_from_one', sql`${row.version} > 0`),
  ],
)

export const submissionFiles = pgTable(
  'submission_files',
  {
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id, { onDelete: 'cascade' }),
    mediaId: mediaId(),
    place: integer().notNull().default(0),
  },
  (row) => [
    primaryKey({ columns: [row.submissionId, row.mediaId] }),
    index('submission_files_by_media').on(row.mediaId),
  ],
)

// Whoever made it shows it to their circle, as long as they like.
export const circleShares = pgTable(
  'circle_shares',
  {
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id, { onDelete: 'cascade' }),
    circleId: uuid()
      .notNull()
      .references(() => circles.id, { onDelete: 'cascade' }),
    at: createdAt(),
  },
  (row) => [
    primaryKey({ columns: [row.submissionId, row.circleId] }),
    index('circle_shares_of_a_circle').on(row.circleId, row.at.desc(), row.submissionId),
  ],
)
