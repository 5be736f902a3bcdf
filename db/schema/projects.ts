import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, id } from '../columns.ts'
import { tasks } from './mentoring/tasks.ts'
import { skills } from './people/skills.ts'
import { memberId } from './people.ts'

// Whom its maker lets see a work, from the closest outwards: nobody else, those who mentor them, their circle as well, all
// members, everybody who comes by.
export const WORK_CIRCLES = ['me', 'mentors', 'group', 'members', 'public'] as const
export type WorkCircle = (typeof WORK_CIRCLES)[number]

export const WORK_STATES = ['making', 'finished', 'resting'] as const
export type WorkState = (typeof WORK_STATES)[number]

export const LICENCES = ['reserved', 'by', 'by-sa', 'by-nc', 'by-nc-sa', 'by-nd', 'cc0'] as const
export type Licence = (typeof LICENCES)[number]

export const AI_USES = ['none', 'assisted', 'generated'] as const
export type AiUse = (typeof AI_USES)[number]

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
    // Where it hangs among the newest, also when it is not finished.
    finishedAt: at().notNull(),
    visibility: text({ enum: WORK_CIRCLES }).notNull().default('public'),
    status: text({ enum: WORK_STATES }).notNull().default('finished'),
    licence: text({ enum: LICENCES }).notNull().default('reserved'),
    ai: text({ enum: AI_USES }).notNull().default('none'),
    aiWords: text().notNull().default(''),
    costMinor: bigint({ mode: 'number' }),
    costCurrency: text(),
    codeLink: text(),
    // The task it grew from, and whether its versions are shown with it.
    taskId: uuid().references(() => tasks.id, { onDelete: 'set null' }),
    showsProcess: boolean().notNull().default(false),
    // Whoever has the link sees it until then; the house keeps only a mark by which it knows the link again.
    linkHash: text().unique('projects_link_hash_unique'),
    linkUntil: at(),
    createdAt: createdAt(),
    // When others saw it first.
    publishedAt: at(),
  },
  (project) => [
    index('projects_by_finish').on(project.finishedAt.desc(), project.id.desc()),
    index('projects_by_skill').on(project.skillId, project.finishedAt.desc()),
    index('projects_by_member').on(project.memberId, project.finishedAt.desc()),
    index('projects_by_title').using('gin', sql`lower(${project.title}) gin_trgm_ops`),
    index('projects_by_task').on(project.taskId).where(sql`${project.taskId} is not null`),
    check('projects_visibility', sql`${project.visibility} in ('me', 'mentors', 'group', 'members', 'public')`),
    check('projects_status', sql`${project.status} in ('making', 'finished', 'resting')`),
    check(
      'projects_licence',
      sql`${project.licence} in ('reserved', 'by', 'by-sa', 'by-nc', 'by-nc-sa', 'by-nd', 'cc0')`,
    ),
    check('projects_ai', sql`${project.ai} in ('none', 'assisted', 'generated')`),
    check(
      'projects_cost',
      sql`(${project.costMinor} is null) = (${project.costCurrency} is null) and ${project.costMinor} between 0 and 100000000
        and ${project.costCurrency} ~ '^[A-Z]{3}$'`,
    ),
    check('projects_code_link', sql`${project.codeLink} ~ '^https://'`),
    check('projects_link', sql`(${project.linkHash} is null) = (${project.linkUntil} is null)`),
  ],
)
