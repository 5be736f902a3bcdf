import { and, eq, type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { posts } from '#db/schema/portfolios/posts.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, invalid, notFound, refuse } from '#workers/lib/errors.ts'
import { addressFor, ifAddressIsTaken } from './addresses.ts'
import { forgetOldest, keepBefore } from './history.ts'
import type { ChangedPost, NewPost, PostForm, PostId, PostState } from './inputs.ts'
import { asOthersReadIt, isMine, isOut, shape } from './mine.ts'
import { pictureInWords } from './picture-words.ts'
import { keepPictures } from './pictures.ts'

const MOST = 500

// A post begins as a draft: nobody but its writer sees it.
export async function beginPost(ctx: MemberCtx, { title, words, tags, slug }: NewPost): Promise<PostState> {
  const id = newId()
  const isRoom = sql`(select count(*) from ${posts} other where other.member_id = ${ctx.member.id}::uuid) < ${MOST}`
  const [begun] = await commit(
    ctx,
    ctx.db
      .insert(posts)
      .select(
        sql`select ${id}::uuid, ${ctx.member.id}::uuid, ${slug ?? addressFor(ctx, { id, title })}, ${title}, ${words},
          array(select jsonb_array_elements_text(${JSON.stringify(tags)}::jsonb)), null::timestamptz, null::jsonb, 1, now(), now() where ${isRoom}`,
      )
      .returning(shape),
    fact('post.begun'),
    keepPictures(ctx, words),
  ).catch(ifAddressIsTaken)
  return begun ?? refuse(conflict(`A site has up to ${MOST} posts. Delete one that nobody needs any more.`, 'full'))
}

// Of two windows that began with the same version, the second one is told, and nothing is overwritten.
export async function changePost(ctx: MemberCtx, { id }: PostId, post: ChangedPost): Promise<PostState> {
  const { title, words, tags, slug, version, byHand } = post
  const [changed] = await commit(
    ctx,
    ctx.db
      .update(posts)
      .set({
        ...{ title, words, tags },
        shown: asOthersReadIt,
        slug: sql`case when ${isOut} then ${slug ?? posts.slug} else ${slug ?? addressFor(ctx, { id, title })} end`,
        version: sql`${posts.version} + 1`,
        changedAt: sql`now()`,
      })
      .where(and(isMine(ctx, id), eq(posts.version, version), mayHave(slug)))
      .returning(shape),
    ...(byHand ? [fact('post.changed')] : []),
    keepBefore(post),
    forgetOldest,
    keepPictures(ctx, words),
  ).catch(ifAddressIsTaken)
  return changed ?? refuse(await whyNotChanged(ctx, id, version))
}

// Pictures that came with the form stand at its end; whoever has no script moves them from there.
export function changeByForm(ctx: MemberCtx, id: PostId, { files, words, ...post }: PostForm): Promise<PostState> {
  const added = files.map((file) => pictureInWords(file, ''))
  return changePost(ctx, id, { ...post, words: [words, ...added].filter(Boolean).join('\n\n'), byHand: true })
}

export async function removePost(ctx: MemberCtx, { id }: PostId): Promise<PostState> {
  const [removed] = await commit(
    ctx,
    ctx.db.delete(posts).where(isMine(ctx, id)).returning(shape),
    fact('post.removed'),
  )
  return removed ?? refuse(notFound('post'))
}

// Others know its address from the moment it is out.
const mayHave = (slug: string | undefined): SQL => (slug ? sql`(not ${isOut} or ${posts.slug} = ${slug})` : sql`true`)

async function whyNotChanged(ctx: MemberCtx, id: string, version: number) {
  const [there] = await ctx.db.select({ version: posts.version }).from(posts).where(isMine(ctx, id))
  if (!there) return notFound('post')
  if (there.version === version) return invalid([{ path: 'slug', message: FIXED }])
  return conflict(CHANGED_ELSEWHERE, 'changed_elsewhere')
}

const FIXED = 'Others know this post by its address, so it stays. Take the post back first to give it another one.'

const CHANGED_ELSEWHERE =
  'You changed this post in another window meanwhile. Both texts are here: compare them, and keep the one you want.'
