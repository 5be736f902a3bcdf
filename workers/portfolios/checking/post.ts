import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { members } from '#db/schema/people.ts'
import { posts } from '#db/schema/portfolios/posts.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, refuse } from '#workers/lib/errors.ts'
import { saidTo } from './said.ts'
import { findingsInWords, textOf } from './texts.ts'

type Found = { title: string; words: string; version: number; minor: boolean }

// A post is for everybody as soon as it is out, so its words are looked at before: gives the version that may come out.
export async function lookAtPost({ db, env, member }: MemberCtx, id: string): Promise<number | undefined> {
  const me = sql`${member.id}::uuid`
  const { post, said } = await readTogether(db, {
    post: sql`
      select post.title, post.words, post.version, member.minor from ${posts} post join ${members} member on member.id = post.member_id
      where post.id = ${id}::uuid and post.member_id = ${me}` as Shelf<Found>,
    said: saidTo(me),
  })
  const [found] = post
  if (!found) return undefined
  const text = textOf(found.title, found.words, `/site/posts/${id}`)
  const findings = findingsInWords([text], { said, minor: found.minor, origin: env.ORIGIN })
  const [first] = findings.filter(({ blocks }) => blocks)
  return first ? refuse(conflict(first.says, 'not_for_others')) : found.version
}
