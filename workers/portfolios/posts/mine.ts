import { and, eq, sql } from 'drizzle-orm'
import { posts } from '#db/schema/portfolios/posts.ts'
import type { MemberCtx } from '#workers/lib/context.ts'

export const shape = { id: posts.id, slug: posts.slug, version: posts.version }

export const isMine = ({ member }: MemberCtx, id: string) => and(eq(posts.id, id), eq(posts.memberId, member.id))

export const isOut = sql`coalesce(${posts.outAt} <= now(), false)`

// While a post that is out, or is to come out by itself, is written on, others read it as it was looked at: until it is published anew.
export const asOthersReadIt = sql`case when ${posts.outAt} is not null then coalesce(${posts.shown}, jsonb_build_object('title', ${posts.title},
  'words', ${posts.words}, 'tags', ${posts.tags}, 'changedAt', ${posts.changedAt})) end`
