import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id } from '../../columns.ts'
import { memberId } from '../people.ts'
import { WORK_CIRCLES } from '../projects.ts'
import { projectId } from './hanging.ts'

// Works that somebody hung together, theirs or others': a wall of its own, for whomever they let see it.
export const collections = pgTable(
  'collections',
  {
    id: id(),
    memberId: memberId(),
    title: text().notNull(),
    words: text().notNull().default(''),
    visibility: text({ enum: WORK_CIRCLES }).notNull().default('me'),
    createdAt: createdAt(),
  },
  (row) => [
    index('collections_of_a_member').on(row.memberId, row.createdAt.desc(), row.id.desc()),
    index('collections_newest').on(row.createdAt.desc(), row.id.desc()).where(sql`${row.visibility} = 'public'`),
    check('collections_visibility', sql`${row.visibility} in ('me', 'mentors', 'group', 'members', 'public')`),
    check('collections_title', sql`length(${row.title}) between 1 and 120`),
  ],
)

export const collectionWorks = pgTable(
  'collection_works',
  {
    collectionId: uuid()
      .notNull()
      .references(() => collections.id, { onDelete: 'cascade' }),
    projectId: projectId(),
    place: integer().notNull().default(0),
    hungAt: createdAt(),
  },
  (row) => [
    primaryKey({ columns: [row.collectionId, row.projectId] }),
    index('collection_works_by_work').on(row.projectId),
  ],
)
