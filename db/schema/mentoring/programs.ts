import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
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
import { skills } from '../people/skills.ts'
import { memberId, members } from '../people.ts'

export const FORMATS = ['one-to-one', 'group', 'peer', 'one-off'] as const
export type Format = (typeof FORMATS)[number]

// What the organisers of a program may see of its pairs: only that there are pairs; how far they came; or their work too.
export const SIGHTS = ['pairs', 'progress', 'content'] as const
export type Sight = (typeof SIGHTS)[number]

export type FormField = {
  key: string
  label: string
  help: string
  kind: 'line' | 'text' | 'choice' | 'choices' | 'number' | 'date' | 'yes-no'
  options: string[]
  required: boolean
}
export type RequiredStep = { key: string; title: string; help: string }

export const programs = pgTable(
  'programs',
  {
    id: id(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    summary: text().notNull(),
    description: text().notNull().default(''),
    format: text({ enum: FORMATS }).notNull().default('one-to-one'),
    state: text({ enum: ['draft', 'open', 'running', 'finished'] })
      .notNull()
      .default('draft'),
    startsOn: date({ mode: 'string' }).notNull(),
    endsOn: date({ mode: 'string' }).notNull(),
    // Read aloud to whoever applies; `sight` is what it promises, and what the house keeps to.
    consent: text().notNull(),
    sight: text({ enum: SIGHTS }).notNull().default('progress'),
    form: jsonb().$type<FormField[]>().notNull().default([]),
    steps: jsonb().$type<RequiredStep[]>().notNull().default([]),
    copiedFrom: uuid(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (row) => [
    index('programs_by_start').on(row.startsOn.desc(), row.id),
    check('programs_format', sql`${row.format} in ('one-to-one', 'group', 'peer', 'one-off')`),
    check('programs_state', sql`${row.state} in ('draft', 'open', 'running', 'finished')`),
    check('programs_sight', sql`${row.sight} in ('pairs', 'progress', 'content')`),
    check('programs_end_after_they_begin', sql`${row.endsOn} >= ${row.startsOn}`),
  ],
)

const programId = () =>
  uuid()
    .notNull()
    .references(() => programs.id, { onDelete: 'cascade' })

export const programOrganisers = pgTable(
  'program_organisers',
  { programId: programId(), memberId: memberId(), since: createdAt() },
  (row) => [
    primaryKey({ columns: [row.programId, row.memberId] }),
    index('program_organisers_by_member').on(row.memberId),
  ],
)

// What is learned in it.
export const programSkills = pgTable(
  'program_skills',
  {
    programId: programId(),
    skillId: uuid()
      .notNull()
      .references(() => skills.id, { onDelete: 'cascade' }),
  },
  (row) => [primaryKey({ columns: [row.programId, row.skillId] }), index('program_skills_by_skill').on(row.skillId)],
)

export const cohorts = pgTable(
  'cohorts',
  {
    id: id(),
    programId: programId(),
    name: text().notNull(),
    startsOn: date({ mode: 'string' }).notNull(),
    endsOn: date({ mode: 'string' }).notNull(),
    seats: integer().notNull(),
    // Kept by a trigger that refuses more than there are seats.
    taken: integer().notNull().default(0),
  },
  (row) => [
    index('cohorts_of_a_program').on(row.programId, row.startsOn),
    check('cohorts_end_after_they_begin', sql`${row.endsOn} >= ${row.startsOn}`),
    check('cohorts_have_room', sql`${row.taken} between 0 and ${row.seats}`),
  ],
)

export const APPLICATION_STATES = ['applied', 'accepted', 'declined', 'withdrawn'] as const

export const programApplications = pgTable(
  'program_applications',
  {
    id: id(),
    programId: programId(),
    cohortId: uuid().references(() => cohorts.id),
    memberId: memberId(),
    part: text({ enum: ['participant', 'mentor'] })
      .notNull()
      .default('participant'),
    // The form as it was when it was answered, with the answers.
    form: jsonb().$type<FormField[]>().notNull(),
    answers: jsonb().$type<Record<string, string | string[] | number | boolean>>().notNull(),
    consentedAt: createdAt(),
    stepsDone: text().array().notNull().default([]),
    state: text({ enum: APPLICATION_STATES }).notNull().default('applied'),
    words: text().notNull().default(''),
    // How those with whom they are to talk reach them.
    reach: text().notNull().default(''),
    decidedById: uuid().references(() => members.id, { onDelete: 'set null' }),
    appliedAt: createdAt(),
    decidedAt: at(),
  },
  (row) => [
    index('program_applications_waiting').on(row.programId, row.state, row.appliedAt, row.id),
    index('program_applications_by_member').on(row.memberId, row.appliedAt.desc()),
    uniqueIndex('program_applications_one_at_a_time')
      .on(row.programId, row.memberId)
      .where(sql`${row.state} in ('applied', 'accepted')`),
    check('program_applications_part', sql`${row.part} in ('participant', 'mentor')`),
    check('program_applications_state', sql`${row.state} in ('applied', 'accepted', 'declined', 'withdrawn')`),
    check('program_applications_are_decided_once', sql`(${row.state} = 'applied') = (${row.decidedAt} is null)`),
  ],
)

export type Question = { key: string; label: string; kind: 'rating' | 'text' | 'yes-no' }

// The plan that each pair of a program gets a copy of: what is to do when, counted in days from its start.
export const planItems = pgTable(
  'plan_items',
  {
    id: id(),
    programId: programId(),
    kind: text({ enum: ['task', 'milestone', 'survey'] }).notNull(),
    title: text().notNull(),
    text: text().notNull().default(''),
    afterDays: integer().notNull(),
    skillId: uuid().references(() => skills.id),
    rubricId: uuid(),
    questions: jsonb().$type<Question[]>().notNull().default([]),
    place: integer().notNull().default(0),
    version: integer().notNull().default(1),
    // The version that was last brought to the pairs that were running; a later one waits for a clear yes.
    sentVersion: integer().notNull().default(0),
    dropped: boolean().notNull().default(false),
    updatedAt: createdAt(),
  },
  (row) => [
    index('plan_items_of_a_program').on(row.programId, row.afterDays, row.place),
    check('plan_items_kind', sql`${row.kind} in ('task', 'milestone', 'survey')`),
    check('plan_items_come_in_time', sql`${row.afterDays} between 0 and 1000`),
  ],
)

// A survey of the plan is laid before a pair once, and stays open until its day.
export const surveysAsked = pgTable(
  'surveys_asked',
  {
    id: id(),
    planItemId: uuid()
      .notNull()
      .references(() => planItems.id, { onDelete: 'cascade' }),
    mentorshipId: uuid().notNull(),
    askedAt: createdAt(),
    openUntil: at().notNull(),
  },
  (row) => [
    unique('surveys_asked_once').on(row.planItemId, row.mentorshipId),
    index('surveys_asked_of_a_pair').on(row.mentorshipId, row.openUntil),
  ],
)

export const surveyAnswers = pgTable(
  'survey_answers',
  {
    id: id(),
    planItemId: uuid()
      .notNull()
      .references(() => planItems.id, { onDelete: 'cascade' }),
    mentorshipId: uuid().notNull(),
    memberId: memberId(),
    answers: jsonb().$type<Record<string, string | number | boolean>>().notNull(),
    at: createdAt(),
  },
  (row) => [unique('survey_answers_once').on(row.planItemId, row.mentorshipId, row.memberId)],
)
