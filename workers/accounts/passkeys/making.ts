import { eq, sql } from 'drizzle-orm'
import { sqlState } from '#db/patience.ts'
import { answeredChallenges, passkeys } from '#db/schema/accounts/passkeys.ts'
import { accounts } from '#db/schema/accounts.ts'
import { commit } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict } from '#workers/lib/errors.ts'
import { theHouse } from '#workers/settings/settings.ts'
import { changeOf } from '../changes.ts'
import { insistOnRecentProof } from '../proof/proof.ts'
import { handOverAfresh } from '../sign-ins/sign-ins.ts'
import { answered, ask, checked, forgetChallenge, house, refused, whatWasAsked } from './challenges.ts'
import type { NewPasskey } from './inputs.ts'

const MOST = 20
// Ed25519, and what phones and security keys have.
const ALGORITHMS = [-8, -7, -257]

export async function beginPasskey(ctx: MemberCtx) {
  await insistOnRecentProof(ctx)
  const { id, name } = ctx.member
  const [{ name: rpName }, [account], known] = await Promise.all([
    theHouse(ctx),
    ctx.db.select({ email: accounts.email }).from(accounts).where(eq(accounts.memberId, id)),
    ctx.db
      .select({ id: passkeys.credentialId, transports: passkeys.transports })
      .from(passkeys)
      .where(eq(passkeys.memberId, id)),
  ])
  if (known.length >= MOST) throw conflict(`You have ${MOST} passkeys already. Please remove one first.`)
  const { generateRegistrationOptions } = await import('./ceremonies.ts')
  const options = await generateRegistrationOptions({
    rpName,
    rpID: house(ctx).host,
    userName: account?.email ?? name,
    userDisplayName: name,
    userID: userHandleOf(id),
    attestationType: 'none',
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    supportedAlgorithmIDs: ALGORITHMS,
  })
  ask(ctx, { challenge: options.challenge, for: 'making', member: id })
  return options
}

export async function addPasskey(ctx: MemberCtx, given: NewPasskey, headers: Headers) {
  await insistOnRecentProof(ctx)
  const asked = whatWasAsked(ctx, headers, 'making')
  if (asked.member !== ctx.member.id) throw refused()
  const { credential } = await verified(ctx, given, asked.challenge)
  const name = ctx.visit.device
  const key = Buffer.from(credential.publicKey).toString('hex')
  const [added] = await commit(
    ctx,
    ctx.db
      .insert(answeredChallenges)
      .values(answered(ctx, asked))
      .onConflictDoNothing()
      .returning({ id: sql<string>`${ctx.member.id}::text`.as('id') }),
    changeOf(ctx, 'passkey.added', name),
    (changed) => sql`
      insert into ${passkeys} (credential_id, member_id, name, public_key, counter, transports)
      select ${credential.id}, ${ctx.member.id}::uuid, ${name}, decode(${key}, 'hex'), ${credential.counter}::bigint,
        array(select jsonb_array_elements_text(${JSON.stringify(given.transports)}::jsonb)) from ${changed}`,
  ).catch((error) => {
    throw sqlState(error) === '23505' ? conflict('This passkey is here already.') : error
  })
  if (!added) throw refused()
  forgetChallenge(ctx)
  await handOverAfresh(ctx)
  return { id: credential.id }
}

// A passkey tells who it belongs to by this.
export const userHandleOf = (memberId: string) => new Uint8Array(Buffer.from(memberId.replaceAll('-', ''), 'hex'))

async function verified(ctx: MemberCtx, { id, transports: _, ...response }: NewPasskey, expectedChallenge: string) {
  const { origin, host } = house(ctx)
  const { verifyRegistrationResponse } = await import('./ceremonies.ts')
  const { registrationInfo } = await checked(ctx, () =>
    verifyRegistrationResponse({
      response: { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} },
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  )
  return registrationInfo ?? refuse()
}

const refuse = (): never => {
  throw refused()
}
