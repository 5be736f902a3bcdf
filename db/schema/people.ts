import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { citext, createdAt, id } from '../columns.ts'

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
    // Their quote where everyone may read it.
    openQuote: text().generatedAlwaysAs(
      () => sql`case when standing in ('active', 'leaving') and audience_rank('profile', visibility, minor) = 0
    and audience_rank('story', visibility, minor) = 0 then quote end`,
    ),
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
    index('members_with_a_voice')
      .on(sql`length(${member.openQuote})`, member.id)
      .where(sql`${member.openQuote} is not null`),
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

// How many members there are, kept by a trigger: nobody counts them one by one to say it on the first page.
export const headcounts = pgTable(
  'headcounts',
  { timeZone: text().notNull(), standing: text({ enum: STANDINGS }).notNull(), members: integer().notNull() },
  (row) => [primaryKey({ columns: [row.timeZone, row.standing] })],
)

// Its row goes when the member goes.
export const memberId = () =>
  uuid()
    .notNull()
    .references(() => members.id, { onDelete: 'cascade' })

// Handles that members gave up: nobody else gets them, and links to them still arrive.
export const formerHandles = pgTable(
  'former_handles',
  { handle: citext().primaryKey(), memberId: memberId(), leftAt: createdAt() },
  (row) => [index('former_handles_by_member').on(row.memberId, row.leftAt)],
)
