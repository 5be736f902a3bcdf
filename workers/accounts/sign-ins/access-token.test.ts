import { createHmac } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { importJWK, SignJWT } from 'jose'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { newId } from '#db/id.ts'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import { personalTokens } from '#db/schema/accounts/tokens.ts'
import { members } from '#db/schema/people.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { expectQuick } from '#workers/lib/testing/quick.ts'
import { aWorld, ORIGIN, type World } from '#workers/lib/testing/world.ts'
import { newSecrets } from '#workers/local/secrets.ts'
import { hashOf, newToken } from './tokens.ts'

let world: World
let anna: Somebody
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  anna = await aMember(world, { handle: 'anna' })
})

const good = () => anna.cookie.replace('__Host-access=', '')
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const decoded = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString())
const parts = () => good().split('.') as [string, string, string]
const head = () => decoded(parts()[0])
const claims = () => decoded(parts()[1])

const show = (token: string) => world.request('/api/sign-ins', { headers: { Cookie: `__Host-access=${token}` } })

const refused = async (token: string) => {
  const answer = await show(token)
  return [answer.status, (await problemOf(answer)).code]
}
const INVALID = [401, 'invalid_token']

// Signed by us, but saying something it never says.
async function signed(
  said: Record<string, unknown>,
  header: Record<string, unknown> = {},
  secrets = world.env.SIGNING_KEYS,
) {
  const jwk = JSON.parse(secrets)[0]
  return new SignJWT(said as never)
    .setProtectedHeader({ ...head(), ...header })
    .sign(await importJWK({ ...jwk, key_ops: ['sign'] }, 'ES256'))
}

