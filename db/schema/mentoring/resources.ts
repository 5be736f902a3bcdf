import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { at, createdAt, id } from '../../columns.ts'
import { media } from '../media.ts'
import { memberId, members } from '../people.ts'
import { mentorships } from './mentorships.ts'
import { tasks } from './tasks.ts'

// Days, the last one not included: '[2026-11-01,2026-11-08)'.
export const days = customType<{ data: string }>({ dataType: () => 'daterange' })

// supply: is used up; tool: comes back; kit: several of them together.
export const RESOURCE_KINDS = ['supply', 'tool', 'kit'] as const

export const resources = pgTable(
  'resources',
  {
    id: id(),
    slug: text().notNull().unique(),
    kind: text({ enum: RESOURCE_KINDS }).notNull(),
    name: text().notNull(),
    description: text().notNull().default(''),
    unit: text().notNull().default('piece'),
    place: text().notNull().default(''),
    // How many there are at hand, kept by a trigger from the movements; it never goes below nought.
    stock: integer().notNull().default(0),
    lowAt: integer().notNull().default(0),
    costMinor: bigint({ mode: 'number' }).notNull().default(0),
    currency: text().notNull().default('EUR'),
    pictureId: uuid().references(() => media.id, { onDelete: 'set null' }),
    retiredAt: at(),
    createdAt: createdAt(),
  },
  (row) => [
    index('resources_by_name').on(row.name, row.id).where(sql`${row.retiredAt} is null`),
    index('resources_by_picture').on(row.pictureId).where(sql`${row.pictureId} is not null`),
    index('resources_sought').using('gin', sql`lower(${row.name}) gin_trgm_ops`),
    check('resources_kind', sql`${row.kind} in ('supply', 'tool', 'kit')`),
    check('resources_stock', sql`${row.stock} >= 0`),
    check('resources_cost', sql`${row.costMinor} >= 0 and ${row.currency} ~ '^[A-Z]{3}$'`),
  ],
)

const resourceId = () =>
  uuid()
    .notNull()
    .references(() => resources.id, { onDelete: 'cascade' })

export const kitParts = pgTable(
  'kit_parts',
  { kitId: resourceId(), partId: resourceId(), quantity: integer().notNull() },
  (row) => [
    primaryKey({ columns: [row.kitId, row.partId] }),
    check('kit_parts_hold_something', sql`${row.quantity} > 0 and ${row.kitId} <> ${row.partId}`),
  ],
)

// One row for each copy of a tool, so that two people cannot have the same one on the same day.
export const copies = pgTable(
  'copies',
  {
    id: id(),
    resourceId: resourceId(),
    label: text().notNull(),
    condition: text().notNull().default('good'),
    retiredAt: at(),
  },
  (row) => [index('copies_of_a_tool').on(row.resourceId)],
)

export const SUPPLY_REQUEST_STATES = [
  'asked',
  'approved',
  'part-approved',
  'refused',
  'handed-over',
  'returned',
  'used-up',
  'cancelled',
] as const

