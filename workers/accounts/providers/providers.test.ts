import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { guardianConsents } from '#db/schema/accounts/guardians.ts'
import { identities, providerVisits } from '#db/schema/accounts/providers.ts'
import { authenticators } from '#db/schema/accounts/second-step.ts'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import { accounts } from '#db/schema/accounts.ts'
import { members } from '#db/schema/people.ts'
import { asMember, type Ctx, type Member } from '#workers/lib/context.ts'
import { Refusal } from '#workers/lib/errors.ts'
import { anIdentityProvider, type IdentityProvider } from '#workers/lib/testing/identity-provider.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { everything } from '#workers/lib/testing/unchanged.ts'
import { aWorld, post, type World } from '#workers/lib/testing/world.ts'
import { versionOfTerms } from '../joining/joining.ts'
import { hashPassword } from '../passwords/password.ts'
import { arrive, newcomer } from './arriving.ts'
import { type BeginVisit, LinkedProviders } from './inputs.ts'
import { joinByProvider } from './joining.ts'
import { providers } from './providers.ts'
import { beginVisit } from './visits.ts'

let world: World
let honest: IdentityProvider
let other: IdentityProvider
beforeAll(async () => {
  world = await aWorld()
  honest = await anIdentityProvider()
  other = await anIdentityProvider()
  world.outside.fetch = (request) => fetch(request)
})
afterAll(() => Promise.all([honest.stop(), other.stop()]))
beforeEach(async () => {
  await world.startAfresh()
  const common = { clientId: 'guildhall', clientSecret: 'secret' }
  world.env.PROVIDERS = JSON.stringify([
    { id: 'kiln', name: 'Kiln', issuer: honest.issuer, ...common },
    { id: 'loom', name: 'Loom', issuer: other.issuer, ...common },
  ])
})
afterEach(() => {
  honest.does = {}
})

const ANNA = { sub: 'anna-there', email: 'anna@example.org', email_verified: true, name: 'Anna' }

// A browser keeps its cookies from one request to the next.
function aBrowser(member?: Member) {
  const jar = new Map<string, string>()
  const ask = async <T>(work: (ctx: Ctx, headers: Headers) => Promise<T>): Promise<T> => {
    const ctx = member ? asMember(world.ctx(), member) : world.ctx()
    const headers = new Headers({ Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') })
    try {
      return await work(ctx, headers)
    } finally {
      for (const line of ctx.cookies) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
        if (value && !/Max-Age=0(;|$)/.test(line)) jar.set(name, value)
        else jar.delete(name)
      }
    }
  }
  return {
    jar,
    ask,
    go: (id = 'kiln', wish: Partial<BeginVisit> = {}) =>
      ask((ctx) => beginVisit(ctx, id, { purpose: 'sign-in', next: '', ...wish })),
    come: (url: URL, id = 'kiln') => ask((ctx, headers) => arrive(ctx, id, url, headers)),
  }
}

const withMember = ({ ctx }: Somebody) => aBrowser(ctx.member)

const refusalOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Refusal)) throw new Error(`It was not refused: ${error}`)
  return `${error.status} ${error.code}`
}

// Only the visit itself is over; nobody is signed in, nothing is linked, nobody is told.
async function changesNothing(work: () => Promise<unknown>) {
  const { tables: before, ...otherBefore } = await everything(world)
  await work()
  const { tables: after, ...otherAfter } = await everything(world)
  const but = ({ provider_visits: _, tries: __, ...rest }: typeof before) => rest
  expect({ ...otherAfter, tables: but(after) }).toEqual({ ...otherBefore, tables: but(before) })
}

const linked = () => world.ctx().db.select().from(identities)

const link = (id: string, sub: string, issuer = honest.issuer) =>
  world.ctx().db.insert(identities).values({ issuer, subject: sub, memberId: id })

