import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt } from '../../columns.ts'
import { media } from '../media.ts'
import { skillId } from '../people/skills.ts'
import { memberId, members } from '../people.ts'
import { projects } from '../projects.ts'

export const projectId = () =>
  uuid()
    .notNull()
    .references(() => projects.id, { onDelete: 'cascade' })

// What hangs in a work, in its order. The first picture is its cover, which a trigger writes into the work itself.
export const projectMedia = pgTable(
  'project_media',
  {
    projectId: projectId(),
    mediaId: uuid()
      .notNull()
      .references(() => media.id, { onDelete: 'cascade' }),
    place: integer().notNull().default(0),
  },
  (row) => [primaryKey({ columns: [row.projectId, row.mediaId] }), index('project_media_by_media').on(row.mediaId)],
)

// The skills it shows, the main one first, which a trigger writes into the work itself. The migration keeps one in each place.
export const projectSkills = pgTable(
  'project_skills',
  {
    projectId: projectId(),
    skillId: skillId(),
    place: integer().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.projectId, row.skillId] }),
    index('project_skills_by_skill').on(row.skillId),
    check('project_skills_place', sql`${row.place} between 0 and 4`),
  ],
)

// Whoever made it with them: asked first, and named once they have agreed.
export const projectCollaborators = pgTable(
  'project_collaborators',
  {
    projectId: projectId(),
    memberId: memberId(),
    part: text().notNull().default(''),
    askedAt: createdAt(),
    agreedAt: at(),
  },
  (row) => [
    primaryKey({ columns: [row.projectId, row.memberId] }),
    index('project_collaborators_by_member').on(row.memberId, row.agreedAt),
    check('project_collaborators_part', sql`length(${row.part}) <= 120`),
  ],
)

// What those who look after the house find others ought to see.
export const projectPicks = pgTable(
  'project_picks',
  {
    projectId: projectId().primaryKey(),
    pickedById: uuid().references(() => members.id, { onDelete: 'set null' }),
    pickedAt: createdAt(),
  },
  (row) => [index('project_picks_newest').on(row.pickedAt.desc(), row.projectId.desc())],
)
