import { sql } from 'drizzle-orm'
import { check, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id } from '../../columns.ts'
import { skills } from '../people/skills.ts'
import { EXPERIENCES, memberId } from '../people.ts'

export const STRENGTHS = ['must', 'nice'] as const

// What a member asks of whoever is suggested to them: a language, a skill, or so much experience. Nobody else reads it.
export const wishes = pgTable(
  'wishes',
  {
    id: id(),
    memberId: memberId(),
    strength: text({ enum: STRENGTHS }).notNull(),
    language: text(),
    skillId: uuid().references(() => skills.id, { onDelete: 'cascade' }),
    experience: text({ enum: EXPERIENCES }),
    at: createdAt(),
  },
  (row) => [
    unique('wishes_once').on(row.memberId, row.language, row.skillId, row.experience).nullsNotDistinct(),
    check('wishes_strength', sql`${row.strength} in ('must', 'nice')`),
    check('wishes_ask_for_one_thing', sql`num_nonnulls(${row.language}, ${row.skillId}, ${row.experience}) = 1`),
    check('wishes_experience', sql`${row.experience} in ('curious', 'learning', 'practised', 'professional')`),
  ],
)