describe('going to a provider', () => {
  it('asks with PKCE, a state and a nonce that nobody else knows, and comes back to one exact address', async () => {
    const browser = aBrowser()
    const url = await browser.go('kiln', { next: '/settings' })
    expect(url.href.startsWith(`${honest.issuer}/authorize?`)).toBe(true)
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'guildhall',
      redirect_uri: 'https://guildhall.test/sign-in/from/kiln',
      scope: 'openid email profile',
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
    const [row] = await world.ctx().db.select().from(providerVisits)
    expect(JSON.stringify(row)).not.toContain(url.searchParams.get('state'))
    expect(row).toMatchObject({ provider: 'kiln', next: '/settings', purpose: 'sign-in', memberId: null })
  })

  it('B28 leads back to our own pages only', async () => {
    for (const next of [
      '//evil.test',
      '/\\evil.test',
      'https://evil.test',
      'javascript:alert(1)',
      '/%0d%0aSet-Cookie:x',
    ]) {
      const anna = await aMember(world)
      await link(anna.id, anna.id)
      const browser = aBrowser()
      const to = await browser.come(honest.allow(await browser.go('kiln', { next }), { sub: anna.id }))
      expect(new URL(to, 'https://guildhall.test').origin).toBe('https://guildhall.test')
      expect(to).toMatch(/^\/(home|%0d)/)
    }
  })
})

describe('somebody who is known', () => {
  it('is signed in by issuer and subject, whatever the address there says by now', async () => {
    const anna = await aMember(world)
    await link(anna.id, 'anna-there')
    const browser = aBrowser()
    const back = honest.allow(await browser.go('kiln', { next: '/works' }), { ...ANNA, email: 'new@example.org' })
    expect(await browser.come(back)).toBe('/works')
    expect(browser.jar.has('__Host-refresh')).toBe(true)
    const [row] = await world.ctx().db.select().from(signIns).where(eq(signIns.way, 'provider'))
    expect(row?.memberId).toBe(anna.id)
  })

  it('is never mistaken for the same subject of another provider', async () => {
    const anna = await aMember(world)
    await link(anna.id, 'anna-there')
    const browser = aBrowser()
    const back = other.allow(await browser.go('loom'), { sub: 'anna-there' })
    expect(await refusalOf(browser.come(back, 'loom'))).toBe('403 address_unconfirmed')
    expect(browser.jar.has('__Host-refresh')).toBe(false)
  })

  it('V6.3.4 is asked for the second step as well', async () => {
    const anna = await aMember(world)
    await link(anna.id, 'anna-there')
    await world.ctx().db.insert(authenticators).values({ memberId: anna.id, sealedSecret: '', confirmedAt: new Date() })
    const browser = aBrowser()
    const to = await browser.come(honest.allow(await browser.go('kiln', { next: '/works' }), ANNA))
    expect(to).toBe('/sign-in/second-step?next=%2Fworks')
    expect(browser.jar.has('__Host-refresh')).toBe(false)
    expect(browser.jar.has('__Host-second-step')).toBe(true)
  })

  it('stays outside while suspended', async () => {
    const anna = await aMember(world, { handle: 'anna', standing: 'suspended' })
    await link(anna.id, 'anna-there')
    const browser = aBrowser()
    expect(await refusalOf(browser.come(honest.allow(await browser.go(), ANNA)))).toBe('403 not_welcome')
    const again = aBrowser()
    const bySameAddress = honest.allow(await again.go(), { ...ANNA, sub: 'another' })
    expect(await refusalOf(again.come(bySameAddress))).toBe('403 not_welcome')
    expect(await linked()).toHaveLength(1)
  })
})

describe('somebody with the address of an account', () => {
  it('is linked when both sides confirmed the address, and told so', async () => {
    const anna = await aMember(world, { handle: 'anna' })
    const browser = aBrowser()
    expect(await browser.come(honest.allow(await browser.go(), { ...ANNA, email: 'Anna@Example.org' }))).toBe('/home')
    expect(await linked()).toMatchObject([{ issuer: honest.issuer, subject: 'anna-there', memberId: anna.id }])
    await world.settle()
    const told = world.letters.map(({ to, subject }) => `${to}: ${subject}`)
    expect(told).toContain(`${anna.email}: A new way to sign in: “Kiln”`)
  })

  it.each([false, 'false', undefined, 1, null])(
    'B45 is not linked when the provider says email_verified: %j',
    async (said) => {
      await aMember(world, { handle: 'anna' })
      const browser = aBrowser()
      const back = honest.allow(await browser.go(), { ...ANNA, email_verified: said })
      await changesNothing(async () => expect(await refusalOf(browser.come(back))).toBe('403 address_unconfirmed'))
      const stranger = aBrowser()
      const unknown = honest.allow(await stranger.go(), { ...ANNA, email: 'nobody@example.org', email_verified: said })
      expect(await refusalOf(stranger.come(unknown))).toBe('403 address_unconfirmed')
    },
  )
})

