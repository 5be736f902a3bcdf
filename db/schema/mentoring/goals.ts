import { sql } from 'drizzle-orm'
import { check, date, index, integer, numeric, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, id } from '../../columns.ts'
import { skills } from '../people/skills.ts'
import { memberId } from '../people.ts'
import { mentorships } from './mentorships.ts'
import { planItems } from './programs.ts'

// What a participant aims for, told in something that can be counted: 12 songs, level 4, three pieces sold.
export const goals = pgTable(
  'goals',
  {
    id: id(),
    memberId: memberId(),
    mentorshipId: uuid().references(() => mentorships.id, { onDelete: 'set null' }),
    planItemId: uuid().references(() => planItems.id, { onDelete: 'set null' }),
    planVersion: integer(),
    skillId: uuid().references(() => skills.id),
    title: text().notNull(),
    why: text().notNull().default(''),
    measure: text().notNull().default('steps'),
    // Where it began: a goal may lead upwards, or down (from 40 minutes to 25).
    startsAt: numeric({ mode: 'number' }).notNull().default(0),
    target: numeric({ mode: 'number' }).notNull(),
    reached: numeric({ mode: 'number' }).notNull().default(0),
    dueOn: date({ mode: 'string' }),
    remindOn: date({ mode: 'string' }),
    remindEvery: integer(),
    // Who else may see it: only me, my mentors, members.
    seenBy: text({ enum: ['me', 'mentors', 'members'] })
      .notNull()
      .default('mentors'),
    setAt: createdAt(),
    reachedAt: at(),
    celebratedAt: at(),
    droppedAt: at(),
  },
  (row) => [
    index('goals_of_a_member').on(row.memberId, row.setAt.desc(), row.id),
    index('goals_of_a_pair').on(row.mentorshipId, row.setAt.desc(), row.id),
    index('goals_to_remind').on(row.remindOn).where(sql`${row.reachedAt} is null and ${row.droppedAt} is null`),
    unique('goals_and_whose').on(row.id, row.memberId),
    uniqueIndex('goals_from_the_plan_once').on(row.mentorshipId, row.planItemId),
    check('goals_have_a_target', sql`${row.target} >= 0 and ${row.reached} >= 0`),
    check('goals_lead_somewhere', sql`${row.startsAt} >= 0 and ${row.startsAt} <> ${row.target}`),
    check('goals_remind_now_and_then', sql`${row.remindEvery} between 1 and 92`),
    check('goals_seen_by', sql`${row.seenBy} in ('me', 'mentors', 'members')`),
  ],
)

const goalId = () =>
  uuid()
    .notNull()
    .references(() => goals.id, { onDelete: 'cascade' })

export const goalSteps = pgTable(
  'goal_steps',
  {
    id: id(),
    goalId: goalId(),
    title: text().notNull(),
    place: integer().notNull(),
    dueOn: date({ mode: 'string' }),
    doneAt: at(),
  },
  (row) => [index('goal_steps_of_a_goal').on(row.goalId, row.place)],
)

export const goalProgress = pgTable(
  'goal_progress',
  {
    id: id(),
    goalId: goalId(),
    reached: numeric({ mode: 'number' }).notNull(),
    words: text().notNull().default(''),
    at: createdAt(),
  },
  (row) => [
    index('goal_progress_of_a_goal').on(row.goalId, row.at),
    check('goal_progress_counts', sql`${row.reached} >= 0`),
  ],
)
