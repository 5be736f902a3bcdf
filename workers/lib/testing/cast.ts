import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { personalTokens, type TokenScope } from '#db/schema/accounts/tokens.ts'
import type { Role } from '#db/schema/people.ts'
import { members } from '#db/schema/people.ts'
import { noteEnded } from '#workers/accounts/sign-ins/ended-lately.ts'
import { hashOf, newToken } from '#workers/accounts/sign-ins/tokens.ts'
import { PREFIX } from '#workers/accounts/tokens/tokens.ts'
import { aMember, type Somebody, somebody } from './people.ts'
import type { World } from './world.ts'

// Everybody who may knock at a door of this house, in the order of the columns of the matrix.
export const CAST = [
  'guest',
  'participant',
  'another participant',
  'mentor',
  'organiser',
  'admin',
  'suspended',
  'suspended, not heard of yet',
  'waiting for a guardian',
  'admin who looks as a member',
  'program that reads',
  'program that writes',
  'program that organises',
] as const
export type Who = (typeof CAST)[number]

// What they bring along: nothing, a cookie, or a token.
export type Cast = Record<Who, Record<string, string>>

export async function aCast(world: World): Promise<Cast> {
  const admin = await aMember(world, { roles: ['participant', 'organiser', 'admin'] })
  return {
    guest: {},
    participant: await cookieOf(world),
    'another participant': await cookieOf(world),
    mentor: await cookieOf(world, ['participant', 'mentor']),
    organiser: await cookieOf(world, ['participant', 'organiser']),
    admin: { Cookie: admin.cookie },
    suspended: { Cookie: (await aSuspended(world, { isHeardOf: true })).cookie },
    'suspended, not heard of yet': { Cookie: (await aSuspended(world, { isHeardOf: false })).cookie },
    'waiting for a guardian': { Cookie: (await aMember(world, { standing: 'waiting', ageBand: '13-15' })).cookie },
    'admin who looks as a member': { Cookie: await viewOf(world, admin) },
    'program that reads': await aProgram(world, admin, ['read']),
    'program that writes': await aProgram(world, admin, ['read', 'write']),
    'program that organises': await aProgram(world, admin, ['read', 'write', 'organise']),
  }
}

const cookieOf = async (world: World, roles: Role[] = ['participant']) => ({
  Cookie: (await aMember(world, { roles })).cookie,
})

async function aSuspended(world: World, { isHeardOf }: { isHeardOf: boolean }): Promise<Somebody> {
  const member = await aMember(world, { roles: ['participant', 'mentor', 'organiser', 'admin'] })
  const ctx = world.ctx()
  await ctx.db.update(members).set({ standing: 'suspended' }).where(eq(members.id, member.id))
  if (isHeardOf) noteEnded(ctx, [member.ctx.member.signIn ?? ''])
  return member
}

async function viewOf(world: World, admin: Somebody) {
  const { ctx, email } = await aMember(world)
  const { signIn } = admin.ctx.member
  return (await somebody(world, { ...ctx.member, signIn, viewedBy: admin.id }, email)).cookie
}

// Used tomorrow: then its use is not noted, and nothing changes by asking.
async function aProgram(world: World, { id: memberId }: Somebody, scopes: TokenScope[]) {
  const token = PREFIX + newToken()
  const tomorrow = new Date(Date.now() + 86_400_000)
  const row = { id: newId(), memberId, name: 'A program', hash: hashOf(token), scopes }
  await world
    .ctx()
    .db.insert(personalTokens)
    .values({ ...row, expiresAt: tomorrow, usedAt: tomorrow })
  return { Authorization: `Bearer ${token}` }
}
