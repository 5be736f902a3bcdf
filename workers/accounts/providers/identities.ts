import { and, eq, sql } from 'drizzle-orm'
import { identities } from '#db/schema/accounts.ts'
import { commit } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound } from '#workers/lib/errors.ts'
import { changeOf } from '../changes.ts'
import { insistOnRecentProof } from '../proof/proof.ts'
import { closeWayIn } from '../ways-in.ts'
import type { LinkedProvider, ProviderId } from './inputs.ts'
import { type Provider, providerNamed, providers } from './providers.ts'
import type { Claims } from './way.ts'

export async function listProviders(ctx: MemberCtx): Promise<LinkedProvider[]> {
  const { issuer, email, linkedAt } = identities
  const linked = await ctx.db
    .select({ issuer, email, linkedAt })
    .from(identities)
    .where(eq(identities.memberId, ctx.member.id))
  return providers(ctx).map(({ id, name, issuer }) => {
    const found = linked.find((identity) => identity.issuer === issuer)
    return { id, name, email: found?.email ?? null, linkedAt: found?.linkedAt.toISOString() ?? null }
  })
}

// An identity belongs to one member; linking it again changes nothing.
export async function linkIdentity(
  ctx: Ctx,
  provider: Provider,
  { memberId, ...claims }: Claims & { memberId: string },
) {
  const { issuer, subject, email, isVerified } = claims
  const linked = await commit(
    { ...ctx, once: undefined, actor: { kind: 'member', id: memberId } },
    ctx.db
      .insert(identities)
      .values({ issuer, subject, memberId, email: isVerified ? email?.slice(0, 254) : null })
      .onConflictDoNothing()
      .returning({ id: sql<string>`${identities.memberId}`.as('id') }),
    changeOf(ctx, 'provider.linked', provider.name),
  )
  if (linked.length > 0) return
  const owner = await ownerOf(ctx, claims)
  if (owner !== memberId)
    throw conflict(`This account at ${provider.name} belongs to another member here already.`, 'identity_taken')
}

export async function ownerOf({ db }: Ctx, { issuer, subject }: Pick<Claims, 'issuer' | 'subject'>) {
  const [row] = await db
    .select({ memberId: identities.memberId })
    .from(identities)
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)))
  return row?.memberId
}

export async function unlinkProvider(ctx: MemberCtx, { id }: ProviderId) {
  await insistOnRecentProof(ctx)
  const { issuer, name } = providerNamed(ctx, id)
  await closeWayIn(ctx, async (within) => {
    const unlinked = await commit(
      within,
      within.db
        .delete(identities)
        .where(and(eq(identities.issuer, issuer), eq(identities.memberId, ctx.member.id)))
        .returning({ id: sql<string>`${identities.memberId}`.as('id') }),
      changeOf(ctx, 'provider.unlinked', name),
    )
    if (unlinked.length === 0) throw notFound('link')
  })
}
