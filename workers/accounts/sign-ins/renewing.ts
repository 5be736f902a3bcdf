import { eq, sql } from 'drizzle-orm'
import { refreshTokens, signIns } from '#db/schema/accounts/sign-ins.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, Member } from '#workers/lib/context.ts'
import { agreedTerms } from '../agreements/agreed.ts'
import { countingRoles, withheldRoles } from '../second-step/demanded.ts'
import { writeAccessToken } from './access-token.ts'
import { handOver, takeBack } from './cookies.ts'
import { noteEnded } from './ended-lately.ts'
import { hashOf, successorOf } from './tokens.ts'

const GRACE = sql`interval '20 seconds'`
const IDLE = sql`interval '30 days'`

export const shownMember = sql`${members.id}, ${members.handle}, ${members.name}, ${members.portrait},
  ${countingRoles} as roles, ${withheldRoles} as withheld, ${members.standing} = 'waiting' as waiting, ${agreedTerms} as terms`

type Found = Omit<Member, 'signIn'> & { sign_in: string }

const asMember = ({ sign_in, ...member }: Found): Member => ({ ...member, signIn: sign_in })

// Each refresh token is used once and names its successor. Requests that cross each other within a moment get the same
// successor; a token that comes back later than that was stolen, from us or from the member, and ends the sign-in.
export async function renewSignIn(ctx: Ctx, token: string): Promise<Member | undefined> {
  if (token.length > 100) return undefined
  const successor = successorOf(ctx.env.LINK_SECRET, token)
  const member = (await spend(ctx, token, successor)) ?? (await usedAMomentAgo(ctx, token))
  if (!member) {
    takeBack(ctx)
    return undefined
  }
  handOver(ctx, {
    access: await writeAccessToken(ctx.env, member, ctx.now),
    refresh: successor,
    handle: member.handle,
  })
  return member
}

async function spend(ctx: Ctx, token: string, successor: string): Promise<Member | undefined> {
  const { rows } = await ctx.db.execute(sql`
    with spent as (
      update ${refreshTokens} token set used_at = now() from ${signIns} its
      where token.hash = ${hashOf(token)} and token.used_at is null and its.id = token.sign_in_id
        and its.ended_at is null and its.ends_at > now() and its.seen_at > now() - ${IDLE}
      returning token.sign_in_id, token.generation),
    born as (
      insert into ${refreshTokens} (hash, sign_in_id, generation)
      select ${hashOf(successor)}, sign_in_id, generation + 1 from spent),
    seen as (
      update ${signIns} its set seen_at = now() from spent where its.id = spent.sign_in_id returning its.id, its.member_id)
    select ${shownMember}, seen.id as sign_in from seen join ${members} on ${members.id} = seen.member_id
    where ${members.standing} in ('waiting', 'active', 'leaving')`)
  return rows[0] && asMember(rows[0] as Found)
}

async function usedAMomentAgo(ctx: Ctx, token: string): Promise<Member | undefined> {
  const { rows } = await ctx.db.execute(sql`
    select ${shownMember}, its.id as sign_in,
      token.used_at > now() - ${GRACE} and token.generation + 1 =
        (select max(generation) from ${refreshTokens} where sign_in_id = its.id) as "momentAgo"
    from ${refreshTokens} token join ${signIns} its on its.id = token.sign_in_id
    join ${members} on ${members.id} = its.member_id
    where token.hash = ${hashOf(token)} and its.ended_at is null and its.ends_at > now()
      and ${members.standing} in ('waiting', 'active', 'leaving')`)
  const [found] = rows as (Found & { momentAgo: boolean | null })[]
  if (!found) return undefined
  const { momentAgo, ...member } = found
  if (momentAgo) return asMember(member)
  if (momentAgo === false) await endReplayed(ctx, found)
  return undefined
}

async function endReplayed(ctx: Ctx, { sign_in }: Found) {
  await commit(
    ctx,
    ctx.db
      .update(signIns)
      .set({ endedAt: sql`now()`, endedBecause: 'replayed' })
      .where(sql`${eq(signIns.id, sign_in)} and ${signIns.endedAt} is null`)
      .returning({ id: sql<string>`${signIns.memberId}`.as('id') }),
    fact('sign-in.replayed', { signIn: sign_in }),
  )
  noteEnded(ctx, [sign_in])
}
