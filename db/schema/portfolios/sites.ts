import { sql } from 'drizzle-orm'
import { bigserial, check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, id } from '../../columns.ts'
import { memberId } from '../people.ts'

// draft: nobody but its member saw it yet; open: at /@handle for everybody; closed: its member took it down; held: the
// house did, and only the house opens it again.
export const SITE_STATES = ['draft', 'open', 'closed', 'held'] as const
export type SiteState = (typeof SITE_STATES)[number]

// What stands out in the works that hang first, and which works these were.
export type SiteColour = { hue: number; chroma: number; of: string }

// A member's own site. What they arrange is the design; works, listings and words come from where they live.
export const sites = pgTable(
  'sites',
  {
    memberId: memberId().primaryKey(),
    // What they are working on; others see it once it is published.
    design: jsonb().$type<unknown>().notNull(),
    // Counts its changes, so that of two tabs the second one is told.
    version: integer().notNull().default(1),
    state: text({ enum: SITE_STATES }).notNull().default('draft'),
    heldWhy: text(),
    // None before anybody looked for it.
    colour: jsonb().$type<SiteColour>(),
    // How many designs were published so far.
    versions: integer().notNull().default(0),
    // The version that others are to see.
    shownId: uuid().references(() => siteVersions.id),
    // Counts whatever changes what others see. A build that began before the last turn is thrown away.
    turn: integer().notNull().default(0),
    // The list of files of the build that stands; none while there is nothing for others to see.
    build: text(),
    // Where it says that it is: moved by the member's handle, and by the configuration of the house.
    address: text(),
    // Which turn storage knows of: readers are led by what lies there, without a question to the database.
    pointed: integer().notNull().default(0),
    createdAt: createdAt(),
    openedAt: at(),
    builtAt: at(),
  },
  (row) => [
    index('sites_open').on(row.openedAt.desc(), row.memberId).where(sql`${row.state} = 'open'`),
    index('sites_to_point').on(row.memberId).where(sql`${row.pointed} < ${row.turn}`),
    check('sites_state', sql`${row.state} in ('draft', 'open', 'closed', 'held')`),
    check('sites_open_show_a_version', sql`${row.state} <> 'open' or ${row.shownId} is not null`),
    check('sites_only_open_ones_are_built', sql`${row.state} = 'open' or ${row.build} is null`),
    check('sites_held_for_a_reason', sql`(${row.state} = 'held') = (${row.heldWhy} is not null)`),
    check('sites_never_point_ahead', sql`${row.pointed} <= ${row.turn}`),
  ],
)

// Each design that was published, so that a member can go back.
export const siteVersions = pgTable(
  'site_versions',
  {
    id: id(),
    memberId: memberId(),
    number: integer().notNull(),
    design: jsonb().$type<unknown>().notNull(),
    // The number of the earlier one that it brings back.
    backTo: integer(),
    publishedAt: createdAt(),
  },
  (row) => [
    unique('site_versions_in_order').on(row.memberId, row.number),
    check('site_versions_number', sql`${row.number} > 0 and ${row.backTo} < ${row.number}`),
  ],
)

// Something that an open site shows has changed: triggers write it down, and the build that has seen it strikes it out. Nobody
// waits for anybody here, whatever else a transaction does.
export const siteChanges = pgTable(
  'site_changes',
  { id: bigserial({ mode: 'number' }).primaryKey(), memberId: memberId(), at: createdAt() },
  (row) => [index('site_changes_of_a_site').on(row.memberId, row.id)],
)

// How far the latest build is, for the bar on its member's page, and what came of it.
export const siteBuilds = pgTable(
  'site_builds',
  {
    memberId: memberId().primaryKey(),
    files: integer().notNull().default(0),
    // Of those, how many were not there before.
    changed: integer().notNull().default(0),
    written: integer().notNull().default(0),
    beganAt: createdAt(),
    endedAt: at(),
  },
  (row) => [
    check('site_builds_written', sql`${row.written} between 0 and ${row.changed} and ${row.changed} <= ${row.files}`),
  ],
)
