import { sql } from 'drizzle-orm'
import { check, date, doublePrecision, integer, pgTable, uuid } from 'drizzle-orm/pg-core'
import { createdAt } from '../../columns.ts'
import { memberId } from '../people.ts'

// What a mentor costs whoever might ask them, so that as many are expected to ask as there are seats; how many are expected
// so far in this round; and how many slates may show them, any number before the first night. Nobody reads a price.
export const mentorPrices = pgTable(
  'mentor_prices',
  {
    memberId: memberId().primaryKey(),
    price: doublePrecision().notNull().default(0),
    expected: doublePrecision().notNull().default(0),
    share: integer(),
  },
  (row) => [check('mentor_prices_price', sql`${row.price} >= 0`), check('mentor_prices_share', sql`${row.share} >= 0`)],
)

// How far a night came: which round, after which member, and what is usual on all lists. A message that comes again finds that
// the night went on without it.
export const priceNights = pgTable('price_nights', {
  night: date().primaryKey(),
  round: integer().notNull().default(0),
  after: uuid(),
  mean: doublePrecision().notNull(),
  spread: doublePrecision().notNull(),
  lists: integer().notNull(),
  at: createdAt(),
})
