import { type SQL, sql } from 'drizzle-orm'
import { claims } from '#db/schema/marketplace/claims.ts'
import { listingFiles, listings } from '#db/schema/marketplace/listings.ts'
import { orderLines, orderMessages, refunds } from '#db/schema/marketplace/orders.ts'
import { media } from '#db/schema/media.ts'
import { projects } from '#db/schema/projects.ts'
import { lessonOf } from '../listings/lesson.ts'
import { reviewOf } from '../reviews/reviews.ts'

// How an order called `ordered`, of a purchase called `bought`, comes to its buyer. An address is forgotten some day.
export const wayOf: SQL = sql`(
  select case when not bool_or(line.kind in ('original', 'edition', 'made-to-order'))
      then case when bool_or(line.kind = 'lesson') then 'taught' else 'wired' end
    when bool_or(line.kind = 'lesson') then 'both'
    when ordered.sent_at is not null or bought.address is not null then 'sent' else 'fetched' end
  from ${orderLines} line where line.order_id = ordered.id)`

// What an order called `ordered` holds, for both sides of it.
export const linesShown = sql`(
  select json_agg(json_build_object('id', line.id, 'title', line.title, 'kind', line.kind, 'slug', offered.slug,
      'picture', '/media/' || work.picture, 'quantity', line.quantity, 'unitMinor', line.unit_minor, 'returns', line.returns,
      'returnsWords', line.returns_words, 'lesson', ${lessonOf(sql`offered`)}, 'pickup', offered.pickup,
      'files', (select coalesce(json_agg(json_build_object('id', piece.id, 'name', piece.name, 'bytes', piece.bytes) order by file.place), '[]')
        from ${listingFiles} file join ${media} piece on piece.id = file.media_id and piece.state = 'ready'
        where file.listing_id = line.listing_id and line.kind = 'digital' and ordered.state in ('paid', 'on-its-way', 'arrived')),
      'review', ${reviewOf(sql`line.id`)},
      'numbers', (select coalesce(json_agg(mine.number order by mine.number), '[]') from ${claims} mine
        where mine.order_line_id = line.id and mine.state = 'sold' and line.kind = 'edition')) order by line.id)
  from ${orderLines} line join ${listings} offered on offered.id = line.listing_id
    left join ${projects} work on work.id = offered.project_id
  where line.order_id = ordered.id)`

export const messagesShown = sql`(
  select coalesce(json_agg(json_build_object('from', said."from", 'words', said.words, 'at', said.created_at)
    order by said.created_at), '[]') from ${orderMessages} said where said.order_id = ordered.id)`

export const refundsShown = sql`(
  select coalesce(json_agg(json_build_object('minor', back.minor, 'reason', back.reason, 'state', back.state, 'at', back.created_at)
    order by back.created_at), '[]') from ${refunds} back where back.order_id = ordered.id)`