export const supplyRequests = pgTable(
  'supply_requests',
  {
    id: id(),
    resourceId: resourceId(),
    memberId: memberId(),
    mentorshipId: uuid().references(() => mentorships.id, { onDelete: 'set null' }),
    taskId: uuid().references(() => tasks.id, { onDelete: 'set null' }),
    quantity: integer().notNull(),
    approved: integer().notNull().default(0),
    fromDay: date({ mode: 'string' }),
    untilDay: date({ mode: 'string' }),
    words: text().notNull().default(''),
    answer: text().notNull().default(''),
    state: text({ enum: SUPPLY_REQUEST_STATES }).notNull().default('asked'),
    decidedById: uuid().references(() => members.id, { onDelete: 'set null' }),
    // What it cost when it was handed over: it follows the piece it went into.
    costMinor: bigint({ mode: 'number' }),
    currency: text(),
    askedAt: createdAt(),
    decidedAt: at(),
    handedOverAt: at(),
    endedAt: at(),
    conditionBack: text({ enum: ['as-good', 'worn', 'broken', 'lost'] }),
    // How it went out: what was worn then is not the borrower's doing.
    conditionOut: text({ enum: ['as-good', 'worn'] }),
    // The day that its borrower was last reminded of.
    remindedOf: date({ mode: 'string' }),
  },
  (row) => [
    index('supply_requests_waiting').on(row.state, row.askedAt, row.id),
    index('supply_requests_of_a_member').on(row.memberId, row.askedAt.desc(), row.id),
    index('supply_requests_for_a_task').on(row.taskId).where(sql`${row.taskId} is not null`),
    index('supply_requests_of_a_resource').on(row.resourceId, row.askedAt.desc(), row.id),
    check(
      'supply_requests_state',
      sql`${row.state} in ('asked', 'approved', 'part-approved', 'refused', 'handed-over', 'returned', 'used-up', 'cancelled')`,
    ),
    check('supply_requests_quantity', sql`${row.quantity} > 0 and ${row.approved} between 0 and ${row.quantity}`),
    check('supply_requests_days', sql`${row.untilDay} >= ${row.fromDay}`),
    check('supply_requests_condition_out', sql`${row.conditionOut} in ('as-good', 'worn')`),
    check('supply_requests_condition', sql`${row.conditionBack} in ('as-good', 'worn', 'broken', 'lost')`),
  ],
)

// Which copy of a tool is whose on which days; an exclusion constraint keeps two from overlapping.
export const reservations = pgTable(
  'reservations',
  {
    id: id(),
    copyId: uuid()
      .notNull()
      .references(() => copies.id, { onDelete: 'cascade' }),
    requestId: uuid()
      .notNull()
      .references(() => supplyRequests.id, { onDelete: 'cascade' }),
    days: days().notNull(),
    releasedAt: at(),
  },
  (row) => [index('reservations_of_a_request').on(row.requestId)],
)

// Every change of a stock, with its reason: the stock is their sum.
export const movements = pgTable(
  'movements',
  {
    id: id(),
    resourceId: resourceId(),
    quantity: integer().notNull(),
    why: text({ enum: ['bought', 'given', 'counted', 'reserved', 'released', 'returned', 'lost'] }).notNull(),
    requestId: uuid().references(() => supplyRequests.id, { onDelete: 'set null' }),
    byId: uuid().references(() => members.id, { onDelete: 'set null' }),
    words: text().notNull().default(''),
    at: createdAt(),
  },
  (row) => [
    index('movements_of_a_resource').on(row.resourceId, row.at.desc(), row.id),
    index('movements_of_a_request').on(row.requestId).where(sql`${row.requestId} is not null`),
    check('movements_move', sql`${row.quantity} <> 0`),
    check(
      'movements_why',
      sql`${row.why} in ('bought', 'given', 'counted', 'reserved', 'released', 'returned', 'lost')`,
    ),
  ],
)

// What was made with it, day by day.
export const uses = pgTable(
  'uses',
  {
    id: id(),
    requestId: uuid()
      .notNull()
      .references(() => supplyRequests.id, { onDelete: 'cascade' }),
    byId: memberId(),
    quantity: integer().notNull().default(0),
    words: text().notNull().default(''),
    // The only one there could be at first; all of them hang in use_files now.
    pictureId: uuid().references(() => media.id, { onDelete: 'set null' }),
    isReturn: boolean().notNull().default(false),
    isHandOver: boolean().notNull().default(false),
    at: createdAt(),
  },
  (row) => [
    index('uses_of_a_request').on(row.requestId, row.at),
    index('uses_by_picture').on(row.pictureId).where(sql`${row.pictureId} is not null`),
    check('uses_quantity', sql`${row.quantity} >= 0`),
  ],
)

export const useFiles = pgTable(
  'use_files',
  {
    useId: uuid()
      .notNull()
      .references(() => uses.id, { onDelete: 'cascade' }),
    mediaId: uuid()
      .notNull()
      .references(() => media.id, { onDelete: 'cascade' }),
    place: integer().notNull().default(0),
  },
  (row) => [primaryKey({ columns: [row.useId, row.mediaId] }), index('use_files_by_media').on(row.mediaId)],
)
