import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, citext, createdAt, id } from '../../columns.ts'
import { memberId } from '../people.ts'

export const skillCategories = pgTable('skill_categories', {
  slug: text().primaryKey(),
  name: text().notNull(),
  // How many of its skills are shown, kept by a trigger: counting a grown catalogue costs more than the rest of a page.
  skills: integer().notNull().default(0),
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
    // Not while its pack is switched off; see workers/settings.
    shown: boolean().notNull().default(true),
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

export const skillId = () =>
  uuid()
    .notNull()
    .references(() => skills.id, { onDelete: 'cascade' })

export const relatedSkills = pgTable('related_skills', { skillId: skillId(), relatedId: skillId() }, (pair) => [
  primaryKey({ columns: [pair.skillId, pair.relatedId] }),
])

export const memberSkills = pgTable(
  'member_skills',
  {
    memberId: memberId(),
    skillId: skillId(),
    bond: text({ enum: ['teaches', 'learns'] }).notNull(),
    // The rung of the skill's ladder the member sees themselves on, and when they said so.
    level: integer(),
    assessedAt: at(),
  },
  (row) => [
    primaryKey({ columns: [row.memberId, row.skillId, row.bond] }),
    index('member_skills_by_skill').on(row.skillId, row.bond),
    check('member_skills_bond', sql`${row.bond} in ('teaches', 'learns')`),
    check('member_skills_level_is_a_rung', sql`${row.level} between 1 and 5`),
    check('member_skills_level_has_a_date', sql`(${row.level} is null) = (${row.assessedAt} is null)`),
  ],
)

// Words of a member's own for what no skill of the catalogue names yet.
export const skillWords = pgTable(
  'skill_words',
  { memberId: memberId(), bond: text({ enum: ['teaches', 'learns'] }).notNull(), word: citext().notNull() },
  (row) => [
    primaryKey({ columns: [row.memberId, row.bond, row.word] }),
    check('skill_words_bond', sql`${row.bond} in ('teaches', 'learns')`),
  ],
)

export const skillEvidence = pgTable(
  'skill_evidence',
  {
    id: id(),
    memberId: memberId(),
    skillId: skillId(),
    title: text().notNull(),
    url: text().notNull(),
    addedAt: createdAt(),
  },
  (row) => [index('skill_evidence_by_member').on(row.memberId, row.skillId)],
)
