import { and, eq, type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { listingFiles, listings, listingZones } from '#db/schema/marketplace/listings.ts'
import { projects } from '#db/schema/projects.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, forbidden, notFound, refuse } from '#workers/lib/errors.ts'
import { hangFiles, ifFileIsMissing } from '#workers/media/pieces.ts'
import { canBePaid, paidIs } from '../payouts/can-be-paid.ts'
import type { ListingId, ListingState } from './inputs.ts'
import { startOf } from './lesson.ts'
import type { NewListing } from './offers.ts'

const onListing = { table: sql`${listingFiles}`, column: sql`listing_id`, id: sql`changed.id` }

const shape = { id: listings.id, slug: listings.slug, state: listings.state }

// A work of one's own, for sale from this moment.
export async function sell(ctx: MemberCtx, { work, zones, files, ...offer }: NewListing): Promise<ListingState> {
  if (ctx.member.waiting) throw forbidden('guardian_first', 'You can sell as soon as your guardian has agreed.')
  const id = newId()
  const isLesson = offer.kind === 'lesson'
  const startsAt = await startOf(ctx, isLesson ? offer.startsAt : undefined)
  const copies = offer.kind === 'original' ? 1 : offer.kind === 'digital' ? null : (offer.copies ?? 1)
  const [listed] = await commit(
    ctx,
    ctx.db
      .insert(listings)
      .select(
        sql`select ${id}::uuid as id, work.slug || '-' || right(${id}, 6) as slug, work.member_id, work.id as project_id,
          ${offer.kind}::text as kind, coalesce(nullif(${offer.title}::text, ''), work.title) as title, ${offer.words}::text as words,
          ${offer.currency}::text as currency, ${offer.priceMinor}::bigint as price_minor, ${offer.payMore}::boolean as pay_more,
          ${copies}::int as copies, 0 as taken, ${offer.readyInDays}::int as ready_in_days,
          ${offer.lengthMinutes ?? null}::int as length_minutes, ${startsAt?.toISOString() ?? null}::timestamptz as starts_at,
          ${isLesson ? offer.place : ''}::text as place, ${offer.pickup}::text as pickup, ${offer.returns}::text as returns,
          ${offer.returnsWords}::text as returns_words, 'listed'::text as state, 1 as version, now() as created_at, now() as listed_at,
          false as on_show, null as category, '' as card
        from ${projects} work where work.slug = ${work} and work.member_id = ${ctx.member.id} and work.visibility = 'public'
          and ${paidIs(sql`work.member_id`)}`,
      )
      .returning(shape),
    fact('listing.offered'),
    (changed) => zonesOf(zones, changed),
    ...(offer.kind === 'digital' ? [hangFiles(ctx, onListing, files)] : []),
  ).catch(ifFileIsMissing)
  return listed ?? whyNot(ctx)
}

const notOnTheWall = () =>
  conflict('There is no work of yours by this name that everybody may see. Hang it for everybody first.', 'not_hung')

// Nobody sells before we know where their money goes.
async function whyNot(ctx: MemberCtx): Promise<never> {
  if (await canBePaid(ctx, ctx.member.id)) throw notOnTheWall()
  throw conflict(
    'Please say first where your money goes: under Money, “Where it goes”. Then offer it again.',
    'no_account',
  )
}

export const zonesOf = (zones: NewListing['zones'], changed: SQL) => sql`
  insert into ${listingZones} (listing_id, zone, price_minor, more_minor, days)
  select changed.id, place.zone, place."priceMinor", place."moreMinor", place.days
  from ${changed}, jsonb_to_recordset(${JSON.stringify(zones)}::jsonb)
    as place(zone text, "priceMinor" bigint, "moreMinor" bigint, days int)
  on conflict (listing_id, zone) do update set price_minor = excluded.price_minor, more_minor = excluded.more_minor, days = excluded.days
  returning 1`

// Nobody new can buy it; what was bought before goes on.
export async function withdraw(ctx: MemberCtx, { id }: ListingId): Promise<ListingState> {
  const [gone] = await commit(
    ctx,
    ctx.db
      .update(listings)
      .set({ state: 'withdrawn' })
      .where(and(eq(listings.id, id), eq(listings.memberId, ctx.member.id), eq(listings.state, 'listed')))
      .returning(shape),
    fact('listing.withdrawn'),
  )
  return gone ?? refuse(notFound('listing'))
}
