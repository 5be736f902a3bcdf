import { type SQL, sql } from 'drizzle-orm'
import { constraintOf } from '#db/patience.ts'
import { posts } from '#db/schema/portfolios/posts.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { invalid } from '#workers/lib/errors.ts'
import { inAnAddress } from '#workers/projects/own/slugs.ts'

const LONGEST = 70

// The title as an address; where another post has it already, with some signs of the id behind it.
export function addressFor({ member }: MemberCtx, { id, title }: { id: string; title: string }): SQL<string> {
  const plain = inAnAddress(title, LONGEST) || 'post'
  return sql<string>`case when exists (select from ${posts} other where other.member_id = ${member.id}::uuid
      and other.slug = ${plain} and other.id <> ${id}::uuid) then ${`${plain}-${id.slice(-6)}`} else ${plain} end`
}

export function ifAddressIsTaken(error: unknown): never {
  if (constraintOf(error) !== 'posts_have_an_address') throw error
  throw invalid([{ path: 'slug', message: 'Another post of yours is at this address. Please choose another one.' }])
}