describe('B45 an answer that is not what was asked for', () => {
  let browser: ReturnType<typeof aBrowser>
  beforeEach(async () => {
    await aMember(world, { handle: 'anna' })
    browser = aBrowser()
  })

  it('without a state, with a foreign one, or with that of another browser is refused', async () => {
    const mine = await browser.go()
    const theirs = await aBrowser().go()
    const back = honest.allow(mine, ANNA)
    for (const state of ['', 'foreign', theirs.searchParams.get('state') ?? '']) {
      const changed = new URL(back)
      changed.searchParams.set('state', state)
      await changesNothing(async () => expect(await refusalOf(browser.come(changed))).toBe('400 visit_unknown'))
    }
    await changesNothing(async () => expect(await refusalOf(aBrowser().come(back))).toBe('400 visit_unknown'))
    await changesNothing(async () => expect(await refusalOf(browser.come(back, 'loom'))).toBe('400 visit_unknown'))
    expect(await browser.come(back)).toBe('/home')
  })

  it('comes back once, also when it comes ten times at the same moment', async () => {
    const back = honest.allow(await browser.go(), ANNA)
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => browser.come(back)))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await refusalOf(browser.come(back))).toBe('400 visit_unknown')
  })

  it('after ten minutes is refused', async () => {
    const back = honest.allow(await browser.go(), ANNA)
    await world
      .ctx()
      .db.update(providerVisits)
      .set({ expiresAt: new Date(Date.now() - 1000) })
    expect(await refusalOf(browser.come(back))).toBe('400 visit_unknown')
  })

  it('with a code that was used, or that somebody else was given, is refused', async () => {
    const first = honest.allow(await browser.go(), ANNA)
    await browser.come(first)
    const second = honest.allow(await browser.go(), ANNA)
    second.searchParams.set('code', first.searchParams.get('code') ?? '')
    expect(await refusalOf(browser.come(second))).toBe('400 provider_refused')

    const attacker = aBrowser()
    const injected = honest.allow(await attacker.go(), { ...ANNA, sub: 'attacker' })
    const third = honest.allow(await browser.go(), ANNA)
    third.searchParams.set('code', injected.searchParams.get('code') ?? '')
    expect(await refusalOf(browser.come(third))).toBe('400 provider_refused')
  })

  it('from another issuer is refused before its code is sent anywhere (RFC 9207)', async () => {
    const back = honest.allow(await browser.go(), ANNA)
    honest.asked = []
    for (const iss of [other.issuer, '']) {
      const asked = await browser.go()
      const mixed = honest.allow(asked, ANNA)
      if (iss) mixed.searchParams.set('iss', iss)
      else mixed.searchParams.delete('iss')
      await changesNothing(async () => expect(await refusalOf(browser.come(mixed))).toBe('400 provider_refused'))
    }
    expect(honest.asked).not.toContain('/token')
    expect(back.searchParams.get('iss')).toBe(honest.issuer)
  })

  it.each([
    ['another nonce', { nonce: 'another' }],
    ['no nonce', { nonce: undefined }],
    ['another issuer', { iss: 'https://evil.test' }],
    ['another audience', { aud: 'somebody-else' }],
    ['no subject', { sub: undefined }],
    ['a past expiry', { exp: Math.floor(Date.now() / 1000) - 120 }],
  ])('with an ID token of %s is refused', async (_, claims) => {
    const back = honest.allow(await browser.go(), ANNA)
    honest.does = { claims: claims as never }
    await changesNothing(async () => expect(await refusalOf(browser.come(back))).toBe('400 provider_refused'))
  })

  it.each(['signedByAnother', 'unsigned'] as const)('B33 B34 with an ID token that is %s is refused', async (how) => {
    const back = honest.allow(await browser.go(), ANNA)
    honest.does = { [how]: true }
    await changesNothing(async () => expect(await refusalOf(browser.come(back))).toBe('400 provider_refused'))
  })

  it('that says no says so kindly', async () => {
    const asked = await browser.go()
    const back = new URL(asked.searchParams.get('redirect_uri') ?? '')
    back.search = new URLSearchParams({
      error: 'access_denied',
      state: asked.searchParams.get('state') ?? '',
      iss: honest.issuer,
    }).toString()
    expect(await refusalOf(browser.come(back))).toBe('403 provider_denied')
  })
})

