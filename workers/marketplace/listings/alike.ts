import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { listings } from '#db/schema/marketplace/listings.ts'
import type { ListingCard } from './inputs.ts'
import { isAhead } from './lesson.ts'

const MOST = 4

const newest = sql`order by offered.listed_at desc nulls last, offered.id desc nulls last limit ${MOST + 1}`
const isLeft = sql`offered.on_show and (offered.copies is null or offered.taken < offered.copies) and ${isAhead(sql`offered`)}`

// First more by the same hands, then of the same craft, then whatever is new: each a short walk of an index.
export const alike = (slug: string): Shelf<{ card: ListingCard }> => sql`
  with this as (select id, member_id, category from ${listings} where slug = ${slug}),
  near as (
    (select offered.id, 1 as rank from ${listings} offered, this where offered.member_id = this.member_id and ${isLeft} ${newest})
    union all
    (select offered.id, 2 from ${listings} offered, this where offered.category = this.category and ${isLeft} ${newest})
    union all
    (select offered.id, 3 from ${listings} offered where ${isLeft} ${newest}))
  select offered.card::json as card from ${listings} offered
  join (select id, min(rank) as rank from near group by id) near on near.id = offered.id
  where offered.id <> (select id from this)
  order by near.rank, offered.listed_at desc nulls last limit ${MOST}`
