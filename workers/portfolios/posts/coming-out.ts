import { and, eq, sql } from 'drizzle-orm'
import { readTogether } from '#db/reading.ts'
import { posts } from '#db/schema/portfolios/posts.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, invalid, notFound, refuse } from '#workers/lib/errors.ts'
import { instantOf } from '#workers/lib/zones/clock.ts'
import { zoneOf } from '#workers/mentoring/requests/queue.ts'
import { lookAtPost } from '../checking/post.ts'
import type { ComingOut, PostId, PostState } from './inputs.ts'
import { isMine, shape } from './mine.ts'

// At once, or at a time to come, as it was looked at. What is out already keeps the day on which it came out.
export async function comeOut(ctx: MemberCtx, { id }: PostId, { at }: ComingOut): Promise<PostState> {
  const version = await lookAtPost(ctx, id)
  const outAt = at ? await dayToCome(ctx, at) : sql`least(${posts.outAt}, now())`
  const [out] = await commit(
    ctx,
    ctx.db
      .update(posts)
      .set({ outAt, shown: null })
      .where(and(isMine(ctx, id), hasWords, eq(posts.version, version ?? 0)))
      .returning(shape),
    fact(at ? 'post.set-for-later' : 'post.out'),
  )
  return out ?? refuse(await whyNot(ctx, id))
}

// It is a draft again, and leaves the site within a minute.
export async function takeBack(ctx: MemberCtx, { id }: PostId): Promise<PostState> {
  const [back] = await commit(
    ctx,
    ctx.db.update(posts).set({ outAt: null, shown: null }).where(isMine(ctx, id)).returning(shape),
    fact('post.taken-back'),
  )
  return back ?? refuse(notFound('post'))
}

const hasWords = sql`${posts.words} ~ '\\S'`

async function dayToCome({ db, member, now }: MemberCtx, at: string): Promise<Date> {
  const { zone } = await readTogether(db, { zone: zoneOf(member.id) })
  const day = instantOf(at, zone[0]?.timeZone ?? 'UTC')
  if (day <= now)
    throw invalid([{ path: 'at', message: 'That is over already. Choose a time to come, or publish it now.' }])
  if (day.getTime() - now.getTime() > FAR_MS)
    throw invalid([{ path: 'at', message: 'That is further away than two years. Choose a nearer day.' }])
  return day
}

const FAR_MS = 2 * 366 * 86_400_000

async function whyNot(ctx: MemberCtx, id: string) {
  const [there] = await ctx.db.select({ words: posts.words }).from(posts).where(isMine(ctx, id))
  if (!there) return notFound('post')
  return there.words.trim() === ''
    ? invalid([{ path: 'words', message: 'There are no words in it yet. Write some, then publish it.' }])
    : conflict('It was changed in another window just now. Look at it once more, then publish it.', 'changed_elsewhere')
}