describe('F36 a provider that', () => {
  const faults: [string, IdentityProvider['does']][] = [
    ['is down', { nothing: true }],
    ['answers with errors', { broken: true }],
    ['takes ten seconds', { wait: 10_000 }],
    ['sends ten megabytes of discovery', { large: '/.well-known/openid-configuration' }],
    ['calls itself something else', { otherIssuer: 'https://evil.test' }],
  ]

  it.each(faults)('%s gives 503 within five seconds, on the way there and on the way back', async (_, does) => {
    const anna = await aMember(world, { passwordHash: await hashPassword('seven looms and a kiln') })
    const browser = aBrowser()
    const back = honest.allow(await browser.go(), ANNA)
    honest.does = does
    const begun = performance.now()
    expect(await refusalOf(browser.come(back))).toBe('503 provider_unavailable')
    expect(performance.now() - begun).toBeLessThan(5000)
    expect(await refusalOf(aBrowser().go())).toBe('503 provider_unavailable')
    const credentials = { email: anna.email, password: 'seven looms and a kiln' }
    expect((await world.request('/api/sign-ins', post(credentials))).status).toBe(201)
    const elsewhere = aBrowser()
    expect((await elsewhere.go('loom')).origin).toBe(other.issuer)
  })

  it.each(['/keys', '/token'] as const)('sends ten megabytes at %s gives 503', async (large) => {
    const browser = aBrowser()
    const back = honest.allow(await browser.go(), ANNA)
    honest.does = { large }
    expect(await refusalOf(browser.come(back))).toBe('503 provider_unavailable')
  })

  it('changes its keys between two visits is still believed', async () => {
    await aMember(world, { handle: 'anna' })
    const browser = aBrowser()
    expect(await browser.come(honest.allow(await browser.go(), ANNA))).toBe('/home')
    const asked = await browser.go()
    await honest.changeKeys()
    expect(await browser.come(honest.allow(asked, ANNA))).toBe('/home')
  })

  it('is described wrongly in PROVIDERS closes itself and nothing else', async () => {
    world.env.PROVIDERS = 'not JSON'
    expect(await refusalOf(aBrowser().go())).toBe('404 not_found')
    world.env.PROVIDERS = JSON.stringify([
      { id: 'kiln', name: 'Kiln', issuer: 'http://plain.test', clientId: 'x', clientSecret: 'y' },
    ])
    expect(await refusalOf(aBrowser().go())).toBe('404 not_found')
    const loom = { id: 'loom', name: 'Loom', issuer: other.issuer, clientId: 'guildhall', clientSecret: 'secret' }
    world.env.PROVIDERS = JSON.stringify([{ id: 'kiln', name: 'Kiln' }, loom])
    expect(await refusalOf(aBrowser().go())).toBe('404 not_found')
    expect((await aBrowser().go('loom')).origin).toBe(new URL(other.issuer).origin)
  })

  it('is described wrongly in PROVIDERS is told in the log once', () => {
    world.env.PROVIDERS = JSON.stringify([{ id: 'told-once', name: 'Kiln' }])
    for (let n = 0; n < 3; n++) providers(world.ctx())
    expect(world.lines).toEqual([expect.stringContaining('Entry 1 of PROVIDERS (\\"told-once\\") cannot be used')])
  })
})

