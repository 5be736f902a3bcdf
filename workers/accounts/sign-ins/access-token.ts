import { errors, importJWK, type JWK, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { ROLES } from '#db/schema/people.ts'
import type { Member } from '#workers/lib/context.ts'
import { signInFirst } from '#workers/lib/errors.ts'

export const ACCESS_MINUTES = 10

const TYPE = 'at+jwt'
const LONGEST = 4096
const CLOCKS_MAY_DIFFER_SECONDS = 5

const Claims = z.object({
  sub: z.uuid(),
  sid: z.uuid(),
  handle: z.string(),
  name: z.string(),
  portrait: z.string().nullable(),
  roles: z.array(z.enum(ROLES)),
  withheld: z.array(z.enum(ROLES)).optional(),
  waiting: z.boolean(),
  terms: z.string().optional(),
  viewedBy: z.uuid().optional(),
})

type Keys = { signs: Key; byId: Map<string, Key['key']> }
type Key = { id: string; key: Awaited<ReturnType<typeof importJWK>> }

// SIGNING_KEYS is a JSON list of private keys: the first signs, all verify, so that keys can be changed without signing anybody out.
const opened = new Map<string, Promise<Keys>>()

function openKeys(secret: string): Promise<Keys> {
  const before = opened.get(secret)
  if (before) return before
  const keys = readKeys(secret)
  opened.set(secret, keys)
  return keys
}

async function readKeys(secret: string): Promise<Keys> {
  const [first, ...others]: JWK[] = JSON.parse(secret)
  if (!first) throw new Error('SIGNING_KEYS is empty.')
  const { d: _, ...firstPublic } = first
  const all = [firstPublic, ...others.map(({ d: _, ...shown }) => shown)]
  const verifying = await Promise.all(
    all.map(async (jwk) => [jwk.kid ?? '', await importJWK({ ...jwk, key_ops: ['verify'] }, 'ES256')] as const),
  )
  return {
    signs: { id: first.kid ?? '', key: await importJWK({ ...first, key_ops: ['sign'] }, 'ES256') },
    byId: new Map(verifying),
  }
}

export async function writeAccessToken(env: Env, member: Member, now: Date): Promise<string> {
  const { signs } = await openKeys(env.SIGNING_KEYS)
  const { id, signIn, ...shown } = member
  return new SignJWT({ sid: signIn, ...shown })
    .setProtectedHeader({ alg: 'ES256', typ: TYPE, kid: signs.id })
    .setIssuer(env.ORIGIN)
    .setAudience(env.ORIGIN)
    .setSubject(id)
    .setIssuedAt(now)
    .setExpirationTime(new Date(now.getTime() + ACCESS_MINUTES * 60_000))
    .sign(signs.key)
}

// Nothing for a token that was ours and has run out; whatever else is wrong with it is refused.
export async function readAccessToken(env: Env, token: string, now: Date): Promise<Member | undefined> {
  if (token.length > LONGEST || token.split('.').length !== 3) throw invalidToken()
  const { byId } = await openKeys(env.SIGNING_KEYS)
  try {
    const { payload } = await jwtVerify(token, (header) => byId.get(header.kid ?? '') ?? refuseKey(), {
      algorithms: ['ES256'],
      typ: TYPE,
      issuer: env.ORIGIN,
      audience: env.ORIGIN,
      requiredClaims: ['sub', 'iat', 'exp'],
      maxTokenAge: ACCESS_MINUTES * 60,
      clockTolerance: CLOCKS_MAY_DIFFER_SECONDS,
      currentDate: now,
    })
    const { sub: id, sid: signIn, ...rest } = Claims.parse(payload)
    return { id, signIn, ...rest }
  } catch (error) {
    if (error instanceof errors.JWTExpired) return undefined
    throw invalidToken()
  }
}

export const invalidToken = () =>
  signInFirst('invalid_token', 'This sign-in is not valid. Please sign in again; nothing was changed.')

const refuseKey = (): never => {
  throw invalidToken()
}
