import { eq, sql } from 'drizzle-orm'
import { answeredChallenges, passkeys } from '#db/schema/accounts/passkeys.ts'
import { members } from '#db/schema/people.ts'
import type { Ctx, Member, MemberCtx } from '#workers/lib/context.ts'
import { noteProof } from '../proof/proof.ts'
import { hasAuthenticator } from '../second-step/demanded.ts'
import { enter, entering, MAY_ENTER } from '../sign-ins/sign-ins.ts'
import { countTries, type Limit } from '../tries.ts'
import { answered, ask, checked, forgetChallenge, house, refused, whatWasAsked } from './challenges.ts'
import type { PasskeyAnswer } from './inputs.ts'
import { userHandleOf } from './making.ts'

const FROM_ONE_NETWORK: Limit = { what: 'passkey', times: 30, minutes: 5 }

// Nobody has to say who they are: the passkey does.
export async function askForPasskey(ctx: Ctx) {
  const { generateAuthenticationOptions } = await import('./ceremonies.ts')
  const options = await generateAuthenticationOptions({ rpID: house(ctx).host, userVerification: 'preferred' })
  ask(ctx, { challenge: options.challenge, for: 'showing' })
  return options
}

// A passkey that checked the finger, the face or the PIN of its owner is both steps at once.
export async function signInByPasskey(ctx: Ctx, answer: PasskeyAnswer, headers: Headers): Promise<Member | undefined> {
  await countTries(ctx, [[FROM_ONE_NETWORK, ctx.visit.network]])
  const { owner, userVerified } = await whoseAnswer(ctx, answer, headers)
  if (!MAY_ENTER.has(owner.standing)) throw refused()
  return enter(ctx, { ...owner, hasAuthenticator: owner.hasAuthenticator && !userVerified }, 'passkey')
}

export async function proveByPasskey(ctx: MemberCtx, answer: PasskeyAnswer, headers: Headers) {
  const { owner } = await whoseAnswer(ctx, answer, headers)
  if (owner.id !== ctx.member.id) throw refused()
  await noteProof(ctx)
}

async function whoseAnswer(ctx: Ctx, answer: PasskeyAnswer, headers: Headers) {
  const asked = whatWasAsked(ctx, headers, 'showing')
  const [kept] = await ctx.db
    .select({ publicKey: passkeys.publicKey, counter: passkeys.counter, hasAuthenticator, ...entering })
    .from(passkeys)
    .innerJoin(members, eq(members.id, passkeys.memberId))
    .where(eq(passkeys.credentialId, answer.id))
  if (!kept) throw refused()
  const { publicKey, counter, ...owner } = kept
  const { newCounter, userVerified } = await verified(ctx, answer, asked.challenge, { publicKey, counter })
  if (answer.userHandle && answer.userHandle !== Buffer.from(userHandleOf(owner.id)).toString('base64url'))
    throw refused()
  if (!(await spend(ctx, answered(ctx, asked), { id: answer.id, newCounter }))) throw refused()
  forgetChallenge(ctx)
  return { owner, userVerified }
}

// Each challenge is answered once, and a passkey that counts never counts backwards: that would be a copy of it.
async function spend(ctx: Ctx, challenge: ReturnType<typeof answered>, used: { id: string; newCounter: number }) {
  const { rows } = await ctx.db.execute(sql`
    with fresh as (
      insert into ${answeredChallenges} (hash, expires_at) values (${challenge.hash}, ${challenge.expiresAt.toISOString()})
      on conflict do nothing returning hash),
    used as (
      update ${passkeys} set counter = ${used.newCounter}::bigint, used_at = now() from fresh
      where credential_id = ${used.id}
        and (counter < ${used.newCounter}::bigint or (counter = 0 and ${used.newCounter}::bigint = 0))
      returning credential_id)
    select credential_id from used`)
  return rows.length > 0
}

type Kept = { publicKey: Uint8Array<ArrayBuffer>; counter: number }

async function verified(ctx: Ctx, answer: PasskeyAnswer, expectedChallenge: string, kept: Kept) {
  const { origin, host } = house(ctx)
  const { id, userHandle, ...response } = answer
  const { verifyAuthenticationResponse } = await import('./ceremonies.ts')
  const { authenticationInfo } = await checked(ctx, () =>
    verifyAuthenticationResponse({
      response: { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} },
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: host,
      credential: { id, ...kept },
      requireUserVerification: false,
    }),
  )
  return authenticationInfo
}