describe('linking on purpose', () => {
  it('needs a recent proof, and the same member on the way back', async () => {
    const anna = await aMember(world)
    const bela = await aMember(world)
    const browser = withMember(anna)
    const asked = await browser.go('kiln', { purpose: 'link', next: '/settings/providers' })
    const back = honest.allow(asked, { sub: 'anna-there', email: 'elsewhere@example.org', email_verified: false })
    const stranger = withMember(bela)
    for (const [name, value] of browser.jar) stranger.jar.set(name, value)
    await changesNothing(async () => expect(await refusalOf(stranger.come(back))).toBe('403 other_member'))

    const again = honest.allow(await browser.go('kiln', { purpose: 'link', next: '/settings/providers' }), {
      sub: 'anna-there',
    })
    expect(await browser.come(again)).toBe('/settings/providers')
    expect(await linked()).toMatchObject([{ subject: 'anna-there', memberId: anna.id, email: null }])

    await world
      .ctx()
      .db.update(signIns)
      .set({ provedAt: new Date(0) })
    expect(await refusalOf(browser.go('kiln', { purpose: 'link' }))).toBe('403 proof_needed')
    expect(await refusalOf(aBrowser().go('kiln', { purpose: 'link' }))).toBe('401 not_signed_in')
  })

  it('takes no identity away from another member', async () => {
    const anna = await aMember(world)
    const bela = await aMember(world)
    await link(anna.id, 'anna-there')
    const browser = withMember(bela)
    const back = honest.allow(await browser.go('kiln', { purpose: 'link' }), ANNA)
    expect(await refusalOf(browser.come(back))).toBe('409 identity_taken')
    expect(await linked()).toMatchObject([{ memberId: anna.id }])
  })

  it('is shown in the settings, and undone there, but not for the last way in', async () => {
    const anna = await aMember(world, { passwordHash: 'kept' })
    await link(anna.id, 'anna-there')
    const shown = await (await anna.request('/api/providers')).json()
    expect(shown).toMatchObject({
      providers: [
        { id: 'kiln', linkedAt: expect.any(String) },
        { id: 'loom', linkedAt: null },
      ],
    })
    expect((await anna.send('DELETE', '/api/providers/loom')).status).toBe(404)
    await world.ctx().db.update(accounts).set({ passwordHash: null })
    expect((await anna.send('DELETE', '/api/providers/kiln')).status).toBe(409)
    await world.ctx().db.update(accounts).set({ passwordHash: 'kept' })
    expect((await anna.send('DELETE', '/api/providers/kiln')).status).toBe(204)
    expect(await linked()).toEqual([])
  })

  it('is still shown and may be undone when the provider is offered here no longer', async () => {
    const anna = await aMember(world, { passwordHash: 'kept' })
    await link(anna.id, 'anna-there', 'https://gone.test/realm')
    const { providers: shown } = LinkedProviders.parse(await (await anna.request('/api/providers')).json())
    const former = shown.find(({ isOffered }) => !isOffered)
    expect(former).toMatchObject({ name: 'gone.test', linkedAt: expect.any(String) })
    expect(shown.map(({ id }) => id)).toEqual(['kiln', 'loom', former?.id])
    const bela = await aMember(world, { passwordHash: 'kept' })
    expect((await bela.send('DELETE', `/api/providers/${former?.id}`)).status).toBe(404)
    expect((await anna.send('DELETE', `/api/providers/${former?.id}`)).status).toBe(204)
    expect(await linked()).toEqual([])
  })

  it('does not count as a way in when the provider is offered here no longer', async () => {
    const anna = await aMember(world)
    await link(anna.id, 'anna-there')
    await link(anna.id, 'anna-long-ago', 'https://gone.test/realm')
    expect((await anna.send('DELETE', '/api/providers/kiln')).status).toBe(409)
    const kiln = eq(identities.issuer, honest.issuer)
    await world.ctx().db.delete(identities).where(kiln)
    const { providers: shown } = LinkedProviders.parse(await (await anna.request('/api/providers')).json())
    expect((await anna.send('DELETE', `/api/providers/${shown.at(-1)?.id}`)).status).toBe(409)
    expect(await linked()).toHaveLength(1)
  })

  it('can prove who one is, with the linked account only', async () => {
    const anna = await aMember(world)
    await link(anna.id, 'anna-there')
    await world
      .ctx()
      .db.update(signIns)
      .set({ provedAt: new Date(0) })
    const browser = withMember(anna)
    const asked = await browser.go('kiln', { purpose: 'prove', next: '/settings/tokens' })
    expect(asked.searchParams.get('prompt')).toBe('login')
    expect(await refusalOf(browser.come(honest.allow(asked, { ...ANNA, sub: 'another' })))).toBe('403 not_yours')
    expect((await anna.send('POST', '/api/second-step')).status).toBe(403)
    const again = await browser.go('kiln', { purpose: 'prove', next: '/settings/tokens' })
    expect(await browser.come(honest.allow(again, ANNA))).toBe('/settings/tokens')
    expect((await anna.send('POST', '/api/second-step')).status).toBe(201)
  })
})

