import { type SQL, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { waysOfWorking } from '#db/schema/matching.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import type { KeptWays, MyWays } from './inputs.ts'

export async function readMyWays(ctx: MemberCtx): Promise<KeptWays> {
  const { ways } = await readTogether(ctx.db, { ways: waysOf(sql`${ctx.member.id}::uuid`) })
  return ways[0] ?? NOTHING_SAID
}

// Nobody reads them but their member; they only say who is suggested to whom.
export async function keepWays(ctx: MemberCtx, ways: MyWays): Promise<KeptWays> {
  await commit(
    ctx,
    ctx.db
      .insert(waysOfWorking)
      .values({ memberId: ctx.member.id, ...ways })
      .onConflictDoUpdate({ target: waysOfWorking.memberId, set: { ...ways, updatedAt: sql`now()` } })
      .returning({ id: sql<string>`${waysOfWorking.memberId}`.as('id') }),
    fact('ways.changed'),
  )
  return ways
}

const NOTHING_SAID: KeptWays = {
  ...{ pace: null, words: null, plan: null, company: null },
  ...{ understanding: null, meetings: null, aim: null },
}

const waysOf = (id: SQL): Shelf<KeptWays> => sql`
  select pace, words, plan, company, understanding, meetings, aim from ${waysOfWorking} where member_id = ${id}`
