import { eq } from 'drizzle-orm'
import { departures } from '#db/schema/accounts/departures.ts'
import { answeredChallenges, passkeys } from '#db/schema/accounts/passkeys.ts'
import { authenticators, recoveryCodes } from '#db/schema/accounts/second-step.ts'
import { members } from '#db/schema/people.ts'
import { versionOfTerms } from '#workers/accounts/joining/joining.ts'
import { ask } from '#workers/accounts/passkeys/challenges.ts'
import { userHandleOf } from '#workers/accounts/passkeys/making.ts'
import { purposeFor } from '#workers/accounts/second-step/kept-secret.ts'
import { codeHash, newCodes } from '#workers/accounts/second-step/recovery-codes.ts'
import { askForSecondStep } from '#workers/accounts/second-step/ticket.ts'
import { codeAt, newSecret, stepAt } from '#workers/accounts/second-step/totp.ts'
import type { Ctx } from '../context.ts'
import { seal } from '../sealed.ts'
import { anAuthenticator } from './authenticator.ts'
import { aMember, type Somebody } from './people.ts'
import type { World } from './world.ts'

type Make<T> = (world: World, keeper: Somebody) => T | Promise<T>

// What the doors of accounts accept: see doors.ts.
export const ACCOUNT_ACCEPTED: Record<string, Make<Record<string, unknown>>> = {
  'POST /api/sign-ins/second-step': async (world, { id }) => {
    const [code = ''] = newCodes()
    const hash = codeHash(world.env, id, code)
    await world.ctx().db.insert(recoveryCodes).values({ memberId: id, hash })
    return { code }
  },
  'POST /api/my/agreements': async (world) => ({ version: await versionOfTerms(world.ctx()) }),
  'POST /api/departure': async (world, keeper) => {
    await aMember(world, { roles: ['participant', 'admin'] })
    const { db } = world.ctx()
    await db.delete(departures)
    const [here] = await db
      .update(members)
      .set({ standing: 'active' })
      .where(eq(members.id, keeper.id))
      .returning({ handle: members.handle })
    return { handle: here?.handle, reason: '' }
  },
  'POST /api/sign-ins/passkey': aPasskeyAnswer,
  'POST /api/sign-ins/current/passkey-proof': aPasskeyAnswer,
  'POST /api/passkeys': async (world) => {
    await world.ctx().db.delete(answeredChallenges)
    return anAuthenticator().make(CHALLENGE)
  },
  'PUT /api/passkeys/:id': () => ({ name: 'The key at the door' }),
  'POST /api/tokens': () => ({ name: 'A screen at the door', scopes: ['read'], days: 7 }),
  'POST /api/accounts/:handle/second-step-removal': async (world) => {
    await somebodyWithoutTheirPhone(world)
    return { reason: 'Her phone is at the bottom of the canal; we spoke face to face.' }
  },
  'POST /api/second-step/confirmation': async (world, { id }) => {
    const secret = newSecret()
    const sealedSecret = seal(world.env.LINK_SECRET, purposeFor(id), secret.toString('base64'))
    const begun = { sealedSecret, confirmedAt: null, lastStep: 0 }
    const { db } = world.ctx()
    await db
      .insert(authenticators)
      .values({ memberId: id, ...begun })
      .onConflictDoUpdate({ target: authenticators.memberId, set: begun })
    return { code: codeAt(secret, stepAt(new Date())) }
  },
}

export const ACCOUNT_AT: Record<string, Make<string>> = {
  'POST /api/accounts/:handle/second-step-removal': async (world) =>
    `/api/accounts/${await somebodyWithoutTheirPhone(world)}/second-step-removal`,
  'PUT /api/passkeys/:id': async (world, keeper) => `/api/passkeys/${(await aPasskey(world, keeper)).id}`,
}

// What the visitor of such a door brings along.
export const ACCOUNT_BRINGS: Record<string, (world: World, keeper: Somebody) => Record<string, string>> = {
  'POST /api/sign-ins/second-step': (world, { id }) => {
    const ctx = world.ctx()
    askForSecondStep(ctx, { member: id, way: 'password' })
    return { Cookie: lastCookie(ctx) }
  },
  'POST /api/sign-ins/passkey': (world) => ({ Cookie: challenge(world, 'showing') }),
  'POST /api/sign-ins/current/passkey-proof': (world, { cookie }) => ({
    Cookie: `${cookie}; ${challenge(world, 'showing')}`,
  }),
  'POST /api/passkeys': (world, { id, cookie }) => ({ Cookie: `${cookie}; ${challenge(world, 'making', id)}` }),
}

const WITHOUT_PHONE = 'phone-in-the-canal'

async function somebodyWithoutTheirPhone(world: World) {
  const { db } = world.ctx()
  const [there] = await db.select({ id: members.id }).from(members).where(eq(members.handle, WITHOUT_PHONE))
  const { id: memberId } = there ?? (await aMember(world, { handle: WITHOUT_PHONE }))
  await db.insert(authenticators).values({ memberId, sealedSecret: '-', confirmedAt: new Date() }).onConflictDoNothing()
  return WITHOUT_PHONE
}

const CHALLENGE = 'd2hhdC1ldmVyeWJvZHktaXMtYXNrZWQ'

function challenge(world: World, what: 'making' | 'showing', member?: string) {
  const ctx = world.ctx()
  ask(ctx, { challenge: CHALLENGE, for: what, member })
  return lastCookie(ctx)
}

const lastCookie = ({ cookies }: Ctx) => cookies.at(-1)?.split(';')[0] ?? ''

// Everybody at these doors is asked the same, so it has to be forgotten that it was answered.
async function aPasskeyAnswer(world: World, keeper: Somebody) {
  const key = await aPasskey(world, keeper)
  await world.ctx().db.delete(answeredChallenges)
  return key.show(CHALLENGE, { userHandle: Buffer.from(userHandleOf(keeper.id)).toString('base64url') })
}

async function aPasskey(world: World, { id: memberId }: Somebody) {
  const key = anAuthenticator()
  const kept = { credentialId: key.id, memberId, name: 'A key', publicKey: key.publicKey, counter: 0 }
  await world.ctx().db.insert(passkeys).values(kept)
  return key
}
