import { eq, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { departures } from '#db/schema/accounts/departures.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, invalid, notFound, refuse } from '#workers/lib/errors.ts'
import { insistOnRecentProof } from '../proof/proof.ts'
import { standingOf } from '../suspensions/suspensions.ts'
import type { Departure, NewDeparture } from './inputs.ts'

export const DAYS_TO_CHANGE_ONES_MIND = 30

export async function ownDeparture(ctx: MemberCtx): Promise<Departure | undefined> {
  const { departure } = await readTogether(ctx.db, { departure: departureOf(ctx.member.id) })
  return departure[0]
}

const departureOf = (memberId: string): Shelf<Departure> => sql`
  select leaves_at as "leavesAt" from ${departures} where member_id = ${memberId} and gone_at is null`

// Nothing is deleted yet: for thirty days one click takes it back.
export async function leave(ctx: MemberCtx, { reason, handle }: NewDeparture): Promise<Departure> {
  await insistOnRecentProof(ctx)
  if (handle.replace(/^@/, '').toLowerCase() !== ctx.member.handle.toLowerCase())
    throw invalid([{ path: 'handle', message: `Please write your own handle: ${ctx.member.handle}` }])
  await insistOnAnotherAdmin(ctx)
  await commit(
    ctx,
    ctx.db
      .insert(departures)
      .values({
        memberId: ctx.member.id,
        reason,
        leavesAt: sql`now() + ${DAYS_TO_CHANGE_ONES_MIND} * interval '1 day'`,
      })
      .onConflictDoNothing()
      .returning({ id: sql<string>`${departures.memberId}`.as('id') }),
    fact('member.leaving'),
    (changed) =>
      sql`update ${members} set standing = 'leaving' from ${changed} where ${members.id} = changed.id returning 1`,
  )
  return (await ownDeparture(ctx)) ?? refuse(notFound('departure'))
}

export async function stay(ctx: MemberCtx) {
  const [stayed] = await commit(
    ctx,
    ctx.db
      .delete(departures)
      .where(sql`${eq(departures.memberId, ctx.member.id)} and gone_at is null`)
      .returning({ id: sql<string>`${departures.memberId}`.as('id') }),
    fact('member.stayed'),
  )
  if (!stayed) throw notFound('departure')
  // The row that said so is gone only now, so where the member stands is asked after it.
  await ctx.db
    .update(members)
    .set({ standing: standingOf(sql`${members.id}`) as never })
    .where(sql`${eq(members.id, ctx.member.id)} and standing = 'leaving'`)
  return { status: 'staying' as const }
}

async function insistOnAnotherAdmin({ db, member }: MemberCtx) {
  if (!member.roles.includes('admin')) return
  const others = await db
    .select({ id: members.id })
    .from(members)
    .where(sql`roles @> array['admin'] and standing = 'active' and id <> ${member.id}`)
    .limit(1)
  if (others.length === 0) throw conflict('You are the last admin. Make somebody else an admin first.', 'last_admin')
}
