import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { identities } from '#db/schema/accounts/providers.ts'
import { authenticators } from '#db/schema/accounts/second-step.ts'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import { accounts } from '#db/schema/accounts.ts'
import { members } from '#db/schema/people.ts'
import { settings } from '#db/schema/settings.ts'
import { type Authenticator, anAuthenticator } from '#workers/lib/testing/authenticator.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { expectNoChange } from '#workers/lib/testing/unchanged.ts'
import { aWorld, fromOurPage, post, type World } from '#workers/lib/testing/world.ts'
import { NEW_HOUSE } from '#workers/settings/settings.ts'
import type { Passkey } from './inputs.ts'
import { userHandleOf } from './making.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(() => world.startAfresh())

const challengeOf = async (answer: Response) => {
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('__Host-passkey='))
  const options = (await answer.json()) as { challenge: string; user?: { id: string }; excludeCredentials?: object[] }
  return { options, challenge: options.challenge, cookie: cookie?.split(';')[0] ?? '' }
}

const withBoth = ({ cookie }: Somebody, other: string) => ({ ...fromOurPage, Cookie: `${cookie}; ${other}` })

const toMake = async (anna: Somebody) => challengeOf(await anna.send('POST', '/api/passkeys/challenge'))

const keep = (anna: Somebody, cookie: string, made: object) =>
  world.request('/api/passkeys', { method: 'POST', headers: withBoth(anna, cookie), body: JSON.stringify(made) })

async function aKeyOf(anna: Somebody, wish: object = {}): Promise<Authenticator> {
  const key = anAuthenticator()
  const { challenge, cookie } = await toMake(anna)
  expect((await keep(anna, cookie, key.make(challenge, wish))).status).toBe(201)
  return key
}

const toShow = async () => challengeOf(await world.request('/api/sign-ins/passkey-challenge', post({})))

const show = (cookie: string, answer: object) =>
  world.request('/api/sign-ins/passkey', post(answer, { Cookie: cookie }))

async function signInWith(key: Authenticator, wish: Parameters<Authenticator['show']>[1] = {}) {
  const { challenge, cookie } = await toShow()
  return show(cookie, key.show(challenge, wish))
}

const passkeysOf = async (anna: Somebody) =>
  ((await (await anna.request('/api/passkeys')).json()) as { passkeys: Passkey[] }).passkeys

const codeOf = async (answer: Response) => `${answer.status} ${(await problemOf(answer)).code}`

const removePassword = ({ id }: Somebody) =>
  world.ctx().db.update(accounts).set({ passwordHash: null }).where(eq(accounts.memberId, id))

describe('making a passkey', () => {
  it('keeps its public key, names it after the device, and tells the member', async () => {
    const anna = await aMember(world)
    const { options, challenge, cookie } = await toMake(anna)
    expect(options).toMatchObject({
      rp: { name: 'Guildhall', id: 'guildhall.test' },
      user: { name: anna.email, id: Buffer.from(userHandleOf(anna.id)).toString('base64url') },
      authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
      attestation: 'none',
    })
    const key = anAuthenticator()
    expect((await keep(anna, cookie, key.make(challenge))).status).toBe(201)
    expect(await passkeysOf(anna)).toMatchObject([{ id: key.id, name: 'Another device', usedAt: null }])
    expect((await toMake(anna)).options.excludeCredentials).toMatchObject([{ id: key.id }])
    await world.settle()
    expect(world.letters.map(({ to, subject }) => [to, subject])).toEqual([[anna.email, 'You have a new passkey']])
  })

  it('refuses an answer to another challenge, for another site, of another member, or given before', async () => {
    const anna = await aMember(world)
    const bela = await aMember(world)
    const { challenge, cookie } = await toMake(anna)
    const key = anAuthenticator()
    const good = key.make(challenge)
    const bad: [object, Somebody, string][] = [
      [key.make('YW5vdGhlciBjaGFsbGVuZ2U'), anna, cookie],
      [key.make(challenge, { origin: 'https://evil.test' }), anna, cookie],
      [key.make(challenge, { host: 'evil.test' }), anna, cookie],
      [key.make(challenge, { type: 'webauthn.get' }), anna, cookie],
      [good, bela, cookie],
      [good, anna, ''],
      [good, anna, (await toShow()).cookie],
      [{ ...good, attestationObject: 'AAAA' }, anna, cookie],
    ]
    for (const [made, who, brings] of bad)
      await expectNoChange(world, async () =>
        expect(await codeOf(await keep(who, brings, made))).toBe('400 passkey_refused'),
      )
    expect((await keep(anna, cookie, good)).status).toBe(201)
    expect(await codeOf(await keep(anna, cookie, anAuthenticator().make(challenge)))).toBe('400 passkey_refused')
    expect(await passkeysOf(anna)).toHaveLength(1)
  })

  it('refuses a passkey that belongs to somebody already', async () => {
    const key = await aKeyOf(await aMember(world))
    const bela = await aMember(world)
    const { challenge, cookie } = await toMake(bela)
    expect(await codeOf(await keep(bela, cookie, key.make(challenge)))).toBe('409 conflict')
    expect(await passkeysOf(bela)).toEqual([])
  })

  it('V7.5.1 happens only after a recent proof', async () => {
    const anna = await aMember(world)
    await world
      .ctx()
      .db.update(signIns)
      .set({ provedAt: new Date(0) })
    expect(await codeOf(await anna.send('POST', '/api/passkeys/challenge'))).toBe('403 proof_needed')
  })
})

