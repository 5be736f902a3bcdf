import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { identities } from '#db/schema/accounts/providers.ts'
import { accounts } from '#db/schema/accounts.ts'
import { members } from '#db/schema/people.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { forbidden } from '#workers/lib/errors.ts'
import { noteProof } from '../proof/proof.ts'
import { hasAuthenticator } from '../second-step/demanded.ts'
import { afterFirstStep } from '../sign-ins/next.ts'
import { enter, entering, MAY_ENTER } from '../sign-ins/sign-ins.ts'
import { ticket } from '../ticket.ts'
import { linkIdentity, ownerOf } from './identities.ts'
import type { Provider } from './listed.ts'
import { endVisit, type Visit } from './visits.ts'
import type { Claims } from './way.ts'

// Somebody whom a provider vouches for and whom we do not know yet.
export const newcomer = ticket(
  'newcomer',
  30,
  z.object({
    provider: z.string(),
    issuer: z.string(),
    subject: z.string(),
    email: z.string(),
    name: z.string().optional(),
    next: z.string(),
  }),
)

type Arrival = { provider: Provider; visit: Visit; claims: Claims }

// Somebody comes back from a provider; the answer is where they go on to.
export async function arrive(ctx: Ctx, id: string, came: URL, headers: Headers): Promise<string> {
  const arrival = await endVisit(ctx, id, came, headers)
  const { provider, visit, claims } = arrival
  if (visit.purpose === 'sign-in') return comeIn(ctx, arrival)
  const own = theSameMember(ctx, visit)
  if (visit.purpose === 'link') await linkIdentity(ctx, provider, { ...claims, memberId: own.member.id })
  else await proveByIdentity(own, arrival)
  return visit.next
}

async function comeIn(ctx: Ctx, { provider, visit, claims }: Arrival): Promise<string> {
  const known = (await memberOf(ctx, claims)) ?? (await memberByAddress(ctx, provider, claims))
  if (!known) return welcome(ctx, { provider, visit, claims })
  if (!MAY_ENTER.has(known.standing)) throw unknownHere(provider)
  return afterFirstStep(await enter(ctx, known, 'provider'), visit.next)
}

async function memberOf(ctx: Ctx, { issuer, subject }: Claims) {
  const isTheirs = and(eq(identities.issuer, issuer), eq(identities.subject, subject))
  const [found] = await ctx.db
    .select({ hasAuthenticator, ...entering })
    .from(identities)
    .innerJoin(members, eq(members.id, identities.memberId))
    .where(isTheirs)
  if (found) await ctx.db.update(identities).set({ usedAt: sql`now()` }).where(isTheirs)
  return found
}

// Our accounts have an address that was confirmed by mail. Only if the provider confirmed it too, both mean one person.
async function memberByAddress(ctx: Ctx, provider: Provider, claims: Claims) {
  if (!claims.email || !claims.isVerified) throw unconfirmed(provider)
  const [found] = await ctx.db
    .select({ hasAuthenticator, ...entering })
    .from(accounts)
    .innerJoin(members, eq(members.id, accounts.memberId))
    .where(eq(accounts.email, claims.email))
  if (!found || !MAY_ENTER.has(found.standing)) return found
  await linkIdentity(ctx, provider, { ...claims, memberId: found.id })
  return found
}

function welcome(ctx: Ctx, { provider, visit, claims }: Arrival): string {
  const { issuer, subject, email = '', name } = claims
  newcomer.give(ctx, { provider: provider.name, issuer, subject, email, name: name?.slice(0, 80), next: visit.next })
  return '/sign-in/new'
}

async function proveByIdentity(ctx: MemberCtx, { provider, claims }: Arrival) {
  if ((await ownerOf(ctx, claims)) !== ctx.member.id)
    throw forbidden('not_yours', `That is not the account at ${provider.name} that is linked here.`)
  await noteProof(ctx)
}

function theSameMember(ctx: Ctx, { memberId }: Visit): MemberCtx {
  const { member } = ctx
  if (!member?.signIn || member.id !== memberId)
    throw forbidden('other_member', 'Somebody else is signed in by now. Please begin again; nothing was changed.')
  return { ...ctx, member }
}

const unconfirmed = ({ name }: Provider) =>
  forbidden(
    'address_unconfirmed',
    `${name} has not confirmed an address for you, so we cannot tell who you are here. Sign in with your password and link ${name} in your settings, or join with your e-mail address.`,
  )

const unknownHere = ({ name }: Provider) =>
  forbidden('not_welcome', `This account at ${name} does not open an account here.`)
