import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { createdAt, id } from '../../columns.ts'
import { memberId } from '../people.ts'
import { projectId } from './hanging.ts'

export const projectComments = pgTable(
  'project_comments',
  {
    id: id(),
    projectId: projectId(),
    memberId: memberId(),
    words: text().notNull(),
    saidAt: createdAt(),
  },
  (row) => [
    index('project_comments_of_a_work').on(row.projectId, row.saidAt.desc(), row.id.desc()),
    index('project_comments_by_member').on(row.memberId),
    check('project_comments_words', sql`length(${row.words}) between 1 and 2000`),
  ],
)

// One from each.
export const projectAppreciations = pgTable(
  'project_appreciations',
  { projectId: projectId(), memberId: memberId(), at: createdAt() },
  (row) => [
    primaryKey({ columns: [row.projectId, row.memberId] }),
    index('project_appreciations_by_member').on(row.memberId),
  ],
)