describe('signing in with a passkey', () => {
  it('needs no name, and counts as both steps when the owner was verified', async () => {
    const anna = await aMember(world, { handle: 'anna' })
    const key = await aKeyOf(anna)
    await world.ctx().db.insert(authenticators).values({ memberId: anna.id, sealedSecret: '', confirmedAt: new Date() })
    const answer = await signInWith(key, { userHandle: Buffer.from(userHandleOf(anna.id)).toString('base64url') })
    expect(answer.status).toBe(201)
    expect(await answer.json()).toMatchObject({ handle: 'anna' })
    expect(answer.headers.getSetCookie().join()).toContain('__Host-refresh=')
    const rows = await world.ctx().db.select().from(signIns).where(eq(signIns.way, 'passkey'))
    expect(rows).toHaveLength(1)
    expect((await passkeysOf(anna))[0]?.usedAt).not.toBeNull()
  })

  it('asks for the second step when the passkey did not check who holds it', async () => {
    const anna = await aMember(world)
    const key = await aKeyOf(anna)
    expect((await signInWith(key, { userVerified: false })).status).toBe(201)
    await world.ctx().db.insert(authenticators).values({ memberId: anna.id, sealedSecret: '', confirmedAt: new Date() })
    const answer = await signInWith(key, { userVerified: false })
    expect(answer.status).toBe(202)
    expect(answer.headers.getSetCookie().join()).not.toContain('__Host-refresh=')
  })

  it('takes an answer once, also of five that come at the same moment', async () => {
    const key = await aKeyOf(await aMember(world))
    const { challenge, cookie } = await toShow()
    const answer = key.show(challenge)
    const answers = await Promise.all(Array.from({ length: 5 }, () => show(cookie, answer)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400, 400])
  })

  it('refuses a counter that does not rise: somebody may have a copy', async () => {
    const key = await aKeyOf(await aMember(world), { counter: 5 })
    expect((await signInWith(key, { counter: 6 })).status).toBe(201)
    for (const counter of [6, 5, 0]) expect((await signInWith(key, { counter })).status, `${counter}`).toBe(400)
    expect((await signInWith(key, { counter: 7 })).status).toBe(201)
  })

  it('refuses a counter that rises in one answer and falls in another at the same moment', async () => {
    const key = await aKeyOf(await aMember(world), { counter: 1 })
    const asked = await Promise.all([toShow(), toShow(), toShow()])
    const answers = await Promise.all(
      asked.map(({ challenge, cookie }) => show(cookie, key.show(challenge, { counter: 2 }))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400])
  })

  it('refuses what another key signed, another site, another owner, and unknown keys, all in the same words', async () => {
    const anna = await aMember(world)
    const bela = await aMember(world)
    const key = await aKeyOf(anna)
    const { challenge, cookie } = await toShow()
    const good = key.show(challenge)
    const bad = [
      { ...anAuthenticator().show(challenge), id: key.id },
      anAuthenticator().show(challenge),
      key.show('YW5vdGhlciBjaGFsbGVuZ2U'),
      key.show(challenge, { origin: 'https://evil.test' }),
      key.show(challenge, { host: 'evil.test' }),
      key.show(challenge, { type: 'webauthn.create' }),
      key.show(challenge, { userHandle: Buffer.from(userHandleOf(bela.id)).toString('base64url') }),
      { ...good, signature: good.signature.slice(0, -4) },
    ]
    const told = await Promise.all(bad.map(async (answer) => (await problemOf(await show(cookie, answer))).detail))
    expect(new Set(told).size).toBe(1)
    expect(await codeOf(await show('', good))).toBe('400 passkey_refused')
    expect((await show(cookie, good)).status).toBe(201)
  })

  it('lets nobody in who was suspended', async () => {
    const anna = await aMember(world)
    const key = await aKeyOf(anna)
    await world.ctx().db.update(members).set({ standing: 'suspended' }).where(eq(members.id, anna.id))
    expect(await codeOf(await signInWith(key))).toBe('400 passkey_refused')
  })

  it('satisfies a role that demands a second step', async () => {
    const { logo: _, mailSender: __, ...house } = NEW_HOUSE
    await world
      .ctx()
      .db.insert(settings)
      .values({ ...house, secondStepFor: ['admin'] })
    const anna = await aMember(world, { roles: ['participant', 'admin'] })
    expect((await anna.request('/api/settings')).status).toBe(403)
    await aKeyOf(anna)
    expect((await anna.request('/api/settings')).status).toBe(200)
  })
})

