import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { at, citext, createdAt, id, weekOfHalfHours } from '../columns.ts'

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

export const ROLES = ['participant', 'mentor', 'organiser', 'admin'] as const
export type Role = (typeof ROLES)[number]

// waiting: a minor whose guardian has not agreed yet; leaving: asked to be deleted and may still change their mind.
export const STANDINGS = ['waiting', 'active', 'suspended', 'leaving', 'gone'] as const
export type Standing = (typeof STANDINGS)[number]

export const EXPERIENCES = ['curious', 'learning', 'practised', 'professional'] as const

export const members = pgTable(
  'members',
  {
    id: id(),
    handle: citext().notNull().unique(),
    name: text().notNull(),
    craft: text().notNull().default(''),
    place: text().notNull().default(''),
    timeZone: text().notNull().default('UTC'),
    languages: text().array().notNull().default([]),
    story: text().notNull().default(''),
    quote: text(),
    portrait: text(),
    roles: text({ enum: ROLES }).array().notNull().default(['participant']),
    standing: text({ enum: STANDINGS }).notNull().default('active'),
    experience: text({ enum: EXPERIENCES }),
    interests: text().array().notNull().default([]),
    learningGoals: text().notNull().default(''),
    offers: text().notNull().default(''),
    // Who may see which part of the profile; parts that are not named keep the house's default.
    visibility: jsonb().$type<Record<string, string>>().notNull().default({}),
    // How far the member came in the four steps of arriving; 4 is done.
    arrival: integer().notNull().default(0),
    // All written by triggers. What the directory finds a member by, once for members and once for everyone: nothing that
    // the member keeps from them is in it.
    minor: boolean().notNull().default(false),
    sought: text().notNull().default(''),
    openlySought: text().notNull().default(''),
    facets: text().array().notNull().default([]),
    openFacets: text().array().notNull().default([]),
    // When they last finished a work, or joined: the order of the wall.
    lastSeenMaking: createdAt(),
    joinedAt: createdAt(),
    updatedAt: createdAt(),
  },
  (member) => [
    index('members_by_joining').on(member.joinedAt, member.id),
    index('members_sought').using('gin', sql`${member.sought} gin_trgm_ops`),
    index('members_openly_sought').using('gin', sql`${member.openlySought} gin_trgm_ops`),
    index('members_by_facet').using('gin', member.facets),
    index('members_by_open_facet').using('gin', member.openFacets),
    index('members_on_the_wall').on(member.lastSeenMaking, member.id),
    index('members_by_role').using('gin', member.roles),
    check('members_standing', sql`${member.standing} in ('waiting', 'active', 'suspended', 'leaving', 'gone')`),
    check('members_roles', sql`${member.roles} <@ array['participant', 'mentor', 'organiser', 'admin']`),
    check(
      'members_experience',
      sql`${member.experience} is null or ${member.experience} in ('curious', 'learning', 'practised', 'professional')`,
    ),
    check('members_arrive_in_four_steps', sql`${member.arrival} between 0 and 4`),
  ],
)

const memberId = () =>
  uuid()
    .notNull()
    .references(() => members.id, { onDelete: 'cascade' })

const skillId = () =>
  uuid()
    .notNull()
    .references(() => skills.id, { onDelete: 'cascade' })

// Handles that members gave up: nobody else gets them, and links to them still arrive.
export const formerHandles = pgTable(
  'former_handles',
  { handle: citext().primaryKey(), memberId: memberId(), leftAt: createdAt() },
  (row) => [index('former_handles_by_member').on(row.memberId, row.leftAt)],
)

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

// Who has worked with whom; each pair stands here twice, once from each side.
export const workedTogether = pgTable(
  'worked_together',
  { memberId: memberId(), otherId: memberId(), on: text().notNull(), since: createdAt() },
  (row) => [
    primaryKey({ columns: [row.memberId, row.otherId] }),
    check('worked_together_takes_two', sql`${row.memberId} <> ${row.otherId}`),
  ],
)

// Only somebody who worked with a member may say this about them.
export const endorsements = pgTable(
  'endorsements',
  {
    memberId: memberId(),
    skillId: skillId(),
    endorserId: memberId(),
    words: text().notNull().default(''),
    at: createdAt(),
  },
  (row) => [
    primaryKey({ columns: [row.memberId, row.skillId, row.endorserId] }),
    foreignKey({
      name: 'endorsements_come_from_work_together',
      columns: [row.memberId, row.endorserId],
      foreignColumns: [workedTogether.memberId, workedTogether.otherId],
    }).onDelete('cascade'),
  ],
)

export const ENTRY_KINDS = ['work', 'certification', 'achievement', 'link'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

// The lists on a profile: where I worked, what I was certified for, what I am proud of, where else I am found.
export const profileEntries = pgTable(
  'profile_entries',
  {
    id: id(),
    memberId: memberId(),
    kind: text({ enum: ENTRY_KINDS }).notNull(),
    title: text().notNull(),
    by: text().notNull().default(''),
    url: text(),
    since: date({ mode: 'string' }),
    until: date({ mode: 'string' }),
    text: text().notNull().default(''),
    place: integer().notNull().default(0),
  },
  (row) => [
    index('profile_entries_by_member').on(row.memberId, row.kind, row.place),
    check('profile_entries_kind', sql`${row.kind} in ('work', 'certification', 'achievement', 'link')`),
    check('profile_entries_links_lead_somewhere', sql`${row.kind} <> 'link' or ${row.url} is not null`),
    check(
      'profile_entries_end_after_they_begin',
      sql`${row.until} is null or ${row.since} is null or ${row.until} >= ${row.since}`,
    ),
  ],
)

export type WeeklyHours = { day: number; from: string; until: string }[]
export type DayExceptions = { date: string; hours: { from: string; until: string }[] }[]

export const availability = pgTable(
  'availability',
  {
    memberId: uuid()
      .primaryKey()
      .references(() => members.id, { onDelete: 'cascade' }),
    weekly: jsonb().$type<WeeklyHours>().notNull().default([]),
    exceptions: jsonb().$type<DayExceptions>().notNull().default([]),
    menteesAtMost: integer().notNull().default(0),
    sessionsAWeekAtMost: integer().notNull().default(0),
    pausedUntil: date({ mode: 'string' }),
    // The week in UTC as 336 half hours, so that Postgres can compare two weeks; renewed when clocks change.
    week: weekOfHalfHours().notNull(),
    weekHoldsUntil: at(),
    updatedAt: createdAt(),
  },
  (row) => [
    index('availability_to_renew').on(row.weekHoldsUntil),
    check(
      'availability_is_within_reason',
      sql`${row.menteesAtMost} between 0 and 50 and ${row.sessionsAWeekAtMost} between 0 and 40`,
    ),
  ],
)
