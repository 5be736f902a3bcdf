import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, id } from '../../columns.ts'
import { media } from '../media.ts'
import { memberId } from '../people.ts'
import { projects } from '../projects.ts'

// original: there is one. edition: so many, each with its number. made-to-order: so many at a time. digital: files, and it
// never runs out. lesson: so many places.
export const LISTING_KINDS = ['original', 'edition', 'made-to-order', 'digital', 'lesson'] as const
export type ListingKind = (typeof LISTING_KINDS)[number]

export const LISTING_STATES = ['draft', 'listed', 'withdrawn'] as const

export const RETURNS = ['none', 'exchange', '14-days', '30-days'] as const

// A work that is for sale, as its maker offers it.
export const listings = pgTable(
  'listings',
  {
    id: id(),
    slug: text().notNull().unique(),
    memberId: memberId(),
    // None once the work is gone; nothing is sold without one.
    projectId: uuid().references(() => projects.id, { onDelete: 'set null' }),
    kind: text({ enum: LISTING_KINDS }).notNull(),
    title: text().notNull(),
    words: text().notNull().default(''),
    currency: text().notNull(),
    priceMinor: bigint({ mode: 'number' }).notNull(),
    // The price is the least; whoever likes gives more.
    payMore: boolean().notNull().default(false),
    // How many there are, or may be on the bench at once; none where it never runs out.
    copies: integer(),
    // How many are spoken for, kept by a trigger from the claims.
    taken: integer().notNull().default(0),
    readyInDays: integer().notNull().default(0),
    lengthMinutes: integer(),
    // When a lesson is; none where the two agree on a day. Once it began, nobody buys it.
    startsAt: at(),
    place: text().notNull().default(''),
    // Where it may be fetched.
    pickup: text().notNull().default(''),
    returns: text({ enum: RETURNS }).notNull().default('14-days'),
    returnsWords: text().notNull().default(''),
    state: text({ enum: LISTING_STATES }).notNull().default('draft'),
    // Counts its changes, so that of two tabs the second one is told.
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    listedAt: at(),
    // What the market shows of it, and among what: kept by triggers, because it is read far more often than it changes.
    onShow: boolean().notNull().default(false),
    category: text(),
    card: text().notNull().default(''),
  },
  (row) => [
    index('listings_newest').on(row.listedAt.desc(), row.id.desc()).where(sql`${row.onShow}`),
    index('listings_of_a_kind').on(row.kind, row.listedAt.desc(), row.id.desc()).where(sql`${row.onShow}`),
    index('listings_of_a_category').on(row.category, row.listedAt.desc(), row.id.desc()).where(sql`${row.onShow}`),
    index('listings_by_title').using('gin', sql`lower(${row.title}) gin_trgm_ops`).where(sql`${row.onShow}`),
    index('listings_of_a_member').on(row.memberId, row.createdAt.desc(), row.id.desc()),
    index('listings_of_a_work').on(row.projectId),
    check('listings_kind', sql`${row.kind} in ('original', 'edition', 'made-to-order', 'digital', 'lesson')`),
    check('listings_state', sql`${row.state} in ('draft', 'listed', 'withdrawn')`),
    check('listings_returns', sql`${row.returns} in ('none', 'exchange', '14-days', '30-days')`),
    check('listings_price', sql`${row.priceMinor} between 0 and 100000000 and ${row.currency} ~ '^[A-Z]{3}$'`),
    check('listings_free_only_by_choice', sql`${row.priceMinor} > 0 or ${row.payMore}`),
    check('listings_original_is_one', sql`${row.kind} <> 'original' or ${row.copies} = 1`),
    check('listings_digital_never_runs_out', sql`(${row.kind} = 'digital') = (${row.copies} is null)`),
    check('listings_copies', sql`${row.copies} between 1 and 10000`),
    check('listings_taken', sql`${row.taken} between 0 and coalesce(${row.copies}, ${row.taken})`),
    check('listings_lesson_has_a_length', sql`(${row.kind} = 'lesson') = (${row.lengthMinutes} is not null)`),
    check(
      'listings_only_lessons_begin',
      sql`${row.kind} = 'lesson' or (${row.startsAt} is null and ${row.place} = '')`,
    ),
    check('listings_ready', sql`${row.readyInDays} between 0 and 365`),
    check(
      'listings_listed_show_a_work',
      sql`${row.state} <> 'listed' or (${row.listedAt} is not null and ${row.projectId} is not null)`,
    ),
  ],
)

const listingId = () =>
  uuid()
    .notNull()
    .references(() => listings.id, { onDelete: 'cascade' })

// Where it is sent, and for how much: a country by its two letters, 'EU', or 'world'.
export const listingZones = pgTable(
  'listing_zones',
  {
    listingId: listingId(),
    zone: text().notNull(),
    priceMinor: bigint({ mode: 'number' }).notNull(),
    // For each further piece in the same parcel.
    moreMinor: bigint({ mode: 'number' }).notNull().default(0),
    days: integer().notNull().default(5),
  },
  (row) => [
    primaryKey({ columns: [row.listingId, row.zone] }),
    check('listing_zones_zone', sql`${row.zone} ~ '^([A-Z]{2}|world)$'`),
    check(
      'listing_zones_price',
      sql`${row.priceMinor} between 0 and 10000000 and ${row.moreMinor} between 0 and 10000000`,
    ),
    check('listing_zones_days', sql`${row.days} between 0 and 90`),
  ],
)

// What the buyer of a digital piece may download.
export const listingFiles = pgTable(
  'listing_files',
  {
    listingId: listingId(),
    mediaId: uuid()
      .notNull()
      .references(() => media.id),
    place: integer().notNull().default(0),
  },
  (row) => [primaryKey({ columns: [row.listingId, row.mediaId] }), index('listing_files_by_file').on(row.mediaId)],
)