describe('a passkey as a proof', () => {
  it('opens what protects the account for its owner, and for nobody else', async () => {
    const anna = await aMember(world)
    const bela = await aMember(world)
    const key = await aKeyOf(anna)
    await world
      .ctx()
      .db.update(signIns)
      .set({ provedAt: new Date(0) })
    const prove = async (who: Somebody) => {
      const { challenge, cookie } = await toShow()
      const body = JSON.stringify(key.show(challenge))
      return world.request('/api/sign-ins/current/passkey-proof', {
        method: 'POST',
        headers: withBoth(who, cookie),
        body,
      })
    }
    expect((await prove(bela)).status).toBe(400)
    expect((await bela.send('POST', '/api/passkeys/challenge')).status).toBe(403)
    expect((await prove(anna)).status).toBe(204)
    expect((await anna.send('POST', '/api/passkeys/challenge')).status).toBe(201)
  })
})

describe('the list of passkeys', () => {
  it('renames and removes only what is one’s own', async () => {
    const anna = await aMember(world, { passwordHash: 'kept' })
    const bela = await aMember(world, { passwordHash: 'kept' })
    const key = await aKeyOf(anna)
    const at = `/api/passkeys/${key.id}`
    await expectNoChange(world, async () => {
      expect((await bela.send('PUT', at, { name: 'Mine now' })).status).toBe(404)
      expect((await bela.send('DELETE', at)).status).toBe(404)
    })
    expect((await anna.send('PUT', at, { name: 'The key on my ring' })).status).toBe(204)
    expect(await passkeysOf(anna)).toMatchObject([{ name: 'The key on my ring' }])
    expect((await anna.send('DELETE', at)).status).toBe(204)
    expect((await signInWith(key)).status).toBe(400)
    await world.settle()
    expect(world.letters.map(({ subject }) => subject)).toEqual(['You have a new passkey', 'A passkey was removed'])
    expect(world.letters[1]?.text).toContain('“The key on my ring”')
  })

  it('keeps the last way in', async () => {
    const anna = await aMember(world)
    await removePassword(anna)
    const [first, second] = [await aKeyOf(anna), await aKeyOf(anna)]
    expect((await anna.send('DELETE', `/api/passkeys/${first.id}`)).status).toBe(204)
    await expectNoChange(world, async () =>
      expect(await codeOf(await anna.send('DELETE', `/api/passkeys/${second.id}`))).toBe('409 last_way_in'),
    )
    world.env.PROVIDERS = JSON.stringify([
      { id: 'kiln', name: 'Kiln', issuer: 'https://id.test', clientId: 'guildhall', clientSecret: 'secret' },
    ])
    await world.ctx().db.insert(identities).values({ issuer: 'https://id.test', subject: '1', memberId: anna.id })
    expect((await anna.send('DELETE', `/api/passkeys/${second.id}`)).status).toBe(204)
  })
})
