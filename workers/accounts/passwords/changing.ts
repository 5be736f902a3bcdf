import { and, eq, isNull, sql } from 'drizzle-orm'
import { accounts } from '#db/schema/accounts.ts'
import { members } from '#db/schema/people.ts'
import { commit } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, Refusal } from '#workers/lib/errors.ts'
import { changeOf } from '../changes.ts'
import { insistOnRecentProof } from '../proof/proof.ts'
import { noteSomeEnded } from '../sign-ins/ended-lately.ts'
import { endSignIns } from '../sign-ins/ending.ts'
import { countTries, type Limit } from '../tries.ts'
import type { PasswordChange } from './inputs.ts'
import { hashPassword, isPassword } from './password.ts'
import { insistOnGoodPassword } from './policy.ts'
import { closeOtherResets } from './resets.ts'

const CURRENT: Limit = { what: 'current-password', times: 10, minutes: 10 }

// Whoever has a password shows that they know it; whoever came by another way proved a moment ago who they are. All other
// sign-ins end with it, and links to reset the password that are still about.
export async function changePassword(ctx: MemberCtx, { current, password }: PasswordChange) {
  const { passwordHash, ...own } = await ownAccount(ctx)
  if (passwordHash) await insistOnPassword(ctx, current ?? '', passwordHash, 'current')
  else await insistOnRecentProof(ctx)
  await insistOnGoodPassword(ctx, password, own)
  const fresh = await hashPassword(password)
  const isAsBefore = passwordHash ? eq(accounts.passwordHash, passwordHash) : isNull(accounts.passwordHash)
  const [changed] = await commit(
    ctx,
    ctx.db
      .update(accounts)
      .set({ passwordHash: fresh, passwordSetAt: sql`now()` })
      .where(and(eq(accounts.memberId, ctx.member.id), isAsBefore))
      .returning({ id: sql<string>`${accounts.memberId}`.as('id') }),
    changeOf(ctx, passwordHash ? 'password.changed' : 'password.set'),
    (changed) => endSignIns(changed, 'password-changed', ctx.member.signIn),
    closeOtherResets,
  )
  if (!changed) throw conflict('Your password was changed somewhere else at this moment. Please look again.')
  noteSomeEnded()
  return { status: 'changed' as const }
}

export async function insistOnPassword(ctx: MemberCtx, given: string, kept: string | null, field: string) {
  await countTries(ctx, [[CURRENT, ctx.member.id]])
  if (await isPassword(given, kept)) return
  const message = 'That is not your password. Please try once more.'
  throw new Refusal(403, 'wrong_password', message, { issues: [{ path: field, message }] })
}

export async function ownAccount({ db, member }: MemberCtx) {
  const [own] = await db
    .select({
      email: sql<string>`${accounts.email}`,
      passwordHash: accounts.passwordHash,
      passwordSetAt: accounts.passwordSetAt,
      name: members.name,
      handle: sql<string>`${members.handle}`,
    })
    .from(accounts)
    .innerJoin(members, eq(members.id, accounts.memberId))
    .where(eq(accounts.memberId, member.id))
  if (!own) throw new Error('A member without an account is signed in.')
  return own
}
