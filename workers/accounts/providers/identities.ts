import { and, eq, sql } from 'drizzle-orm'
import { identities } from '#db/schema/accounts/providers.ts'
import { commit } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound } from '#workers/lib/errors.ts'
import { changeOf } from '../changes.ts'
import { insistOnRecentProof } from '../proof/proof.ts'
import { closeWayIn } from '../ways-in.ts'
import type { LinkedProvider, ProviderId } from './inputs.ts'
import { linkable } from './linkable.ts'
import type { Provider } from './listed.ts'
import type { Claims } from './way.ts'

export async function listProviders(ctx: MemberCtx): Promise<LinkedProvider[]> {
  const linked = await linkedTo(ctx)
  return linkable(ctx, issuersOf(linked)).map(({ issuer, ...provider }) => {
    const found = linked.find((identity) => identity.issuer === issuer)
    return { ...provider, email: found?.email ?? null, linkedAt: found?.linkedAt.toISOString() ?? null }
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
  const found = linkable(ctx, issuersOf(await linkedTo(ctx))).find((provider) => provider.id === id)
  if (!found) throw notFound('way to sign in')
  const { issuer, name } = found
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

const linkedTo = ({ db, member }: MemberCtx) =>
  db
    .select({ issuer: identities.issuer, email: identities.email, linkedAt: identities.linkedAt })
    .from(identities)
    .where(eq(identities.memberId, member.id))
    .orderBy(identities.linkedAt)

const issuersOf = (linked: { issuer: string }[]) => linked.map(({ issuer }) => issuer)
