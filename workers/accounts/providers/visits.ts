import { and, eq, gt, sql } from 'drizzle-orm'
import { providerVisits } from '#db/schema/accounts/providers.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { badRequest, signInFirst } from '#workers/lib/errors.ts'
import { insistOnRecentProof } from '../proof/proof.ts'
import { keepCookie, readCookie } from '../sign-ins/cookies.ts'
import { nextAddress } from '../sign-ins/next.ts'
import { hashOf, newToken } from '../sign-ins/tokens.ts'
import { countTries, type Limit } from '../tries.ts'
import { github } from './github.ts'
import type { BeginVisit } from './inputs.ts'
import type { Provider } from './listed.ts'
import { openId } from './openid.ts'
import { providerNamed } from './providers.ts'
import type { Claims } from './way.ts'

const MINUTES = 10
const COOKIE = 'visit'
const FROM_ONE_NETWORK: Limit = { what: 'provider-visit', times: 30, minutes: 5 }

export type Visit = typeof providerVisits.$inferSelect

// Sends somebody to a provider. Who comes back has to be the same browser, and comes back once.
export async function beginVisit(ctx: Ctx, id: string, { purpose, next }: BeginVisit): Promise<URL> {
  const provider = providerNamed(ctx, id)
  await insistOnOwner(ctx, purpose)
  await countTries(ctx, [[FROM_ONE_NETWORK, ctx.visit.network]])
  const [state, nonce, verifier, browser] = [newToken(), newToken(), newToken(), newToken()]
  const going = { state, nonce, verifier, redirectUri: comingBack(ctx, provider), again: purpose === 'prove' }
  const url = await wayOf(provider).where(ctx, provider, going)
  await ctx.db.insert(providerVisits).values({
    stateHash: hashOf(state),
    provider: id,
    nonce,
    verifier,
    browserHash: hashOf(browser),
    next: nextAddress(next),
    purpose,
    memberId: purpose === 'sign-in' ? null : ctx.member?.id,
    expiresAt: sql`now() + ${MINUTES} * interval '1 minute'`,
  })
  keepCookie(ctx, COOKIE, browser, MINUTES * 60)
  return url
}

// A visit is over as soon as somebody comes back from it, whatever they bring.
export async function endVisit(ctx: Ctx, id: string, came: URL, headers: Headers) {
  const provider = providerNamed(ctx, id)
  const state = came.searchParams.get('state') ?? ''
  const browser = readCookie(ctx.env, headers, COOKIE) ?? ''
  const [visit] = await ctx.db
    .delete(providerVisits)
    .where(
      and(
        eq(providerVisits.stateHash, hashOf(state)),
        eq(providerVisits.browserHash, hashOf(browser)),
        eq(providerVisits.provider, id),
        gt(providerVisits.expiresAt, sql`now()`),
      ),
    )
    .returning()
  if (!visit) throw unknownVisit()
  keepCookie(ctx, COOKIE, '', 0)
  const { nonce, verifier } = visit
  const coming = { state, nonce, verifier, redirectUri: comingBack(ctx, provider), came }
  const claims: Claims = await wayOf(provider).who(ctx, provider, coming)
  return { provider, visit, claims }
}

const unknownVisit = () =>
  badRequest(
    'visit_unknown',
    'This sign-in was begun in another browser, too long ago, or is over already. Please begin again; nothing was changed.',
  )

const wayOf = ({ kind }: Provider) => (kind === 'github' ? github : openId)

const comingBack = ({ env }: Ctx, { id }: Provider) => `${env.ORIGIN}/sign-in/from/${id}`

async function insistOnOwner(ctx: Ctx, purpose: Visit['purpose']) {
  if (purpose === 'sign-in') return
  const { member } = ctx
  if (!member?.signIn) throw signInFirst()
  if (purpose === 'link') await insistOnRecentProof({ ...ctx, member })
}
