import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { guardianConsents } from '#db/schema/accounts/guardians.ts'
import { signUps } from '#db/schema/accounts/joining.ts'
import { oneTimeLinks } from '#db/schema/accounts/links.ts'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import { accounts } from '#db/schema/accounts.ts'
import { members } from '#db/schema/people.ts'
import { aMember } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { expectQuick } from '#workers/lib/testing/quick.ts'
import { expectNoChange } from '#workers/lib/testing/unchanged.ts'
import { aWorld, post, type World } from '#workers/lib/testing/world.ts'

const PASSWORD = 'seven looms and a kiln'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(() => world.startAfresh())

const VERA = { name: 'Vera Vogel', email: 'vera@example.org', password: PASSWORD, ageBand: 'adult', terms: '1' }

const join = (wish: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
  world.request('/api/sign-ups', post({ ...VERA, ...wish }, headers))

const tokenIn = (text = '') =>
  new URL(/https:\S+token=\S+/.exec(text)?.[0] ?? 'https://x.test').searchParams.get('token') ?? ''

const newestToken = async (to = VERA.email) => {
  await world.settle()
  return tokenIn(world.letters.findLast((letter) => letter.to === to)?.text)
}

const cookieOf = (answer: Response, name: string) => {
  const line = answer.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`))
  return line?.split(';')[0] ?? ''
}

const confirm = (body: Record<string, unknown>, cookie = '') =>
  world.request('/api/sign-ups/confirmation', post(body, cookie ? { Cookie: cookie } : {}))

const all = () => world.ctx().db.select().from(members)

describe('asking to join', () => {
  it('makes nobody a member before the address is confirmed', async () => {
    expect((await join()).status).toBe(202)
    expect(await all()).toEqual([])
    await world.settle()
    expect(world.letters.map(({ to, subject }) => [to, subject])).toEqual([
      ['vera@example.org', 'One click, and you are a member of Guildhall'],
    ])
  })

  it('B30 V6.3.8 answers the same for an address that has an account; its owner gets a mail and no second account', async () => {
    const anna = await aMember(world, { handle: 'anna' })
    const [fresh, known] = [await join(), await join({ email: anna.email, name: 'Not Anna' })]
    expect(known.status).toBe(fresh.status)
    expect(await known.text()).toBe(await fresh.text())
    const shape = (answer: Response) =>
      [...answer.headers].map(([name, value]) => (name === 'set-cookie' ? value.replace(/=[^;]*/, '=') : name))
    expect(shape(known)).toEqual(shape(fresh))
    await world.settle()
    const letters = world.letters.filter(({ to }) => to === anna.email)
    expect(letters.map(({ subject }) => subject)).toEqual(['You are a member of Guildhall already'])
    expect(letters[0]?.text).not.toContain('token=')
    expect(world.letters.find(({ to }) => to === VERA.email)?.text).toContain('token=')
    expect(await world.ctx().db.select().from(accounts)).toHaveLength(1)
  })

  it('B81 writes to one address at most five times in half an hour, and says the same each time', async () => {
    const answers = []
    for (let n = 0; n < 8; n++)
      answers.push(await join({ handle: `vera-${n}` }, { 'CF-Connecting-IP': `198.51.100.${n}` }))
    expect(new Set(await Promise.all(answers.map((answer) => answer.text())))).toEqual(
      new Set(['{"status":"check-your-mail"}']),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(202))
    await world.settle()
    expect(world.letters).toHaveLength(5)
  })

  it('B79 is refused with 429 when one network asks all the time, whatever part of it', {
    timeout: 60_000,
  }, async () => {
    const { db } = world.ctx()
    const ask = (n: number) =>
      join({ email: `crowd-${n}@example.org`, handle: `crowd-${n}` }, { 'CF-Connecting-IP': `2001:db8:0:7::${n}` })
    expect((await ask(1)).status).toBe(202)
    await db.execute(`update tries set times = 40 where what = 'join'`)
    const refused = await ask(2)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(60)
    expect((await join({}, { 'CF-Connecting-IP': '2001:db8:0:8::1' })).status).toBe(202)
  })

  it.each([
    ['7 characters', 'kilnst4', 422],
    ['8 characters that many use', 'baseball', 422],
    ['8 that many use, in capitals', 'BASEBALL', 422],
    ['8 characters that few use', 'kiln st4', 202],
    ['64 characters', 'loom '.repeat(13).slice(0, 64), 202],
    ['256 bytes', 'kilnloom'.repeat(32), 202],
    ['257 bytes', `${'kilnloom'.repeat(32)}x`, 422],
    ['86 signs of three bytes each', 'ア'.repeat(40) + 'カ'.repeat(46), 422],
    ['emoji', '🦊🌲🏔️🛶🌌🔥🎣🧭', 202],
    ['only spaces', '                ', 422],
    ['one sign again and again', 'aaaaaaaaaaaa', 422],
    ['a NUL', 'seven looms\0kiln', 422],
    ['their name', 'VeraVogel1', 422],
    ['their address', 'vera@example.org', 422],
    ['the name of the house', 'guildhall99', 422],
    ['nothing', '', 422],
  ])('B43 V6.2.4 takes or refuses a password of %s', async (_, password, status) => {
    expect((await join({ password })).status).toBe(status)
  })

  it('B43 refuses a megabyte before anybody hashes it', async () => {
    await expectQuick(100, async () => expect((await join({ password: 'x'.repeat(1_000_000) })).status).toBe(413))
  })

  it.each([
    'admin',
    'api',
    '_astro',
    '..',
    '%2e%2e',
    'аdmin',
    'ad\u200bmin',
    '\u202enimda',
    'x',
    'a'.repeat(65),
    'settings',
    'an--na',
  ])('B46 refuses the handle %j', async (handle) => {
    await expectNoChange(world, async () => {
      const answer = await join({ handle })
      expect(answer.status).toBe(422)
      expect((await problemOf(answer)).code).toBe('handle_unavailable')
    })
  })

  it('B46 says which handle is free when one is taken, also in capitals', async () => {
    await aMember(world, { handle: 'vera' })
    const answer = await join({ handle: 'VERA' })
    expect(answer.status).toBe(422)
    const { code, issues } = await problemOf(answer)
    expect([code, issues[0]?.path]).toEqual(['handle_unavailable', 'handle'])
    expect(issues[0]?.message).toContain('vera-vogel is free')
  })

  it.each([
    ['Zoë Ångström', 'zoe-angstrom'],
    ['Мария', /^member-\d+$/],
    ['Admin', /^admin-(makes|\d+)$/],
    ['O’Neill', 'oneill'],
  ])('makes a handle from the name %s', async (name, expected) => {
    expect((await join({ name })).status).toBe(202)
    const [asked] = await world.ctx().db.select().from(signUps)
    expect(asked?.handle).toMatch(expected instanceof RegExp ? expected : new RegExp(`^${expected}$`))
  })

  it('needs the terms that count today', async () => {
    expect((await problemOf(await join({ terms: '0' }))).issues[0]?.path).toBe('terms')
  })

  it('SAF-1 needs the address of a guardian from whoever is not grown up, and not their own', async () => {
    for (const guardianEmail of [undefined, '', 'VERA@example.org']) {
      const answer = await join({ ageBand: '13-15', guardianEmail })
      expect((await problemOf(answer)).issues.map(({ path }) => path)).toEqual(['guardianEmail'])
    }
  })
})

// What a mailbox may be called, as a table that a reviewer can read.
describe('an address', () => {
  it.each([
    'a@b.co',
    'first.last@example.org',
    'anna+looms@example.org',
    "o'neill@example.ie",
    'a_b-c@sub.example.museum',
    'x@xn--bcher-kva.example',
    ' padded@example.org ',
    `${'a'.repeat(64)}@example.org`,
  ])('B44 may be %j', async (email) => {
    expect((await join({ email })).status).toBe(202)
  })

  it.each([
    'a@b',
    'a@b.',
    'a@.b.co',
    '@example.org',
    'a@',
    'a',
    '',
    'a b@example.org',
    '"quoted part"@example.org',
    'a@bücher.example',
    'ä@example.org',
    'a@example.org.',
    '.a@example.org',
    'a.@example.org',
    'a..b@example.org',
    'a@-example.org',
    'a@[127.0.0.1]',
    'a@exa_mple.org',
    'a@example.org\r\nBcc: evil@example.org',
    'a@example.org\nSubject: hello',
    'a\r\n@example.org',
    '<a@example.org>',
    'Anna <a@example.org>',
    'a@example.org,b@example.org',
    `a@${'b'.repeat(250)}.org`,
    '"a"*50000+"!"@example.org',
  ])('B44 may not be %j; no header reaches the mail', async (email) => {
    await expectNoChange(world, async () => {
      expect((await join({ email })).status).toBe(422)
    })
  })
})

describe('confirming the address', () => {
  it('makes a member who is signed in, in the browser that asked', async () => {
    const asked = await join({ handle: 'vera', timeZone: 'europe/madrid' })
    const answer = await confirm({ token: await newestToken() }, cookieOf(asked, '__Host-joining'))
    expect(answer.status).toBe(201)
    expect(await answer.json()).toEqual({ handle: 'vera', name: 'Vera Vogel', roles: ['participant'] })
    expect(cookieOf(answer, '__Host-access')).not.toBe('')
    const [vera] = await all()
    expect(vera).toMatchObject({ handle: 'vera', standing: 'active', timeZone: 'Europe/Madrid', arrival: 0 })
    const [asks] = await world.ctx().db.select().from(signUps)
    expect(asks).toMatchObject({ passwordHash: '' })
    expect((await world.request('/api/sign-ins', post({ email: VERA.email, password: PASSWORD }))).status).toBe(201)
    await world.settle()
    expect(world.letters).toHaveLength(1)
  })

  it('asks for the password in any other browser, so that nobody confirms what a stranger prepared', async () => {
    await join()
    const token = await newestToken()
    await expectNoChange(world, async () => {
      for (const password of [undefined, 'what the owner of the mailbox would say'])
        expect(await problemOf(await confirm({ token, password }))).toMatchObject({ code: 'password_needed' })
    })
    expect((await confirm({ token, password: PASSWORD })).status).toBe(201)
  })

  it('does not take the cookie of another request to join', async () => {
    await join()
    const token = await newestToken()
    const other = await join({ email: 'mallory@example.org', name: 'Mallory' })
    expect((await confirm({ token }, cookieOf(other, '__Host-joining'))).status).toBe(403)
  })

  it('works once', async () => {
    const cookie = cookieOf(await join(), '__Host-joining')
    const token = await newestToken()
    expect((await confirm({ token }, cookie)).status).toBe(201)
    expect(await problemOf(await confirm({ token, password: PASSWORD }, cookie))).toMatchObject({
      status: 400,
      code: 'invalid_or_expired',
    })
    expect(await all()).toHaveLength(1)
  })

  it.each([
    ['too old', (token: string) => token, true],
    ['cut off', (token: string) => token.slice(0, -1), false],
    ['in capitals', (token: string) => token.toUpperCase(), false],
  ])('refuses a link that is %s', async (_, spoil, isOld) => {
    const cookie = cookieOf(await join(), '__Host-joining')
    const token = await newestToken()
    if (isOld)
      await world
        .ctx()
        .db.update(oneTimeLinks)
        .set({ expiresAt: new Date(Date.now() - 1000) })
    expect((await confirm({ token: spoil(token), password: PASSWORD }, cookie)).status).toBe(400)
    expect(await all()).toEqual([])
  })

  it('lets them choose another handle when theirs was taken meanwhile', async () => {
    const email = 'v@example.org'
    const cookie = cookieOf(await join({ handle: 'vera', email }), '__Host-joining')
    const token = await newestToken(email)
    await aMember(world, { handle: 'vera' })
    expect(await problemOf(await confirm({ token }, cookie))).toMatchObject({ code: 'handle_unavailable' })
    expect((await confirm({ token, handle: 'vera-weaves' }, cookie)).status).toBe(201)
  })

  it('makes one member of two requests with one address', async () => {
    const first = cookieOf(await join({ handle: 'vera-one' }), '__Host-joining')
    const firstToken = await newestToken()
    const second = cookieOf(await join({ handle: 'vera-two' }), '__Host-joining')
    const secondToken = await newestToken()
    expect((await confirm({ token: firstToken }, first)).status).toBe(201)
    expect(await problemOf(await confirm({ token: secondToken }, second))).toMatchObject({ code: 'already_member' })
    expect(await all()).toHaveLength(1)
  })
})

describe('joining as a minor', () => {
  const asMinor = async () => {
    const asked = await join({ ageBand: '13-15', guardianEmail: 'rosa@example.org', handle: 'vera' })
    const answer = await confirm({ token: await newestToken() }, cookieOf(asked, '__Host-joining'))
    expect(answer.status).toBe(201)
    await world.settle()
    return tokenIn(world.letters.findLast(({ to }) => to === 'rosa@example.org')?.text)
  }
  const decide = (token: string, decision: string) =>
    world.request('/api/guardian-decisions', post({ token, decision, name: 'Rosa Vogel' }))
  const standing = async () => (await all()).find(({ handle }) => handle === 'vera')?.standing

  it('SAF-1 waits until the guardian agrees, and opens when they do', async () => {
    const token = await asMinor()
    expect(await standing()).toBe('waiting')
    expect((await decide(token, 'agreed')).status).toBe(201)
    expect(await standing()).toBe('active')
    await world.settle()
    expect(world.letters.slice(-2).map(({ to, subject }) => [to, subject])).toEqual([
      ['rosa@example.org', 'Thank you: Vera Vogel can begin'],
      ['vera@example.org', 'Your guardian agreed: everything is open to you'],
    ])
    const [consent] = await world.ctx().db.select().from(guardianConsents)
    expect(consent).toMatchObject({ decision: 'agreed', guardianName: 'Rosa Vogel' })
  })

  it('SAF-1 stays closed when the guardian says no, and may still be opened by the next link', async () => {
    const token = await asMinor()
    await decide(token, 'refused')
    expect(await standing()).toBe('waiting')
    const next = await newestToken('rosa@example.org')
    expect(next).not.toBe(token)
    expect((await decide(next, 'agreed')).status).toBe(201)
    expect(await standing()).toBe('active')
  })

  it('SAF-1 closes again when the guardian takes their word back', async () => {
    await decide(await asMinor(), 'agreed')
    expect((await decide(await newestToken('rosa@example.org'), 'withdrawn')).status).toBe(201)
    expect(await standing()).toBe('waiting')
  })

  it('lets each link decide once, and nobody withdraw what was never given', async () => {
    const token = await asMinor()
    expect((await decide(token, 'withdrawn')).status).toBe(400)
    expect((await decide(token, 'agreed')).status).toBe(201)
    expect((await decide(token, 'refused')).status).toBe(400)
    expect(await standing()).toBe('active')
  })

  it('does not lift a suspension', async () => {
    const token = await asMinor()
    await world.ctx().db.update(members).set({ standing: 'suspended' }).where(eq(members.handle, 'vera'))
    await world.ctx().db.update(signIns).set({ endedAt: new Date(), endedBecause: 'suspended' })
    await decide(token, 'agreed')
    expect(await standing()).toBe('suspended')
  })
})
