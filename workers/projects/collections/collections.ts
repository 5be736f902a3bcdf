import { type SQL, sql } from 'drizzle-orm'
import { pages, readTogether, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { members } from '#db/schema/people.ts'
import { collections, collectionWorks } from '#db/schema/projects/collections.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { isMemberThere, nearnessAs, nearnessTo } from '#workers/people/profiles/visibility.ts'
import type { WorkCard } from '../inputs.ts'
import { hangsForAll, isWithin, seesWork } from '../sight.ts'
import { joined, tile } from '../works.ts'
import {
  type CollectionCard,
  type CollectionId,
  type CollectionPage,
  type CollectionSearch,
  MOST_WORKS,
} from './inputs.ts'

const PAGE = 12
const FIRST = 4

// What hangs in it, as far as the reader may see that. `collection` is the table collections, `host` whose it is.
const hungIn = (seen: SQL) =>
  sql`${collectionWorks} hung, ${joined} where hung.collection_id = collection.id and work.id = hung.project_id and ${seen}`

const cardFor = (seen: SQL) => sql`
  collection.id, collection.title, collection.words, collection.visibility, collection.created_at as "createdAt",
  json_build_object('handle', host.handle, 'name', host.name) as by, (select count(*)::int from ${hungIn(seen)}) as count,
  (select coalesce(json_agg(one), '[]') from (select work.slug, '/media/' || work.picture as picture, work.alt, work.width, work.height
    from ${hungIn(seen)} order by hung.place, work.id limit ${FIRST}) one) as first`

const from = sql`${collections} collection join ${members} host on host.id = collection.member_id`

const hasSomething = sql`exists (select from ${hungIn(hangsForAll)})`

const open = pages<CollectionPage>({
  name: 'collections',
  rows: sql`select ${cardFor(hangsForAll)} from ${from}
    where collection.visibility = 'public' and ${isMemberThere('host', nearnessAs('guest'))} and ${hasSomething}
      and ${whenGiven('id', sql`(collection.created_at, collection.id) < (${slot('before')}::timestamptz, ${slot('id')}::uuid)`)}
    order by collection.created_at desc nulls last, collection.id desc nulls last limit ${PAGE + 1}`,
  key: sql`id || '~' || to_char("createdAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  size: PAGE,
})

// The same for all who come by.
export function searchCollections({ db }: Ctx, { after }: CollectionSearch) {
  const [id, before] = after ?? []
  return open(db, { id, before })
}

const MOST_OWN = 60

export async function readOwnCollections({ db }: Ctx, me: string): Promise<CollectionCard[]> {
  const { own } = await readTogether(db, {
    own: sql`select ${cardFor(seesWork({ id: me }))} from ${from} where collection.member_id = ${me}::uuid
      order by collection.created_at desc, collection.id desc limit ${MOST_OWN}` as Shelf<CollectionCard>,
  })
  return own
}

export type Whole = Omit<CollectionCard, 'first'> & { isMine: boolean }

export async function findCollection(
  { db, member }: Ctx,
  { id }: CollectionId,
): Promise<{ collection: Whole; works: WorkCard[] }> {
  const near = nearnessTo('host', member?.id)
  const seen = seesWork({ id: member?.id })
  const isOpen = sql`${isMemberThere('host', near, member?.id)} and ${isWithin(near, member?.id, 'collection')}`
  const { collection, works } = await readTogether(db, {
    collection:
      sql`select ${cardFor(seen)}, coalesce(collection.member_id = ${member?.id ?? null}::uuid, false) as "isMine"
      from ${from} where collection.id = ${id}::uuid and ${isOpen}` as Shelf<Whole>,
    works: sql`select ${tile} from ${from}, ${collectionWorks} hung, ${joined}
      where collection.id = ${id}::uuid and hung.collection_id = collection.id and work.id = hung.project_id and ${isOpen} and ${seen}
      order by hung.place, work.id limit ${MOST_WORKS}` as Shelf<WorkCard>,
  })
  return { collection: collection[0] ?? refuse(notFound('collection')), works }
}

export type Mine = { id: string; title: string; hangs: boolean }

// One’s own, for a work that may hang in them.
export const collectionsFor = (slug: string, me: string | undefined): Shelf<Mine> => sql`
  select collection.id, collection.title, exists (select from ${collectionWorks} hung join projects work on work.id = hung.project_id
      where hung.collection_id = collection.id and work.slug = ${slug}) as hangs
  from ${collections} collection where collection.member_id = ${me ?? null}::uuid
  order by collection.created_at desc, collection.id desc limit ${MOST_OWN}`