describe('somebody new', () => {
  const wish = {
    name: 'Anna',
    handle: 'anna-new',
    ageBand: 'adult' as const,
    guardianEmail: undefined,
    timeZone: 'UTC',
  }

  const arrived = async () => {
    const browser = aBrowser()
    const to = await browser.come(honest.allow(await browser.go('kiln', { next: '/works' }), ANNA))
    expect(to).toBe('/sign-in/new')
    return browser
  }
  const join = (browser: ReturnType<typeof aBrowser>, more: object = {}) =>
    browser.ask(async (ctx, headers) =>
      joinByProvider(ctx, { ...wish, terms: await versionOfTerms(ctx), ...more }, headers),
    )

  it('chooses a handle, an age band and the terms, and is a member with a confirmed address', async () => {
    const browser = await arrived()
    expect(await browser.ask(async (ctx, headers) => newcomer.read(ctx, headers))).toMatchObject({
      email: ANNA.email,
      name: 'Anna',
      next: '/works',
    })
    const member = await join(browser)
    expect(member).toMatchObject({ handle: 'anna-new', waiting: false })
    const { db } = world.ctx()
    expect(await db.select().from(accounts)).toMatchObject([
      { email: ANNA.email, passwordHash: null, ageBand: 'adult' },
    ])
    expect(await linked()).toMatchObject([{ subject: 'anna-there', memberId: member.id }])
    expect(browser.jar.has('__Host-refresh')).toBe(true)
    expect(await refusalOf(join(browser))).toBe('401 visit_over')
  })

  it('SAF-1 waits for a guardian when under age', async () => {
    const browser = await arrived()
    expect(await refusalOf(join(browser, { ageBand: '13-15', guardianEmail: ANNA.email }))).toBe(
      '422 validation_failed',
    )
    const member = await join(browser, { ageBand: '13-15', guardianEmail: 'parent@example.org' })
    const { db } = world.ctx()
    expect(member.waiting).toBe(true)
    expect(await db.select().from(members)).toMatchObject([{ standing: 'waiting' }])
    expect(await db.select().from(guardianConsents)).toMatchObject([
      { guardianEmail: 'parent@example.org', decision: null },
    ])
  })

  it('is one member, however often they press the button, and takes nobody’s handle', async () => {
    const [one, two] = [await arrived(), await arrived()]
    await aMember(world, { handle: 'taken' })
    expect(await refusalOf(join(one, { handle: 'taken' }))).toBe('422 handle_unavailable')
    expect(await refusalOf(join(one, { terms: 'of long ago' }))).toBe('422 validation_failed')
    const results = await Promise.allSettled([join(one), join(two, { handle: 'anna-too' })])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await linked()).toHaveLength(1)
  })

  it('is not known by a cookie that was written by somebody else', async () => {
    const browser = aBrowser()
    browser.jar.set('__Host-newcomer', Buffer.from(JSON.stringify(ANNA)).toString('base64url'))
    expect(await refusalOf(join(browser))).toBe('401 visit_over')
  })
})
