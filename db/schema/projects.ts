import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { at, id } from '../columns.ts'
import { skills } from './people/skills.ts'
import { memberId } from './people.ts'

export const projects = pgTable(
  'projects',
  {
    id: id(),
    slug: text().notNull().unique(),
    memberId: memberId(),
    skillId: uuid().references(() => skills.id),
    title: text().notNull(),
    medium: text().notNull(),
    story: text().notNull(),
    lengthOfWork: text().notNull(),
    picture: text().notNull(),
    alt: text().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    finishedAt: at().notNull(),
  },
  (project) => [
    index('projects_by_finish').on(project.finishedAt.desc(), project.id.desc()),
    index('projects_by_skill').on(project.skillId, project.finishedAt.desc()),
    index('projects_by_member').on(project.memberId, project.finishedAt.desc()),
    index('projects_by_title').using('gin', sql`lower(${project.title}) gin_trgm_ops`),
  ],
)
