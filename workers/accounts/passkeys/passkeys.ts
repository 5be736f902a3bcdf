import { and, desc, eq, sql } from 'drizzle-orm'
import { passkeys } from '#db/schema/accounts/passkeys.ts'
import { commit } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import { changeOf } from '../changes.ts'
import { insistOnRecentProof } from '../proof/proof.ts'
import { handOverAfresh } from '../sign-ins/sign-ins.ts'
import { closeWayIn } from '../ways-in.ts'
import type { NamedPasskey, Passkey, PasskeyId } from './inputs.ts'

export async function listPasskeys({ db, member }: MemberCtx): Promise<Passkey[]> {
  const { credentialId: id, name, createdAt, usedAt } = passkeys
  const rows = await db
    .select({ id, name, createdAt, usedAt })
    .from(passkeys)
    .where(eq(passkeys.memberId, member.id))
    .orderBy(desc(createdAt), id)
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    usedAt: row.usedAt?.toISOString() ?? null,
  }))
}

export async function renamePasskey(ctx: MemberCtx, { id, name }: NamedPasskey) {
  const [renamed] = await ctx.db
    .update(passkeys)
    .set({ name })
    .where(isOwn(ctx, id))
    .returning({ id: passkeys.credentialId })
  if (!renamed) throw notFound('passkey')
}

export async function removePasskey(ctx: MemberCtx, { id }: PasskeyId) {
  await insistOnRecentProof(ctx)
  await closeWayIn(ctx, async (within) => {
    const [known] = await within.db.select({ name: passkeys.name }).from(passkeys).where(isOwn(ctx, id))
    const removed = await commit(
      within,
      within.db
        .delete(passkeys)
        .where(isOwn(ctx, id))
        .returning({ id: sql<string>`${passkeys.memberId}`.as('id') }),
      changeOf(ctx, 'passkey.removed', known?.name),
    )
    if (removed.length === 0) throw notFound('passkey')
  })
  await handOverAfresh(ctx)
}

const isOwn = ({ member }: MemberCtx, id: string) =>
  and(eq(passkeys.credentialId, id), eq(passkeys.memberId, member.id))
