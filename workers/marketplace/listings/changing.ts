import { and, eq, type SQL, sql } from 'drizzle-orm'
import { constraintOf } from '#db/patience.ts'
import { readTogether } from '#db/reading.ts'
import { listings, listingZones } from '#db/schema/marketplace/listings.ts'
import { projects } from '#db/schema/projects.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, type Issue, invalid, notFound, refuse } from '#workers/lib/errors.ts'
import type { Listing, ListingId, ListingSlug, ListingState } from './inputs.ts'
import { startOf } from './lesson.ts'
import { oneListing } from './market.ts'
import type { ListingChange } from './offers.ts'
import { zonesOf } from './selling.ts'

const shape = { id: listings.id, slug: listings.slug, state: listings.state }

export async function readOwnListing({ db, member }: MemberCtx, { slug }: ListingSlug): Promise<Listing> {
  const { listing } = await readTogether(db, { listing: oneListing(slug, member.id) })
  const [one] = listing
  return one?.maker.handle === member.handle ? one : refuse(notFound('listing'))
}

// An original that somebody took is theirs, and so is an edition of which none is left.
export const mayChange = ({ kind, state, left }: Pick<Listing, 'kind' | 'state' | 'left'>): boolean =>
  state === 'listed' && (left !== 0 || kind === 'made-to-order' || kind === 'lesson')

// For whoever buys from now on: what was bought keeps its price and its promises.
export async function changeListing(ctx: MemberCtx, { id }: ListingId, change: ListingChange): Promise<ListingState> {
  const startsAt = await startOf(ctx, change.kind === 'lesson' ? change.startsAt : undefined)
  const [changed] = await commit(
    ctx,
    ctx.db
      .update(listings)
      .set({ ...saidAnew(change), startsAt, version: sql`${listings.version} + 1` })
      .where(and(isMine(ctx, id), isAsSeen(change), IS_OPEN))
      .returning(shape),
    fact('listing.changed'),
    (gone) => otherZonesOf(change.zones, gone),
    (kept) => zonesOf(change.zones, kept),
  ).catch(sayWhatIsKept)
  return changed ?? whyNot(ctx, id, change)
}

function saidAnew({
  version: _,
  kind,
  currency,
  zones,
  startsAt,
  title,
  copies,
  lengthMinutes,
  place,
  ...said
}: ListingChange) {
  const ofTheWork = sql`(select work.title from ${projects} work where work.id = ${listings.projectId})`
  return {
    ...said,
    title: sql`coalesce(nullif(${title}::text, ''), ${ofTheWork}, ${listings.title})`,
    ...(kind !== 'original' && kind !== 'digital' && { copies: copies ?? 1 }),
    ...(kind === 'lesson' && { lengthMinutes: lengthMinutes ?? null, place }),
  }
}

const isAsSeen = ({ version, kind, currency }: ListingChange) =>
  and(eq(listings.version, version), eq(listings.kind, kind), eq(listings.currency, currency))

const isMine = ({ member }: MemberCtx, id: string) => and(eq(listings.id, id), eq(listings.memberId, member.id))

const IS_OPEN = sql`${listings.state} = 'listed' and (${listings.copies} is distinct from ${listings.taken}
  or ${listings.kind} in ('made-to-order', 'lesson'))`

const otherZonesOf = (zones: ListingChange['zones'], changed: SQL) => sql`
  delete from ${listingZones} place using ${changed} where place.listing_id = changed.id
    and place.zone <> all(${`{${zones.map(({ zone }) => zone).join()}}`}::text[]) returning 1`

async function whyNot(ctx: MemberCtx, id: string, said: Pick<ListingChange, 'kind' | 'currency'>): Promise<never> {
  const [there] = await ctx.db.select().from(listings).where(isMine(ctx, id))
  if (!there) throw notFound('listing')
  if (there.state !== 'listed')
    throw conflict('It is not in the market any more. Offer the work anew, and say it all as you like.', 'withdrawn')
  if (!mayChange({ ...there, left: there.copies && there.copies - there.taken }))
    throw conflict('It is sold, or somebody is paying for it this very moment. What they saw stays as it is.', 'sold')
  if (there.kind !== said.kind || there.currency !== said.currency)
    throw conflict('What it is and its currency stay. Take it down and offer the work anew instead.', 'stays')
  throw conflict(
    'It was changed meanwhile, perhaps in another tab. What you wrote is still here: look at it as it is offered now, and keep yours if it shall take its place.',
    'changed_meanwhile',
  )
}

function sayWhatIsKept(error: unknown): never {
  const issue = KEPT[constraintOf(error) ?? '']
  throw issue ? invalid([issue]) : error
}

const TOO_FEW = {
  path: 'copies',
  message: 'More than that are bought or being paid for. Please leave as many as there are.',
}

const KEPT: Record<string, Issue> = {
  listings_taken: TOO_FEW,
  listings_keep_their_pieces: TOO_FEW,
  listings_editions_do_not_grow: {
    path: 'copies',
    message: 'Somebody bought one of so many. An edition may become smaller, never larger.',
  },
  listings_keep_their_day: {
    path: 'startsAt',
    message: 'Somebody has a place on that day. Write to them about another one, on the page of their order.',
  },
}
