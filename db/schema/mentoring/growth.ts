import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, id } from '../../columns.ts'
import { skillId } from '../people/skills.ts'
import { memberId, members } from '../people.ts'
import { submissions } from './tasks.ts'

export const CLAIM_SOURCES = ['self', 'peer', 'mentor', 'test'] as const
export type ClaimSource = (typeof CLAIM_SOURCES)[number]

// A level is what somebody says on a day, on the evidence of something; who says it is never mixed up.
export const levelClaims = pgTable(
  'level_claims',
  {
    id: id(),
    memberId: memberId(),
    skillId: skillId(),
    level: integer().notNull(),
    source: text({ enum: CLAIM_SOURCES }).notNull(),
    byId: uuid().references(() => members.id, { onDelete: 'set null' }),
    submissionId: uuid().references(() => submissions.id, { onDelete: 'set null' }),
    attemptId: uuid().references(() => quizAttempts.id, { onDelete: 'set null' }),
    words: text().notNull().default(''),
    at: createdAt(),
    takenBackAt: at(),
  },
  (row) => [
    index('level_claims_of_a_member').on(row.memberId, row.skillId, row.at.desc(), row.id),
    uniqueIndex('level_claims_once_for_a_submission')
      .on(row.submissionId, row.source, row.byId)
      .where(sql`${row.submissionId} is not null`),
    uniqueIndex('level_claims_once_for_a_test').on(row.attemptId).where(sql`${row.attemptId} is not null`),
    check('level_claims_level', sql`${row.level} between 1 and 5`),
    check('level_claims_source', sql`${row.source} in ('self', 'peer', 'mentor', 'test')`),
    check('level_claims_tests_have_an_attempt', sql`(${row.source} = 'test') = (${row.attemptId} is not null)`),
  ],
)

export const quizQuestions = pgTable(
  'quiz_questions',
  {
    id: id(),
    skillId: skillId(),
    level: integer().notNull(),
    text: text().notNull(),
    options: text().array().notNull(),
    // Which option is right, counted from nought.
    right: integer('right_option').notNull(),
    explanation: text().notNull(),
    byId: uuid().references(() => members.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    retiredAt: at(),
  },
  (row) => [
    index('quiz_questions_at_a_level').on(row.skillId, row.level).where(sql`${row.retiredAt} is null`),
    check('quiz_questions_level', sql`${row.level} between 1 and 5`),
    check('quiz_questions_have_options', sql`cardinality(${row.options}) between 2 and 6`),
    check('quiz_questions_have_an_answer', sql`${row.right} >= 0 and ${row.right} < cardinality(${row.options})`),
  ],
)

export type Answered = { questionId: string; chosen: number | null }

export const quizAttempts = pgTable(
  'quiz_attempts',
  {
    id: id(),
    memberId: memberId(),
    skillId: skillId(),
    level: integer().notNull(),
    questions: uuid().array().notNull(),
    answers: jsonb().$type<Answered[]>().notNull().default([]),
    score: integer(),
    passed: integer(),
    startedAt: createdAt(),
    finishedAt: at(),
  },
  (row) => [
    index('quiz_attempts_of_a_member').on(row.memberId, row.skillId, row.startedAt.desc()),
    uniqueIndex('quiz_attempts_one_at_a_time').on(row.memberId, row.skillId).where(sql`${row.finishedAt} is null`),
    check('quiz_attempts_level', sql`${row.level} between 1 and 5`),
    check('quiz_attempts_passed', sql`${row.passed} in (0, 1)`),
    check('quiz_attempts_scored_at_the_end', sql`(${row.finishedAt} is null) = (${row.score} is null)`),
  ],
)
