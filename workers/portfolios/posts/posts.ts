import { type SQL, sql } from 'drizzle-orm'
import { pages, pagesAmong, readTogether, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { members } from '#db/schema/people.ts'
import { posts } from '#db/schema/portfolios/posts.ts'
import { type SiteState, sites } from '#db/schema/portfolios/sites.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { versionOf, versionsOf } from './history.ts'
import type { Post, PostId, PostPage, PostSearch, VersionOfPost } from './inputs.ts'

const PAGE = 24
const BEGINS = 300

const state = sql`case when post.out_at is null then 'draft' when post.out_at <= now() then 'out' else 'waiting' end`

const line = sql`post.id, post.slug, post.title, post.tags, ${state} as state, post.out_at as "outAt",
  post.changed_at as "changedAt", post.version,
  post.shown is not null as "isBehind"`

const newest = {
  name: 'posts',
  rows: sql`select ${line}, left(post.words, ${BEGINS}) as begins from ${posts} post
    where post.member_id = ${slot('me')}::uuid and ${whenGiven('state', sql`${state} = ${slot('state')}`)}
      and ${whenGiven('id', sql`(post.changed_at, post.id) < (${slot('before')}::timestamptz, ${slot('id')}::uuid)`)}
    order by post.changed_at desc, post.id desc limit ${PAGE + 1}`,
  key: sql`id || '~' || to_char("changedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  size: PAGE,
}

const list = pages<PostPage>(newest)

export const readPosts = ({ db, member }: MemberCtx, search: PostSearch) => list(db, askedFor(member.id, search))

function askedFor(me: string, { state, after }: PostSearch) {
  const [id, before] = after ?? []
  return { me, state, id, before }
}

type Around = { timeZone: string; site: SiteState | null }

// Whose they are, and whether others can come by at all.
const around = (memberId: SQL): Shelf<Around> => sql`
  select member.time_zone as "timeZone", site.state as site from ${members} member left join ${sites} site on site.member_id = member.id
  where member.id = ${memberId}::uuid`

const listAround = pagesAmong<PostPage, { around: Shelf<Around> }>(newest, { around: around(sql`${slot('me')}`) })

export async function readPostsPage({ db, member }: MemberCtx, search: PostSearch) {
  const found = await listAround(db, askedFor(member.id, search))
  return { page: found.page, ...(found.around.around[0] ?? NOBODY) }
}

const NOBODY: Around = { timeZone: 'UTC', site: null }

export async function readPost({ db, member }: MemberCtx, { id }: PostId): Promise<Post> {
  const { post } = await readTogether(db, { post: whole(member.id, id) })
  return post[0] ?? refuse(notFound('post'))
}

const whole = (memberId: string, id: string): Shelf<Post> => sql`
  select ${line}, post.words from ${posts} post where post.id = ${id}::uuid and post.member_id = ${memberId}::uuid`

// A post as it is written on, with what it said before; one version of those as a whole, when it is asked for.
export async function readPostPage({ db, member }: MemberCtx, { id }: PostId, number?: number) {
  const found = await readTogether(db, {
    post: whole(member.id, id),
    versions: versionsOf(member.id, id),
    version: versionOf(member.id, { id, number: number ?? 0 } satisfies VersionOfPost),
    around: around(sql`${member.id}`),
  })
  const post = found.post[0] ?? refuse(notFound('post'))
  return { post, versions: found.versions, version: found.version[0], ...(found.around[0] ?? NOBODY) }
}
