import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, citext, createdAt, id } from '../columns.ts'

export const skillCategories = pgTable('skill_categories', {
  slug: text().primaryKey(),
  name: text().notNull(),
})

export const skills = pgTable(
  'skills',
  {
    id: id(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    category: text()
      .notNull()
      .references(() => skillCategories.slug),
    summary: text().notNull(),
    description: text().notNull(),
    firstStep: text().notNull(),
    ladder: text().array().notNull(),
    synonyms: text().array().notNull().default([]),
    tags: text().array().notNull().default([]),
    // Both written by a trigger: all the names it goes by, and its finished JSON for lists.
    sought: text().notNull().default(''),
    card: text().notNull().default(''),
    createdAt: createdAt(),
  },
  (skill) => [
    index('skills_by_name').on(skill.name, skill.id),
    index('skills_by_category').on(skill.category, skill.name, skill.id),
    index('skills_by_tag').using('gin', skill.tags),
    index('skills_sought').using('gin', sql`${skill.sought} gin_trgm_ops`),
    check('skills_ladder_has_five_rungs', sql`cardinality(${skill.ladder}) = 5`),
  ],
)

export const relatedSkills = pgTable(
  'related_skills',
  {
    skillId: uuid()
      .notNull()
      .references(() => skills.id, { onDelete: 'cascade' }),
    relatedId: uuid()
      .notNull()
      .references(() => skills.id, { onDelete: 'cascade' }),
  },
  (pair) => [primaryKey({ columns: [pair.skillId, pair.relatedId] })],
)

export const members = pgTable('members', {
  id: id(),
  handle: citext().notNull().unique(),
  name: text().notNull(),
  craft: text().notNull(),
  place: text().notNull(),
  timeZone: text().notNull(),
  languages: text().array().notNull(),
  story: text().notNull(),
  quote: text(),
  portrait: text(),
  roles: text().array().notNull(),
  joinedAt: at().notNull().defaultNow(),
})

export const memberSkills = pgTable(
  'member_skills',
  {
    memberId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    skillId: uuid()
      .notNull()
      .references(() => skills.id, { onDelete: 'cascade' }),
    bond: text({ enum: ['teaches', 'learns'] }).notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.memberId, row.skillId, row.bond] }),
    index('member_skills_by_skill').on(row.skillId, row.bond),
    check('member_skills_bond', sql`${row.bond} in ('teaches', 'learns')`),
  ],
)