describe('an access token', () => {
  it('opens what it is for', async () => {
    expect((await show(good())).status).toBe(200)
  })

  it.each(['none', 'None', 'nOnE', undefined])('B33 without a signature is refused: alg %s', async (alg) => {
    const bare = `${encoded({ ...head(), alg })}.${parts()[1]}.`
    expect(await refused(bare)).toEqual(INVALID)
    expect(await refused(bare + parts()[2])).toEqual(INVALID)
  })

  it('B33 signed with the public key as if it were a secret is refused', async () => {
    const { d: _, ...shown } = JSON.parse(world.env.SIGNING_KEYS)[0]
    for (const secret of [JSON.stringify(shown), Buffer.from(shown.x, 'base64url')]) {
      const text = `${encoded({ ...head(), alg: 'HS256' })}.${parts()[1]}`
      const seal = createHmac('sha256', secret).update(text).digest('base64url')
      expect(await refused(`${text}.${seal}`)).toEqual(INVALID)
    }
  })

  it('B34 B51 that was changed in any place is refused', async () => {
    const [header, payload, seal] = parts()
    const changed = [
      `${header}.${encoded({ ...claims(), roles: ['participant', 'admin'] })}.${seal}`,
      `${header}.${encoded({ ...claims(), sub: newId() })}.${seal}`,
      `${header}.${payload}.${seal.slice(0, -4)}`,
      `${header}.${payload}.${Buffer.from(seal, 'base64url').reverse().toString('base64url')}`,
      `${header}.${payload}.${'A'.repeat(seal.length)}`,
      `${header}.${payload}`,
      `${header}..${seal}`,
      `.${payload}.${seal}`,
      '..',
      'x',
      `${good()}.${seal}`,
      encoded({ header, payload, signature: seal }),
    ]
    for (const token of changed) expect(await refused(token), token.slice(0, 60)).toEqual(INVALID)
  })

  it.each<[string, Record<string, unknown>]>([
    ['a path', { kid: '../../etc/passwd' }],
    ['SQL', { kid: "' or 1=1 --" }],
    ['10 KB', { kid: 'k'.repeat(10_000) }],
    ['an unknown key', { kid: newId() }],
    ['a jku', { jku: 'https://evil.test/keys' }],
    ['an x5u', { x5u: 'https://evil.test/cert' }],
    ['crit', { crit: ['exp'] }],
    ['another typ', { typ: 'JWT' }],
    ['no typ', { typ: undefined }],
  ])('B35 V9.1.3 never fetches a key and answers quickly: %s', async (what, header) => {
    const fetching = vi.spyOn(globalThis, 'fetch')
    const text = `${encoded({ ...head(), ...header })}.${parts()[1]}.${parts()[2]}`
    const token = what === 'a jku' || what === 'an x5u' ? text : await signed(claims(), header).catch(() => text)
    await expectQuick(60, async () => expect((await show(token)).status).toBe(401))
    expect(fetching).not.toHaveBeenCalled()
    fetching.mockRestore()
  })

  it('B35 in five parts is refused before any library sees it', async () => {
    const header = encoded({ alg: 'PBES2-HS256+A128KW', enc: 'A128GCM', p2c: 2 ** 31, p2s: 'x' })
    await expectQuick(60, async () => expect(await refused(`${header}.a.b.c.d`)).toEqual(INVALID))
  })

  it.each<[string, (now: number) => Record<string, unknown>]>([
    ['without exp', () => ({ exp: undefined })],
    ['without sub', () => ({ sub: undefined })],
    ['without iat', () => ({ iat: undefined })],
    ['whose exp is text', (now) => ({ exp: String(now + 600) })],
    ['that counts only from tomorrow', (now) => ({ nbf: now + 86_400 })],
    ['born tomorrow', (now) => ({ iat: now + 86_400, exp: now + 87_000 })],
    ['for another house', () => ({ aud: 'https://staging.guildhall.test' })],
    ['of another house', () => ({ iss: 'https://evil.test' })],
    ['whose sub is no id', () => ({ sub: 'anna' })],
  ])('B36 B37 %s is refused', async (_, change) => {
    const now = Math.floor(Date.now() / 1000)
    expect(await refused(await signed({ ...claims(), ...change(now) }))).toEqual(INVALID)
  })

  it('B36 that has run out opens nothing; five seconds of another clock are forgiven, not six', async () => {
    const now = Math.floor(Date.now() / 1000)
    const until = (exp: number) => signed({ ...claims(), iat: now - 500, exp })
    expect((await show(await until(now - 2))).status).toBe(200)
    expect((await show(await until(now - 7))).status).toBe(401)
  })

  it('B36 lives ten minutes, whatever it says itself', async () => {
    const now = Math.floor(Date.now() / 1000)
    for (const exp of [now + 600, 1e308])
      expect((await show(await signed({ ...claims(), iat: now - 86_400, exp }))).status).toBe(401)
  })

  it('B37 signed by another environment is refused', async () => {
    expect(await refused(await signed(claims(), {}, newSecrets().SIGNING_KEYS))).toEqual(INVALID)
  })

  it('B37 is no refresh token, and a refresh token is no access token', async () => {
    expect((await show(newToken())).status).toBe(401)
    const asRefresh = await world.request('/api/sign-ins', { headers: { Cookie: `__Host-refresh=${good()}` } })
    expect(asRefresh.status).toBe(401)
  })

  it('B58 counts for nothing when its cookie comes twice', async () => {
    const headers = { Cookie: `${anna.cookie}; __Host-access=${good()}` }
    expect((await world.request('/api/sign-ins', { headers })).status).toBe(401)
  })
})

