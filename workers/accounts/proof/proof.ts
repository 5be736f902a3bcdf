import { and, eq, isNull, sql } from 'drizzle-orm'
import { passkeys } from '#db/schema/accounts/passkeys.ts'
import { identities } from '#db/schema/accounts/providers.ts'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import { accounts } from '#db/schema/accounts.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { forbidden, Refusal } from '#workers/lib/errors.ts'
import { inPersonOnly } from '#workers/lib/http/audience.ts'
import { isPassword } from '../passwords/password.ts'
import { checkCode } from '../second-step/checking.ts'
import { hasAuthenticator } from '../second-step/demanded.ts'
import { countTries, type Limit } from '../tries.ts'
import type { Proof } from './inputs.ts'

const MINUTES = sql`interval '10 minutes'`
const BY_PASSWORD: Limit = { what: 'proof', times: 10, minutes: 10 }

// What protects an account changes only while the member proved a moment ago that it is them.
export async function insistOnRecentProof(ctx: MemberCtx) {
  if (!ctx.member.signIn) throw inPersonOnly()
  if (!(await provedRecently(ctx)))
    throw forbidden('proof_needed', 'Please confirm first that it is you. Nothing was changed.')
}

export async function provedRecently({ db, member }: MemberCtx): Promise<boolean> {
  if (!member.signIn) return false
  const [row] = await db
    .select({ recently: sql<boolean>`${signIns.provedAt} > now() - ${MINUTES}` })
    .from(signIns)
    .where(and(eq(signIns.id, member.signIn), eq(signIns.memberId, member.id), isNull(signIns.endedAt)))
  return row?.recently ?? false
}

export async function prove(ctx: MemberCtx, proof: Proof) {
  if (!ctx.member.signIn) throw inPersonOnly()
  if (proof.code !== undefined) await checkCode(ctx, ctx.member.id, proof.code)
  else await checkPassword(ctx, proof.password ?? '')
  await noteProof(ctx)
}

export const noteProof = ({ db, member }: MemberCtx) =>
  db
    .update(signIns)
    .set({ provedAt: sql`now()` })
    .where(and(eq(signIns.id, member.signIn ?? ''), eq(signIns.memberId, member.id), isNull(signIns.endedAt)))

// How this member can prove that it is them.
export async function waysToProve({ db, member }: MemberCtx) {
  const [ways] = await db
    .select({
      email: accounts.email,
      password: sql<boolean>`${accounts.passwordHash} is not null`,
      code: hasAuthenticator,
      passkey: sql<boolean>`exists (select from ${passkeys} where ${passkeys.memberId} = ${members.id})`,
      issuers: sql<string[]>`array(select distinct ${identities.issuer} from ${identities}
        where ${identities.memberId} = ${members.id})`,
    })
    .from(members)
    .innerJoin(accounts, eq(accounts.memberId, members.id))
    .where(eq(members.id, member.id))
  return ways ?? { email: '', password: false, code: false, passkey: false, issuers: [] }
}

async function checkPassword(ctx: MemberCtx, password: string) {
  await countTries(ctx, [[BY_PASSWORD, ctx.member.id]])
  const [account] = await ctx.db
    .select({ passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(eq(accounts.memberId, ctx.member.id))
  if (!(await isPassword(password, account?.passwordHash)))
    throw new Refusal(401, 'wrong_password', 'That is not your password. Please try once more.')
}
