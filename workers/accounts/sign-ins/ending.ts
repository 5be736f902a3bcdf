import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import { noteEnded } from './ended-lately.ts'

export type SignInShown = {
  id: string
  device: string
  country: string | null
  way: string
  startedAt: string
  seenAt: string
  isThis: boolean
}

// Where a member is signed in right now; this browser first.
export async function listSignIns({ db, member }: MemberCtx): Promise<{ zone: string; signIns: SignInShown[] }> {
  const { rows } = await db.execute(sql`
    select id, device, country, way, to_json(started_at) #>> '{}' as "startedAt", to_json(seen_at) #>> '{}' as "seenAt",
      coalesce(id = ${member.signIn ?? null}::uuid, false) as "isThis",
      (select time_zone from ${members} where ${members.id} = ${member.id}) as zone
    from ${signIns}
    where ${signIns.memberId} = ${member.id} and ended_at is null and ends_at > now()
      and seen_at > now() - interval '30 days'
    order by "isThis" desc, seen_at desc limit 100`)
  const found = rows as (SignInShown & { zone: string })[]
  return { zone: found[0]?.zone ?? 'UTC', signIns: found.map(({ zone: _, ...signIn }) => signIn) }
}

export async function endSignIn(ctx: MemberCtx, id: string) {
  const [ended] = await commit(
    ctx,
    ctx.db
      .update(signIns)
      .set({ endedAt: sql`now()`, endedBecause: 'ended-elsewhere' })
      .where(and(eq(signIns.id, id), eq(signIns.memberId, ctx.member.id), isNull(signIns.endedAt)))
      .returning({ id: signIns.id }),
    fact('sign-in.ended'),
  )
  if (!ended) throw notFound('sign-in')
  noteEnded(ctx, [id])
}

export async function endOtherSignIns(ctx: MemberCtx) {
  const ended = await commit(
    ctx,
    ctx.db
      .update(signIns)
      .set({ endedAt: sql`now()`, endedBecause: 'ended-elsewhere' })
      .where(and(eq(signIns.memberId, ctx.member.id), isNull(signIns.endedAt), isNot(ctx.member.signIn)))
      .returning({ id: signIns.id }),
    fact('sign-in.ended'),
  )
  noteEnded(
    ctx,
    ended.map(({ id }) => id),
  )
  return { ended: ended.length }
}

const isNot = (signIn: string | undefined) => sql`${signIns.id} is distinct from ${signIn ?? null}::uuid`

type Reason = 'password-changed' | 'ended-elsewhere'

// For changes of what protects an account: every sign-in of the member ends with the change itself, but for the one at hand.
// Whoever makes the change calls `noteSomeEnded` afterwards.
export const endSignIns = (changed: SQL, because: Reason, but?: string): SQL => sql`
  update ${signIns} set ended_at = now(), ended_because = ${because} from ${changed}
  where ${signIns.memberId} = changed.id and ${signIns.endedAt} is null and ${isNot(but)} returning 1`
