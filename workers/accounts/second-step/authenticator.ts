import { and, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { authenticators, recoveryCodes } from '#db/schema/accounts/second-step.ts'
import { accounts } from '#db/schema/accounts.ts'
import { commit } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict } from '#workers/lib/errors.ts'
import { seal } from '#workers/lib/sealed.ts'
import { theHouse } from '#workers/settings/settings.ts'
import { changeOf } from '../changes.ts'
import { insistOnRecentProof } from '../proof/proof.ts'
import { handOverAfresh } from '../sign-ins/sign-ins.ts'
import { countTries } from '../tries.ts'
import { wrongCode } from './checking.ts'
import type { AppSecret, GivenCode, RecoveryCodes, SecondStep } from './inputs.ts'
import { purposeFor, readSecret } from './kept-secret.ts'
import { keepCodes, newCodes } from './recovery-codes.ts'
import { asBase32, newSecret, otpauth, stepOf } from './totp.ts'

export async function readSecondStep({ db, member }: MemberCtx): Promise<SecondStep> {
  const [row] = await db
    .select({
      since: authenticators.confirmedAt,
      left: sql<number>`(select count(*)::int from ${recoveryCodes}
        where ${recoveryCodes.memberId} = ${member.id} and ${recoveryCodes.usedAt} is null)`,
    })
    .from(authenticators)
    .where(eq(authenticators.memberId, member.id))
  return { since: row?.since?.toISOString() ?? null, recoveryCodesLeft: row?.since ? row.left : 0 }
}

// Until a code from the app was right, nothing is asked of the member yet, and beginning again gives a new secret.
export async function beginAuthenticator(ctx: MemberCtx): Promise<AppSecret> {
  await insistOnRecentProof(ctx)
  const { id } = ctx.member
  const secret = newSecret()
  const sealedSecret = seal(ctx.env.LINK_SECRET, purposeFor(id), secret.toString('base64'))
  const [begun] = await ctx.db
    .insert(authenticators)
    .values({ memberId: id, sealedSecret })
    .onConflictDoUpdate({
      target: authenticators.memberId,
      set: { sealedSecret, createdAt: sql`now()`, lastStep: 0 },
      setWhere: isNull(authenticators.confirmedAt),
    })
    .returning({ id: authenticators.memberId })
  if (!begun) throw conflict('A second step is set up already. Turn it off first if you want to use another app.')
  return tellApp(ctx, secret)
}

export async function shownToApp(ctx: MemberCtx): Promise<AppSecret | undefined> {
  const secret = await readSecret(ctx, ctx.member.id, 'begun')
  return secret && tellApp(ctx, secret)
}

export async function confirmAuthenticator(ctx: MemberCtx, { code }: GivenCode): Promise<RecoveryCodes> {
  await insistOnRecentProof(ctx)
  const { id } = ctx.member
  await countTries(ctx, [[{ what: 'second-step-set-up', times: 20, minutes: 10 }, id]])
  const secret = await readSecret(ctx, id, 'begun')
  if (!secret) throw conflict('There is nothing to confirm. Please begin by adding the secret to your app.')
  const step = stepOf(secret, code, ctx.now)
  if (!step) throw wrongCode()
  const codes = newCodes()
  const [confirmed] = await commit(
    ctx,
    ctx.db
      .update(authenticators)
      .set({ confirmedAt: sql`now()`, lastStep: step })
      .where(
        and(eq(authenticators.memberId, id), isNull(authenticators.confirmedAt), lt(authenticators.lastStep, step)),
      )
      .returning({ id: sql<string>`${authenticators.memberId}`.as('id') }),
    changeOf(ctx, 'second-step.turned-on'),
    keepCodes(ctx, id, codes),
  )
  if (!confirmed) throw wrongCode()
  await handOverAfresh(ctx)
  return { codes }
}

export async function turnOffAuthenticator(ctx: MemberCtx) {
  await insistOnRecentProof(ctx)
  await commit(
    ctx,
    ctx.db
      .delete(authenticators)
      .where(eq(authenticators.memberId, ctx.member.id))
      .returning({ id: sql<string>`${authenticators.memberId}`.as('id') }),
    changeOf(ctx, 'second-step.turned-off'),
    (changed) => sql`delete from ${recoveryCodes} using ${changed} where member_id = changed.id`,
  )
  await handOverAfresh(ctx)
}

export async function renewRecoveryCodes(ctx: MemberCtx): Promise<RecoveryCodes> {
  await insistOnRecentProof(ctx)
  const { id } = ctx.member
  const codes = newCodes()
  const [renewed] = await commit(
    ctx,
    ctx.db
      .update(authenticators)
      .set({ confirmedAt: sql`${authenticators.confirmedAt}` })
      .where(and(eq(authenticators.memberId, id), isNotNull(authenticators.confirmedAt)))
      .returning({ id: sql<string>`${authenticators.memberId}`.as('id') }),
    changeOf(ctx, 'recovery-codes.renewed'),
    (changed) => sql`delete from ${recoveryCodes} using ${changed} where member_id = changed.id`,
    keepCodes(ctx, id, codes),
  )
  if (!renewed) throw conflict('There is no second step yet that recovery codes could stand in for.')
  return { codes }
}

async function tellApp(ctx: MemberCtx, secret: Buffer): Promise<AppSecret> {
  const [{ name }, [account]] = await Promise.all([
    theHouse(ctx),
    ctx.db.select({ email: accounts.email }).from(accounts).where(eq(accounts.memberId, ctx.member.id)),
  ])
  return { secret: asBase32(secret), uri: otpauth(secret, name, account?.email ?? ctx.member.handle) }
}
