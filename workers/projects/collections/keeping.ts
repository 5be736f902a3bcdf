import { and, eq, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { members } from '#db/schema/people.ts'
import { collections, collectionWorks } from '#db/schema/projects/collections.ts'
import { projects } from '#db/schema/projects.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { seesWork } from '../sight.ts'
import type { CollectionId, CollectionState, NewCollection, OrderOfWorks, WorkInCollection } from './inputs.ts'

const shape = { id: collections.id }

const isMine = ({ member }: MemberCtx, id: string) => and(eq(collections.id, id), eq(collections.memberId, member.id))

export async function beginCollection(ctx: MemberCtx, wish: NewCollection): Promise<CollectionState> {
  const [begun] = await commit(
    ctx,
    ctx.db
      .insert(collections)
      .values({ ...wish, id: newId(), memberId: ctx.member.id })
      .returning(shape),
    fact('collection.begun'),
  )
  return begun ?? refuse(notFound('collection'))
}

export async function changeCollection(
  ctx: MemberCtx,
  { id }: CollectionId,
  wish: NewCollection,
): Promise<CollectionState> {
  const [changed] = await commit(
    ctx,
    ctx.db.update(collections).set(wish).where(isMine(ctx, id)).returning(shape),
    fact('collection.changed'),
  )
  return changed ?? refuse(notFound('collection'))
}

export async function removeCollection(ctx: MemberCtx, { id }: CollectionId): Promise<CollectionState> {
  const [gone] = await commit(
    ctx,
    ctx.db.delete(collections).where(isMine(ctx, id)).returning(shape),
    fact('collection.removed'),
  )
  return gone ?? refuse(notFound('collection'))
}

const inCollection = { id: sql<string>`${collectionWorks.collectionId}`.as('id') }

// Whatever one sees may hang in it, one’s own and others’; it hangs behind what hung there before.
export async function hangInCollection(ctx: MemberCtx, { id, slug }: WorkInCollection): Promise<CollectionState> {
  const me = ctx.member.id
  const [hung] = await commit(
    ctx,
    ctx.db
      .insert(collectionWorks)
      .select(
        sql`select collection.id as collection_id, work.id as project_id,
            (select coalesce(max(hung.place), 0) + 1 from ${collectionWorks} hung where hung.collection_id = collection.id) as place, now() as hung_at
          from ${collections} collection, ${projects} work join ${members} maker on maker.id = work.member_id
          where collection.id = ${id}::uuid and collection.member_id = ${me}::uuid and work.slug = ${slug} and ${seesWork({ id: me })}`,
      )
      .onConflictDoUpdate({
        target: [collectionWorks.collectionId, collectionWorks.projectId],
        set: { place: sql`collection_works.place` },
      })
      .returning(inCollection),
    fact('collection.hung'),
  )
  return hung ?? refuse(notFound('collection'))
}

// Whatever is not named, because it was hung meanwhile, stays behind those that are.
export async function orderCollection(
  ctx: MemberCtx,
  { id }: CollectionId,
  { works }: OrderOfWorks,
): Promise<CollectionState> {
  const [ordered] = await commit(
    ctx,
    ctx.db.update(collections).set({ id }).where(isMine(ctx, id)).returning(shape),
    fact('collection.ordered'),
    (changed) => sql`update ${collectionWorks} hung set place = coalesce(wished.nth, ${works.length}::int + hung.place)
      from ${changed}, ${projects} work left join unnest(${sql.param(works)}::text[]) with ordinality wished(slug, nth) on wished.slug = work.slug
      where hung.collection_id = changed.id and work.id = hung.project_id returning 1`,
  )
  return ordered ?? refuse(notFound('collection'))
}

export async function takeOffCollection(ctx: MemberCtx, { id, slug }: WorkInCollection): Promise<CollectionState> {
  const [taken] = await commit(
    ctx,
    ctx.db
      .delete(collectionWorks)
      .where(
        sql`collection_works.collection_id = (select mine.id from collections mine where mine.id = ${id}::uuid and mine.member_id = ${ctx.member.id}::uuid)
          and collection_works.project_id = (select work.id from projects work where work.slug = ${slug})`,
      )
      .returning(inCollection),
    fact('collection.taken-off'),
  )
  return taken ?? refuse(notFound('work in this collection'))
}
