import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Member, MemberCtx } from '#workers/lib/context.ts'
import { conflict } from '#workers/lib/errors.ts'
import { writeAccessToken } from '../sign-ins/access-token.ts'
import { handOver, takeBackAccess } from '../sign-ins/cookies.ts'

export const Viewing = z.strictObject({ handle: z.string() })

// An admin sees the house as a member does: for as long as one access token lasts, told in the audit, and reading only.
export async function viewAs(ctx: MemberCtx, handle: string) {
  const [viewed] = await commit(
    ctx,
    ctx.db
      .update(members)
      .set({ handle: sql`handle` })
      .where(sql`handle = ${handle} and not roles @> array['admin'] and standing <> 'gone'`)
      .returning({
        id: members.id,
        handle: members.handle,
        name: members.name,
        portrait: members.portrait,
        roles: members.roles,
        standing: members.standing,
      }),
    fact('member.viewed'),
  )
  if (!viewed) throw conflict('There is nobody of that name whose view you could take. Admins keep their own.')
  const { standing, ...who } = viewed
  const member: Member = { ...who, signIn: ctx.member.signIn, waiting: standing === 'waiting', viewedBy: ctx.member.id }
  handOver(ctx, { access: await writeAccessToken(ctx.env, member, ctx.now), handle: member.handle })
  return { handle: member.handle }
}

export const stopViewing = (ctx: MemberCtx) => takeBackAccess(ctx)
