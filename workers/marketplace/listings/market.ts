import { sql } from 'drizzle-orm'
import { pages, readTogether, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { listings, listingZones } from '#db/schema/marketplace/listings.ts'
import { members } from '#db/schema/people.ts'
import { projects } from '#db/schema/projects.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import type { Review } from '../reviews/inputs.ts'
import { reviewsOf } from '../reviews/reviews.ts'
import { alike } from './alike.ts'
import type { Listing, ListingCard, ListingSlug, MarketPage, MarketSearch } from './inputs.ts'
import { isAhead, lessonOf } from './lesson.ts'

const PAGE = 24

// What the market shows of a listing stands ready in its row (decision 0022).
const inTheMarket = pages<MarketPage>({
  name: 'listings',
  rows: sql`select offered.card, offered.id, offered.listed_at as "listedAt" from ${listings} offered
    where offered.on_show and ${isAhead(sql`offered`)}
      and ${whenGiven('kind', sql`offered.kind = ${slot('kind')}`)}
      and ${whenGiven('category', sql`offered.category = ${slot('category')}`)}
      and ${whenGiven('maker', sql`offered.member_id = (select id from ${members} where handle = ${slot('maker')}::citext)`)}
      and ${whenGiven('q', sql`lower(offered.title) like '%' || lower(${slot('q')}) || '%'`)}
      and ${whenGiven('id', sql`(offered.listed_at, offered.id) < (${slot('since')}::timestamptz, ${slot('id')}::uuid)`)}
    order by offered.listed_at desc nulls last, offered.id desc nulls last limit ${PAGE + 1}`,
  shown: sql`card`,
  key: sql`id || '~' || to_char("listedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  size: PAGE,
})

export function searchMarket({ db }: Ctx, { after, q, ...search }: MarketSearch) {
  const [id, since] = after ?? []
  return inTheMarket(db, { ...search, q: q && withoutWildcards(q), id, since })
}

const withoutWildcards = (q: string) => q.replace(/[\\%_]/g, '\\$&')

export async function findListing(
  { db, member }: Ctx,
  { slug }: ListingSlug,
): Promise<Listing & { reviews: Review[]; alike: ListingCard[] }> {
  const { listing, reviews, others } = await readTogether(db, {
    listing: oneListing(slug, member?.id),
    others: alike(slug),
    reviews: reviewsOf(sql`(select id from ${listings} where slug = ${slug})`),
  })
  return { ...(listing[0] ?? refuse(notFound('listing'))), reviews, alike: others.map(({ card }) => card) }
}

// The same for all who come by, and its maker sees it as long as it is there.
export const oneListing = (slug: string, readerId: string | undefined): Shelf<Listing> => sql`
  select offered.id, offered.slug, offered.kind, offered.title, offered.currency, offered.price_minor as "priceMinor",
    offered.pay_more as "payMore", offered.copies - offered.taken as "left", offered.listed_at as "listedAt",
    '/media/' || work.picture as picture, work.alt, work.width, work.height,
    json_build_object('handle', maker.handle, 'name', maker.name) as maker, offered.state, offered.version, offered.words, offered.copies, offered.ready_in_days as "readyInDays",
    offered.length_minutes as "lengthMinutes", ${lessonOf(sql`offered`)} as lesson, ${isAhead(sql`offered`)} as "isAhead", offered.pickup, offered.returns, offered.returns_words as "returnsWords",
    json_build_object('slug', work.slug, 'title', work.title) as work,
    (select coalesce(json_agg(json_build_object('zone', place.zone, 'priceMinor', place.price_minor,
        'moreMinor', place.more_minor, 'days', place.days) order by place.zone = 'world', place.zone), '[]')
      from ${listingZones} place where place.listing_id = offered.id) as zones
  from ${listings} offered join ${projects} work on work.id = offered.project_id join ${members} maker on maker.id = offered.member_id
  where offered.slug = ${slug} and (offered.on_show or offered.member_id = ${readerId ?? null}::uuid)`

export const everyListingSlug = (): Shelf<{ slug: string }> => sql`
  select slug from ${listings} where on_show order by listed_at desc nulls last, id desc nulls last limit 50000`
