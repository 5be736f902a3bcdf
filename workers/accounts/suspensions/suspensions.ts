import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { departures } from '#db/schema/accounts/departures.ts'
import { guardianConsents } from '#db/schema/accounts/guardians.ts'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import { suspensions } from '#db/schema/accounts/suspensions.ts'
import { accounts } from '#db/schema/accounts.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, forbidden, notFound } from '#workers/lib/errors.ts'
import { noteSomeEnded } from '../sign-ins/ended-lately.ts'

export const NewSuspension = z.strictObject({
  reason: z.string().trim().min(3, 'Please say why: the member reads it, and so does whoever looks later.').max(1000),
})
export type NewSuspension = z.output<typeof NewSuspension>

export const Suspended = z.strictObject({ handle: z.string(), standing: z.string() })

// One statement: the suspension, the member's standing, and the end of every sign-in they had.
export async function suspend(ctx: MemberCtx, handle: string, { reason }: NewSuspension) {
  if (handle.toLowerCase() === ctx.member.handle.toLowerCase())
    throw forbidden('not_yourself', 'Nobody can suspend themselves.')
  const whom = sql`(select id from ${members} where handle = ${handle} and standing in ('waiting', 'active', 'leaving') and not roles @> array['admin'])`
  const [suspended] = await commit(
    ctx,
    ctx.db
      .insert(suspensions)
      .select(
        sql`select ${newId()}::uuid, id, ${reason}, ${ctx.member.id}::uuid, now(), null::timestamptz, null::uuid from ${whom} member`,
      )
      .onConflictDoNothing()
      .returning({ id: sql<string>`${suspensions.memberId}`.as('id') }),
    fact('member.suspended', { reason }),
    (changed) =>
      sql`update ${members} set standing = 'suspended' from ${changed} where ${members.id} = changed.id returning 1`,
    (changed) => sql`update ${signIns} set ended_at = now(), ended_because = 'suspended' from ${changed}
      where member_id = changed.id and ended_at is null returning 1`,
  )
  if (!suspended) throw await whyNot(ctx, handle)
  noteSomeEnded()
  return { handle, standing: 'suspended' }
}

export async function liftSuspension(ctx: MemberCtx, handle: string) {
  const [lifted] = await commit(
    ctx,
    ctx.db
      .update(suspensions)
      .set({ liftedAt: sql`now()`, liftedBy: ctx.member.id })
      .where(sql`lifted_at is null and member_id = (select id from ${members} where handle = ${handle})`)
      .returning({ id: sql<string>`${suspensions.memberId}`.as('id') }),
    fact('member.suspension-lifted'),
    (changed) => sql`update ${members} set standing = ${standingOf(sql`changed.id`)} from ${changed}
      where ${members.id} = changed.id returning 1`,
  )
  if (!lifted) throw notFound('suspension')
  return { handle, standing: 'active' }
}

// Where a member stands when nothing holds them: on their way out, waiting for a guardian, or simply here.
export const standingOf = (id: ReturnType<typeof sql>) => sql`case
  when exists (select from ${departures} where member_id = ${id} and gone_at is null) then 'leaving'
  when exists (select from ${accounts} where member_id = ${id} and age_band <> 'adult')
    and coalesce((select decision from ${guardianConsents} where member_id = ${id} order by asked_at desc limit 1), '') <> 'agreed'
    then 'waiting'
  else 'active' end`

async function whyNot(ctx: MemberCtx, handle: string) {
  const { rows } = await ctx.db.execute(sql`select standing, roles from ${members} where handle = ${handle}`)
  const [member] = rows as { standing: string; roles: string[] }[]
  if (!member || member.standing === 'gone') return notFound('member')
  if (member.roles.includes('admin')) return conflict('An admin has to give up the key before they can be suspended.')
  return conflict('This member is suspended already.')
}
