import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { at, createdAt, id } from '../columns.ts'
import { memberId } from './people.ts'

export const MEDIA_KINDS = ['image', 'audio', 'video', 'file'] as const
export type MediaKind = (typeof MEDIA_KINDS)[number]

// coming: parts arrive; looking: all bytes are here and are being examined; ready: may be shown; refused: was not what
// it said, and its bytes are gone.
export const MEDIA_STATES = ['coming', 'looking', 'ready', 'refused'] as const
export type MediaState = (typeof MEDIA_STATES)[number]

export type Part = { number: number; etag: string; bytes: number }
export type Variant = { key: string; width: number; height: number; type: string; bytes: number }

// Everything members bring: pictures, sound, film and papers. What it belongs to (a submission, a journal entry, a supply)
// points here, and says who may see it.
export const media = pgTable(
  'media',
  {
    id: id(),
    ownerId: memberId(),
    kind: text({ enum: MEDIA_KINDS }).notNull(),
    // What its maker calls it; never part of an address.
    name: text().notNull(),
    type: text().notNull(),
    bytes: bigint({ mode: 'number' }).notNull(),
    state: text({ enum: MEDIA_STATES }).notNull().default('coming'),
    // Why it was refused, in words for its owner.
    refusal: text(),
    // Where its bytes lie; made by the house, and different for what is still being examined.
    key: text().notNull().unique(),
    uploadId: text(),
    parts: jsonb().$type<Part[]>().notNull().default([]),
    width: integer(),
    height: integer(),
    lengthMs: integer(),
    alt: text().notNull().default(''),
    // A tiny picture of it in words of colour, shown while it loads.
    placeholder: text(),
    variants: jsonb().$type<Variant[]>().notNull().default([]),
    createdAt: createdAt(),
    readyAt: at(),
  },
  (row) => [
    index('media_by_owner').on(row.ownerId, row.createdAt),
    index('media_unfinished').on(row.createdAt).where(sql`${row.state} in ('coming', 'looking')`),
    check('media_kind', sql`${row.kind} in ('image', 'audio', 'video', 'file')`),
    check('media_state', sql`${row.state} in ('coming', 'looking', 'ready', 'refused')`),
    check('media_has_bytes', sql`${row.bytes} > 0`),
    check('media_ready_since', sql`(${row.state} = 'ready') = (${row.readyAt} is not null)`),
  ],
)

// How much a member has brought, kept by a trigger that refuses what is over their share.
export const mediaShares = pgTable(
  'media_shares',
  {
    memberId: memberId().primaryKey(),
    bytes: bigint({ mode: 'number' }).notNull().default(0),
    pieces: integer().notNull().default(0),
    bytesAtMost: bigint({ mode: 'number' }).notNull().default(2_000_000_000),
    piecesAtMost: integer().notNull().default(5_000),
  },
  (row) => [
    check('media_within_share', sql`${row.bytes} <= ${row.bytesAtMost} and ${row.pieces} <= ${row.piecesAtMost}`),
  ],
)
