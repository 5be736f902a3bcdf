import { and, eq, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { sqlState } from '#db/patience.ts'
import type { Shelf } from '#db/reading.ts'
import { profileEntries } from '#db/schema/people/entries.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, invalid, notFound } from '#workers/lib/errors.ts'
import type { EntryEdit, MyEntry, NewEntry, NewPlace } from './entries-inputs.ts'

export const MOST_ENTRIES = 30

export const myEntries = (memberId: string): Shelf<MyEntry> => sql`
  select id, kind, title, by, url, since, until, text from ${profileEntries}
  where member_id = ${memberId} order by kind, place, id`

export async function addEntry(ctx: MemberCtx, entry: NewEntry) {
  const { kind, title, by, url, since, until, text } = entry
  const mine = sql`from ${profileEntries} where member_id = ${ctx.member.id} and kind = ${kind}`
  const [added] = await commit(
    ctx,
    ctx.db
      .insert(profileEntries)
      .select(
        sql`select ${newId()}::uuid, ${ctx.member.id}::uuid, ${kind}, ${title}, ${by}, ${url}, ${since}::date, ${until}::date, ${text},
          (select coalesce(max(place), 0) + 1 ${mine}) where (select count(*) ${mine}) < ${MOST_ENTRIES}`,
      )
      .returning({ id: profileEntries.id }),
    fact('profile-entry.added', { kind }),
  )
  if (!added) throw conflict(`You have ${MOST_ENTRIES} of these already. Remove one to make room.`, 'enough')
  return added
}

export async function editEntry(ctx: MemberCtx, id: string, entry: EntryEdit) {
  const [changed] = await commit(
    ctx,
    ctx.db.update(profileEntries).set(entry).where(isMine(ctx, id)).returning({ id: profileEntries.id }),
    fact('profile-entry.changed'),
  ).catch((error) => {
    // Only the row knows that it is a link.
    throw sqlState(error) === BROKEN ? invalid([{ path: 'url', message: 'A link needs an address.' }]) : error
  })
  return changed ?? notThere()
}

const removed = {
  kind: profileEntries.kind,
  title: profileEntries.title,
  by: profileEntries.by,
  url: profileEntries.url,
}
const alsoRemoved = { since: profileEntries.since, until: profileEntries.until, text: profileEntries.text }

// Hands back what was there, so that it can be put back.
export async function removeEntry(ctx: MemberCtx, id: string): Promise<MyEntry> {
  const [gone] = await commit(
    ctx,
    ctx.db
      .delete(profileEntries)
      .where(isMine(ctx, id))
      .returning({ id: profileEntries.id, ...removed, ...alsoRemoved }),
    fact('profile-entry.removed'),
  )
  return gone ?? notThere()
}

// Changes places with its neighbour; at the end of the list it stays where it is.
export async function moveEntry(ctx: MemberCtx, id: string, { direction }: NewPlace) {
  const nearest = direction === 'up' ? sql`desc` : sql`asc`
  const beyond = direction === 'up' ? sql`<` : sql`>`
  const moved = await commit(
    ctx,
    ctx.db
      .update(profileEntries)
      .set({ place: sql`case when ${profileEntries.id} = ${id} then pair.theirs else pair.mine end` })
      .from(
        sql`(select this.place as mine, other.place as theirs, other.id as other from ${profileEntries} this
          join ${profileEntries} other on other.member_id = this.member_id and other.kind = this.kind
            and (other.place, other.id) ${beyond} (this.place, this.id)
          where this.id = ${id} and this.member_id = ${ctx.member.id}
          order by other.place ${nearest}, other.id ${nearest} limit 1) pair`,
      )
      .where(and(eq(profileEntries.memberId, ctx.member.id), sql`${profileEntries.id} in (${id}, pair.other)`))
      .returning({ id: profileEntries.id }),
  )
  if (moved.length === 0 && !(await isThere(ctx, id))) notThere()
  return { moved: moved.length > 0 }
}

const BROKEN = '23514'

const isMine = (ctx: MemberCtx, id: string) =>
  and(eq(profileEntries.id, id), eq(profileEntries.memberId, ctx.member.id))

const isThere = async (ctx: MemberCtx, id: string) => (await ctx.db.$count(profileEntries, isMine(ctx, id))) > 0

const notThere = (): never => {
  throw notFound('entry')
}
