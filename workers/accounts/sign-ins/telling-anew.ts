import { sql } from 'drizzle-orm'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import type { Member, MemberCtx } from '#workers/lib/context.ts'
import { writeAccessToken } from './access-token.ts'
import { handOver } from './cookies.ts'

// Asked in the same statement as a change of the name: an ended sign-in gets no fresh token.
export const signInHolds = ({ signIn }: Pick<Member, 'signIn'>) =>
  sql<boolean>`exists (select 1 from ${signIns} where ${signIns.id} = ${signIn ?? null}::uuid
    and ${signIns.endedAt} is null and ${signIns.endsAt} > now())`.as('sign_in_holds')

type Told = Partial<Pick<Member, 'name' | 'handle' | 'portrait' | 'terms'>>

// The access token says how a member is called; after a change the browser gets one that says so.
export async function tellAnew(ctx: MemberCtx, told: Told & { holds: boolean }) {
  const { holds, ...changed } = told
  if (!holds || !ctx.member.signIn) return
  const member = { ...ctx.member, ...changed }
  handOver(ctx, { access: await writeAccessToken(ctx.env, member, ctx.now), handle: member.handle })
}