describe('the Authorization header', () => {
  async function aProgram(member: Somebody) {
    const token = `guildhall_${newToken()}`
    const expiresAt = new Date(Date.now() + 86_400_000)
    await world
      .ctx()
      .db.insert(personalTokens)
      .values({ memberId: member.id, name: 'A program', hash: hashOf(token), scopes: ['read'], expiresAt })
    return token
  }
  const ask = (headers: Record<string, string>) => world.request('/api/my/profile', { headers })

  it.each([
    ['Basic', () => `Basic ${good()}`],
    ['Bearer twice', () => `Bearer ${good()}, Bearer ${good()}`],
    ['bearer with a cookie’s token', () => `Bearer ${good()}`],
    ['nothing', () => ''],
    ['two words', () => 'Bearer a b'],
  ])('B38 with %s is refused', async (_, line) => {
    expect((await ask({ Authorization: line() })).status).toBe(401)
  })

  it('B38 of one member beside the cookie of another is refused with 400', async () => {
    const bea = await aMember(world)
    const answer = await ask({ Authorization: `Bearer ${await aProgram(bea)}`, Cookie: anna.cookie })
    expect(await problemOf(answer)).toMatchObject({ status: 400, code: 'ambiguous_credentials' })
    expect((await ask({ Authorization: `Bearer ${await aProgram(anna)}`, Cookie: anna.cookie })).status).toBe(200)
  })
})

describe('B41 an access token after its sign-in', () => {
  const sensitive = () => anna.request('/api/sign-ins')
  const ordinary = () => anna.request('/api/my/profile')
  const { signOut, replayed, suspended } = {
    signOut: () => anna.send('DELETE', '/api/sign-ins/current'),
    replayed: () =>
      world
        .ctx()
        .db.update(signIns)
        .set({ endedAt: new Date(), endedBecause: 'replayed' })
        .where(eq(signIns.memberId, anna.id)),
    suspended: () => world.ctx().db.update(members).set({ standing: 'suspended' }).where(eq(members.id, anna.id)),
  }

  it.each([
    ['was ended by signing out', signOut],
    ['was ended because a token was replayed', replayed],
    ['belongs to a member who was suspended', suspended],
  ])('%s opens nothing sensitive at once, and the rest for ten minutes at most', async (_, happens) => {
    expect((await sensitive()).status).toBe(200)
    await happens()
    expect((await sensitive()).status).toBe(401)
    expect([200, 401, 404]).toContain((await ordinary()).status)
    const { iat, exp } = claims()
    expect(exp - iat).toBe(600)
    const late = await signed({ ...claims(), iat: iat - 606, exp: exp - 606 })
    expect((await world.request('/api/my/profile', { headers: { Cookie: `__Host-access=${late}` } })).status).toBe(401)
  })

  it('V8.3.2 loses a role where only people in charge may go, at once', async () => {
    const rosa = await aMember(world, { roles: ['participant', 'admin'] })
    expect((await rosa.request('/api/settings')).status).toBe(200)
    await world
      .ctx()
      .db.update(members)
      .set({ roles: ['participant'] })
      .where(eq(members.id, rosa.id))
    expect((await rosa.request('/api/settings')).status).toBe(403)
  })
})

describe('a browser whose sign-in is over, on a page', () => {
  const visit = (cookie: string) =>
    world.request('/settings/sign-ins', { headers: { Cookie: cookie, Accept: 'text/html' } })
  const asked = async (cookie: string) => {
    const answer = await visit(cookie)
    return [
      answer.status,
      answer.headers.get('Location'),
      answer.headers.getSetCookie().map((line) => line.split(';')[0]),
    ]
  }
  const toTheDoor = [303, '/sign-in?next=%2Fsettings%2Fsign-ins', ['__Host-access=', '__Host-refresh=', 'member=']]

  it('is asked to sign in and forgets its cookies, so that it is not sent to and fro', async () => {
    await world.ctx().db.update(signIns).set({ endedAt: new Date(), endedBecause: 'ended-elsewhere' })
    expect(await asked(anna.cookie)).toEqual(toTheDoor)
  })

  it('forgets a token that was never ours, too', async () => {
    expect(await asked(`__Host-access=${await signed(claims(), {}, newSecrets().SIGNING_KEYS)}`)).toEqual(toTheDoor)
  })
})

it('hands its tokens to this house and no other', () => {
  expect(claims()).toMatchObject({ iss: ORIGIN, aud: ORIGIN })
})
