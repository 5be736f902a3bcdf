import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { matchRuns } from '#db/schema/matching.ts'
import { members } from '#db/schema/people.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { mondayOf } from '../weeks.ts'
import { bestMentees, bestMentors } from './finding/mentors.ts'
import { bestPeers } from './finding/peers.ts'
import { bestThings } from './finding/things.ts'
import { keep } from './keeping.ts'
import { numbersOf } from './looking/market.ts'
import { type Market, readMarket } from './looking/reading-people.ts'

// Who and what may suit a member, from what all said until now. The same fact is a reason only once.
export async function recommend(ctx: Ctx, { id }: { id: string }, fact = 0) {
  const { market, lastFact } = await readMarket(ctx, id)
  if (fact > 0 && lastFact >= fact) return
  await keep(ctx, id, { fact, found: market && bestOf(market, ctx.now), version: market?.inForce?.version })
}

export function bestOf(market: Market, now: Date) {
  const monday = mondayOf(now)
  const { things, ...people } = numbersOf(market, monday)
  const costs = new Map(market.others.map(({ id, cost }) => [id, cost]))
  const { mentor, list } = bestMentors(people, { now, costs })
  const looking = { me: people.me, known: people.known, monday }
  return {
    list,
    people: { mentor, peer: bestPeers(people, now), mentee: bestMentees(people, now) },
    things: { group: bestThings(things.group, looking), session: bestThings(things.session, looking) },
  }
}

export const recommendLater = later('matching.recommend', z.object({ id: z.uuid() }), recommend)

const Several = z.object({ ids: z.array(z.uuid()).max(50) })

export async function recommendSeveral(ctx: Ctx, { ids }: z.output<typeof Several>) {
  for (const id of await whoIsDue(ctx, sql`member.id = any(${`{${ids.join()}}`}::uuid[])`)) await recommend(ctx, { id })
}

export const recommendSeveralLater = later('matching.recommend-several', Several, recommendSeveral)

const A_MINUTE = 60
const TOGETHER = 10

// Everybody is looked at anew once a day, whoever was never looked at first: others come, fill up and leave meanwhile.
export async function recommendWhoIsDue(ctx: Ctx) {
  const ids = await whoIsDue(ctx, sql`true`)
  for (let n = 0; n < ids.length; n += TOGETHER) await recommendSeveralLater(ctx, { ids: ids.slice(n, n + TOGETHER) })
}

async function whoIsDue({ db }: Ctx, among: SQL): Promise<string[]> {
  const due: { rows: { id: string }[] } = await db.execute(sql`
    select member.id from ${members} member left join ${matchRuns} run on run.member_id = member.id
    where member.standing = 'active' and (run.made_at is null or run.made_at < now() - interval '1 day') and ${among}
    order by run.made_at nulls first, member.id limit ${A_MINUTE}`)
  return due.rows.map(({ id }) => id)
}
