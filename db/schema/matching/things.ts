import { sql } from 'drizzle-orm'
import { check, doublePrecision, index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, id } from '../../columns.ts'
import { NOT_FOR_ME, type Told } from '../matching.ts'
import { programs } from '../mentoring/programs.ts'
import { memberId } from '../people.ts'
import { sessions } from '../sessions.ts'

export type ToldOfThing = Pick<Told, 'reasons' | 'caution' | 'change' | 'skills'>

// A program or a session that may suit a member, why, and what they made of it. What was put away does not come back.
export const suggestedThings = pgTable(
  'suggested_things',
  {
    id: id(),
    memberId: memberId(),
    programId: uuid().references(() => programs.id, { onDelete: 'cascade' }),
    sessionId: uuid().references(() => sessions.id, { onDelete: 'cascade' }),
    fit: doublePrecision().notNull(),
    told: jsonb().$type<ToldOfThing>().notNull(),
    madeAt: createdAt(),
    answer: text({ enum: ['saved', 'dismissed'] }),
    because: text({ enum: NOT_FOR_ME }),
    answeredAt: at(),
  },
  (row) => [
    unique('suggested_things_once').on(row.memberId, row.programId, row.sessionId).nullsNotDistinct(),
    index('suggested_things_of_a_program').on(row.programId).where(sql`${row.programId} is not null`),
    index('suggested_things_of_a_session').on(row.sessionId).where(sql`${row.sessionId} is not null`),
    check('suggested_things_are_one_thing', sql`num_nonnulls(${row.programId}, ${row.sessionId}) = 1`),
    check('suggested_things_answer', sql`${row.answer} in ('saved', 'dismissed')`),
    check('suggested_things_are_answered_once', sql`(${row.answer} is null) = (${row.answeredAt} is null)`),
    check(
      'suggested_things_because',
      sql`${row.because} is null or coalesce(${row.answer}, '') = 'dismissed' and ${row.because} in ('not-what-i-look-for', 'no-time-together', 'we-know-each-other', 'not-with-them', 'other')`,
    ),
  ],
)
