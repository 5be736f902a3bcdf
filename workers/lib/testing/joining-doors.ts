import { randomInt } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { guardianConsents } from '#db/schema/accounts/guardians.ts'
import { signUps } from '#db/schema/accounts/joining.ts'
import { type LinkPurpose, oneTimeLinks } from '#db/schema/accounts/links.ts'
import { tries } from '#db/schema/accounts/tries.ts'
import { versionOfTerms } from '#workers/accounts/joining/joining.ts'
import { linkOf } from '#workers/accounts/links.ts'
import { hashPassword } from '#workers/accounts/passwords/password.ts'
import { aMember, KEEPERS_PASSWORD, type Somebody } from './people.ts'
import type { World } from './world.ts'

type Make = (world: World, keeper: Somebody) => Record<string, unknown> | Promise<Record<string, unknown>>

export const A_PASSWORD = 'forty reeds and a warp'

export const JOINING_ACCEPTED: Record<string, Make> = {
  'POST /api/sign-ups': async (world) => ({
    name: 'Vera Vogel',
    email: `door-${randomInt(1e12)}@example.org`,
    password: A_PASSWORD,
    ageBand: 'adult',
    terms: await versionOfTerms(world.ctx()),
    timeZone: 'Europe/Madrid',
  }),
  'POST /api/sign-ups/confirmation': async (world) => ({
    token: await aLink(world, 'sign-up', await aSignUp(world)),
    password: A_PASSWORD,
  }),
  'POST /api/guardian-requests': async (world) => {
    const { db } = world.ctx()
    await db.delete(guardianConsents)
    await db.delete(tries).where(eq(tries.what, 'guardian-asked'))
    return { guardianEmail: `guardian-${randomInt(1e12)}@example.org` }
  },
  'POST /api/guardian-decisions': async (world) => ({
    token: await aLink(world, 'guardian', await aConsent(world)),
    decision: 'agreed',
    name: 'Rosa',
  }),
  'POST /api/password-resets': (_, keeper) => ({ email: keeper.email }),
  'PUT /api/password-resets/completion': async (world) => {
    const member = await aMember(world)
    return { token: await aLink(world, 'password-reset', member.id, member.email), password: A_PASSWORD }
  },
  'PUT /api/my/password': () => ({ current: KEEPERS_PASSWORD, password: KEEPERS_PASSWORD }),
  'POST /api/address-changes': () => ({ email: 'door-moves@example.org', current: KEEPERS_PASSWORD }),
  'POST /api/address-changes/confirmation': async (world, keeper) => ({
    token: await aLink(world, 'email-change', keeper.id, keeper.email),
  }),
  'POST /api/address-changes/objection': async (world) => {
    const member = await aMember(world)
    return { token: await aLink(world, 'email-objection', member.id, member.email) }
  },
}

export const JOINING_BRINGS: Record<string, (world: World) => Promise<Record<string, string>>> = {
  'POST /api/guardian-requests': async (world) => ({
    Cookie: (await aMember(world, { standing: 'waiting', ageBand: '13-15' })).cookie,
  }),
}

export async function aLink(world: World, purpose: LinkPurpose, subject: string, email?: string, expiresAt?: Date) {
  const ctx = world.ctx()
  const { id, hash, token } = linkOf(ctx, purpose)
  await ctx.db
    .insert(oneTimeLinks)
    .values({ id, purpose, subject, email, hash, expiresAt: expiresAt ?? (sql`now() + interval '1 hour'` as never) })
  return token
}

async function aSignUp(world: World) {
  const id = newId()
  await world
    .ctx()
    .db.insert(signUps)
    .values({
      id,
      email: `signs-up-${randomInt(1e12)}@example.org`,
      name: 'Vera Vogel',
      handle: `vera-${randomInt(1e9)}`,
      passwordHash: await hashPassword(A_PASSWORD),
      ageBand: 'adult',
      termsVersion: '1',
      timeZone: 'UTC',
    })
  return id
}

async function aConsent(world: World) {
  const child = await aMember(world, { standing: 'waiting', ageBand: '13-15' })
  const id = newId()
  await world.ctx().db.insert(guardianConsents).values({ id, memberId: child.id, guardianEmail: 'rosa@example.org' })
  return id
}
