import { and, type SQL, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { posts, postVersions } from '#db/schema/portfolios/posts.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import type { ChangedPost, EarlierVersion, PostId, PostState, VersionOfPost, WholeVersion } from './inputs.ts'
import { asOthersReadIt, isMine, shape } from './mine.ts'

const MOST = 40
const MUCH = 200

type Text = Pick<ChangedPost, 'title' | 'words' | 'byHand'>

// What saves by itself would fill a history with half sentences: then the text before is kept every ten minutes, and whenever
// much of it went.
export const keepBefore =
  ({ title, words, byHand }: Text) =>
  (changed: SQL): SQL =>
    sql`${keep} from ${changed} join ${posts} before on before.id = changed.id
  where (before.title, before.words) is distinct from (${title}::text, ${words}::text) and before.words <> ''
    and (${byHand}::boolean or length(before.words) > length(${words}::text) + ${MUCH}::int or not exists (
      select from ${postVersions} kept where kept.post_id = before.id and kept.kept_at > now() - interval '10 minutes'))
  returning 1`

const keep = sql`
  insert into ${postVersions} (post_id, version, title, words, kept_at)
  select before.id, before.version, before.title, before.words, before.changed_at`

export const forgetOldest = (changed: SQL): SQL => sql`
  delete from ${postVersions} old using ${changed} where old.post_id = changed.id and old.version <= (
    select version from ${postVersions} other where other.post_id = changed.id order by version desc offset ${MOST - 1} limit 1)
  returning 1`

export const versionsOf = (memberId: string, postId: string): Shelf<EarlierVersion> => sql`
  select version.version as number, version.title, length(version.words) as letters, version.kept_at as "keptAt"
  from ${postVersions} version join ${posts} post on post.id = version.post_id
  where post.id = ${postId}::uuid and post.member_id = ${memberId}::uuid order by version.version desc limit ${MOST}`

export const versionOf = (memberId: string, { id, number }: VersionOfPost): Shelf<WholeVersion> => sql`
  select version.version as number, version.title, version.words, length(version.words) as letters, version.kept_at as "keptAt"
  from ${postVersions} version join ${posts} post on post.id = version.post_id
  where post.id = ${id}::uuid and post.member_id = ${memberId}::uuid and version.version = ${number}::int`

export async function readVersions({ db, member }: MemberCtx, { id }: PostId) {
  const { post, versions } = await readTogether(db, {
    post: sql`select id from ${posts} where id = ${id}::uuid and member_id = ${member.id}::uuid` as Shelf<{
      id: string
    }>,
    versions: versionsOf(member.id, id),
  })
  return post[0] ? { versions } : refuse(notFound('post'))
}

export async function readVersion({ db, member }: MemberCtx, which: VersionOfPost): Promise<WholeVersion> {
  const { found } = await readTogether(db, { found: versionOf(member.id, which) })
  return found[0] ?? refuse(notFound('version'))
}

// What it said before is what it says now, and what it said until now is kept beside the others.
export async function bringBack(ctx: MemberCtx, { id, number }: VersionOfPost): Promise<PostState> {
  const earlier = (column: 'title' | 'words') =>
    sql`(select ${postVersions[column]} from ${postVersions} where post_id = ${id}::uuid and version = ${number}::int)`
  const [back] = await commit(
    ctx,
    ctx.db
      .update(posts)
      .set({
        ...{ title: earlier('title'), words: earlier('words'), shown: asOthersReadIt },
        version: sql`${posts.version} + 1`,
        changedAt: sql`now()`,
      })
      .where(and(isMine(ctx, id), sql`${earlier('title')} is not null`))
      .returning(shape),
    fact('post.changed', { backTo: number }),
    keepAll,
    forgetOldest,
  )
  return back ?? refuse(notFound('version'))
}

const keepAll = (changed: SQL): SQL => sql`${keep} from ${changed} join ${posts} before on before.id = changed.id
  where before.words <> '' returning 1`
