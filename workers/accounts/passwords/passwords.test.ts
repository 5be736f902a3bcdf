import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { oneTimeLinks } from '#db/schema/accounts/links.ts'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import { accounts } from '#db/schema/accounts.ts'
import { aMember } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { expectNoChange } from '#workers/lib/testing/unchanged.ts'
import { aWorld, fromOurPage, post, type World } from '#workers/lib/testing/world.ts'
import { hashPassword } from './password.ts'

const OLD = 'seven looms and a kiln'
const NEW = 'eight looms and a forge'

let world: World
let passwordHash: string
beforeAll(async () => {
  world = await aWorld()
  passwordHash = await hashPassword(OLD)
})
beforeEach(() => world.startAfresh())

const anna = () => aMember(world, { handle: 'anna', name: 'Anna', passwordHash })

const ask = (email: string, from = '192.0.2.7') =>
  world.request('/api/password-resets', post({ email }, { 'CF-Connecting-IP': from }))

const complete = (token: string, password = NEW) =>
  world.request('/api/password-resets/completion', { ...post({ token, password }), method: 'PUT' })

const signIn = (email: string, password: string) => world.request('/api/sign-ins', post({ email, password }))

async function tokenFor(email: string) {
  await ask(email)
  await world.settle()
  const text = world.letters.findLast(({ to }) => to === email)?.text ?? ''
  return new URL(/https:\S+token=\S+/.exec(text)?.[0] ?? '').searchParams.get('token') ?? ''
}

const openSignIns = () =>
  world
    .ctx()
    .db.select()
    .from(signIns)
    .then((rows) => rows.filter(({ endedAt }) => !endedAt))

describe('asking for a new password', () => {
  it('B31 V6.3.8 answers the same for an address nobody has, and writes to nobody', async () => {
    const { email } = await anna()
    const suspended = await aMember(world, { standing: 'suspended' })
    const [known, ...unknown] = [await ask(email), await ask('nobody@example.org'), await ask(suspended.email)]
    const told = async (answer: Response | undefined) => ({
      status: answer?.status,
      body: await answer?.text(),
      headers: [...(answer?.headers.keys() ?? [])],
    })
    for (const answer of unknown) expect(await told(answer)).toEqual(await told(known?.clone()))
    await world.settle()
    expect(world.letters.map(({ to }) => to)).toEqual([email])
  })

  it('B31 asks the database the same number of times, whoever has the address', async () => {
    const { email } = await anna()
    const trips = (answer: Response) => /desc="(\d+)"/.exec(answer.headers.get('Server-Timing') ?? '')?.[1]
    expect(trips(await ask(email))).toBe(trips(await ask('nobody@example.org')))
  })

  it('B81 writes to one address five times in half an hour at most, from however many networks it is asked', async () => {
    const { email } = await anna()
    for (let n = 0; n < 12; n++) expect((await ask(email, `198.51.100.${n}`)).status).toBe(202)
    await world.settle()
    expect(world.letters).toHaveLength(5)
  })
})

describe('the link to a new password', () => {
  it('changes it, ends every sign-in, tells the member, and signs nobody in', async () => {
    const { email } = await anna()
    await signIn(email, OLD)
    const answer = await complete(await tokenFor(email))
    expect(answer.status).toBe(200)
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(await openSignIns()).toEqual([])
    expect((await signIn(email, OLD)).status).toBe(401)
    expect((await signIn(email, NEW)).status).toBe(201)
    await world.settle()
    expect(world.letters.map(({ subject }) => subject)).toContain('Your password was changed')
  })

  it('B42 works once', async () => {
    const token = await tokenFor((await anna()).email)
    expect((await complete(token)).status).toBe(200)
    await expectNoChange(world, async () => {
      expect(await problemOf(await complete(token))).toMatchObject({ status: 400, code: 'invalid_or_expired' })
    })
  })

  it('B42 works once when twenty use it at the same time', { timeout: 60_000 }, async () => {
    const token = await tokenFor((await anna()).email)
    const answers = await Promise.all(Array.from({ length: 20 }, () => complete(token)))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => ![200, 400, 429].includes(status))).toEqual([])
  })

  it.each([
    ['one sign short', (token: string) => token.slice(0, -1)],
    ['in capitals', (token: string) => token.toUpperCase()],
    ['in small letters', (token: string) => token.toLowerCase()],
    ['made up', () => 'x'.repeat(43)],
    ['empty but for a space', () => ' '],
  ])('B42 is refused when it is %s', async (_, spoil) => {
    const { email } = await anna()
    const token = await tokenFor(email)
    expect((await complete(spoil(token))).status).toBe(400)
    expect((await signIn(email, OLD)).status).toBe(201)
  })

  it('B42 is refused when it is older than an hour', async () => {
    const token = await tokenFor((await anna()).email)
    const { db } = world.ctx()
    const [link] = await db.select().from(oneTimeLinks)
    expect(link && link.expiresAt.getTime() - link.createdAt.getTime()).toBeLessThanOrEqual(3_600_000)
    await db.update(oneTimeLinks).set({ expiresAt: new Date(Date.now() - 1000) })
    expect((await complete(token)).status).toBe(400)
  })

  it('B42 is dead once the password was changed, by another link or by the member', async () => {
    const member = await anna()
    const [first, second] = [await tokenFor(member.email), await tokenFor(member.email)]
    expect((await complete(second)).status).toBe(200)
    expect((await complete(first)).status).toBe(400)
  })

  it('B42 is dead once the address was changed', async () => {
    const member = await anna()
    const token = await tokenFor(member.email)
    await world.ctx().db.update(accounts).set({ email: 'anna-new@example.org' }).where(eq(accounts.memberId, member.id))
    expect((await complete(token)).status).toBe(400)
  })

  it('B42 keeps only its hash in the database', async () => {
    const token = await tokenFor((await anna()).email)
    const { rows } = await world.ctx().db.execute(`select row_to_json(one_time_links)::text as row from one_time_links`)
    expect(rows.map(({ row }: { row: string }) => row).join()).not.toContain(token)
  })

  it('B37 is no access token, and no access token is such a link', async () => {
    const member = await anna()
    const token = await tokenFor(member.email)
    const asAccess = await world.request('/api/sign-ins', { headers: { Cookie: `__Host-access=${token}` } })
    expect(asAccess.status).toBe(401)
    expect([400, 422]).toContain((await complete(member.cookie.replace('__Host-access=', ''))).status)
  })

  it('B43 V6.2.4 takes no common password, and is still good afterwards', async () => {
    const token = await tokenFor((await anna()).email)
    for (const password of ['baseball', 'anna@example.org', 'short'])
      expect((await complete(token, password)).status).toBe(422)
    expect((await complete(token)).status).toBe(200)
  })
})

describe('changing the password', () => {
  const change = (member: Awaited<ReturnType<typeof anna>>, body: object) =>
    member.send('PUT', '/api/my/password', body)

  it('V6.2.3 asks for the one that counts, ends all other sign-ins, and tells the member', async () => {
    const member = await anna()
    await signIn(member.email, OLD)
    expect(await problemOf(await change(member, { current: 'not this one', password: NEW }))).toMatchObject({
      status: 403,
      code: 'wrong_password',
      issues: [{ path: 'current' }],
    })
    expect((await change(member, { password: NEW })).status).toBe(403)
    expect((await change(member, { current: OLD, password: NEW })).status).toBe(200)
    expect((await openSignIns()).map(({ id }) => id)).toEqual([member.ctx.member.signIn])
    await world.settle()
    expect(world.letters.map(({ subject }) => subject)).toContain('Your password was changed')
  })

  it('B42 ends the links that are still about', async () => {
    const member = await anna()
    const token = await tokenFor(member.email)
    await change(member, { current: OLD, password: NEW })
    expect((await complete(token, 'nine looms and a smith')).status).toBe(400)
  })

  it('sets a first one for whoever came another way and proved a moment ago who they are', async () => {
    const member = await aMember(world)
    expect((await change(member, { password: NEW })).status).toBe(200)
    const other = await aMember(world)
    const { db } = world.ctx()
    await db
      .update(signIns)
      .set({ provedAt: new Date(Date.now() - 3_600_000) })
      .where(eq(signIns.memberId, other.id))
    expect((await problemOf(await change(other, { password: NEW }))).code).toBe('proof_needed')
  })

  it('is refused after ten wrong guesses, without another hash', { timeout: 60_000 }, async () => {
    const member = await anna()
    for (let n = 0; n < 10; n++) await change(member, { current: `guess ${n}`, password: NEW })
    expect((await change(member, { current: OLD, password: NEW })).status).toBe(429)
  })
})

describe('changing the address', () => {
  const TO = 'anna-new@example.org'
  const move = (member: Awaited<ReturnType<typeof anna>>, body: object) =>
    member.send('POST', '/api/address-changes', body)
  const linkIn = (to: string) => {
    const text = world.letters.findLast((letter) => letter.to === to)?.text ?? ''
    return new URL(/https:\S+token=\S+/.exec(text)?.[0] ?? 'https://x.test').searchParams.get('token') ?? ''
  }
  const emails = async () => (await world.ctx().db.select().from(accounts)).map(({ email }) => email).sort()

  async function moved() {
    const member = await anna()
    expect((await move(member, { email: TO, current: OLD })).status).toBe(202)
    await world.settle()
    expect(await emails()).toEqual(['anna@example.org'])
    const answer = await member.send('POST', '/api/address-changes/confirmation', { token: linkIn(TO) })
    expect(answer.status).toBe(200)
    await world.settle()
    return member
  }

  it('happens when the new mailbox answered; the old one is told', async () => {
    await moved()
    expect(await emails()).toEqual([TO])
    expect(world.letters.at(-1)).toMatchObject({
      to: 'anna@example.org',
      subject: 'Your address for Guildhall was changed',
    })
  })

  it('V6.3.7 can be taken back from the old mailbox: the address returns, everybody is out, the password is gone', async () => {
    const member = await moved()
    const token = linkIn('anna@example.org')
    const object = () => world.request('/api/address-changes/objection', post({ token }))
    expect((await object()).status).toBe(200)
    expect(await emails()).toEqual(['anna@example.org'])
    expect(await openSignIns()).toEqual([])
    expect((await signIn('anna@example.org', OLD)).status).toBe(401)
    expect((await object()).status).toBe(400)
    expect((await member.request('/api/sign-ins')).status).toBe(401)
    expect((await complete(await tokenFor('anna@example.org'))).status).toBe(200)
  })

  it('V6.3.8 does not say whether somebody has the address; their mailbox hears of it', async () => {
    const member = await anna()
    const other = await aMember(world, { handle: 'bea' })
    const [free, taken] = [
      await move(member, { email: TO, current: OLD }),
      await move(member, { email: other.email, current: OLD }),
    ]
    expect([taken.status, await taken.text()]).toEqual([free.status, await free.text()])
    await world.settle()
    expect(world.letters.find(({ to }) => to === other.email)?.text).not.toContain('token=')
  })

  it('works only for the member who asked', async () => {
    const member = await anna()
    await move(member, { email: TO, current: OLD })
    await world.settle()
    const mallory = await aMember(world)
    const answer = await mallory.send('POST', '/api/address-changes/confirmation', { token: linkIn(TO) })
    expect(answer.status).toBe(400)
  })

  it('V7.5.1 asks for the password', async () => {
    const member = await anna()
    await expectNoChange(world, async () => {
      for (const current of [undefined, 'not this one'])
        expect((await move(member, { email: TO, current })).status).toBe(403)
    })
  })
})

describe('a sign-in of a member', () => {
  it('V7.5.2 is listed with its device, and ended one by one or all but this', async () => {
    const member = await anna()
    for (let n = 0; n < 3; n++) await signIn(member.email, OLD)
    const list = async () =>
      (await (await member.request('/api/sign-ins')).json()) as { signIns: { id: string; isThis: boolean }[] }
    const { signIns: before } = await list()
    expect(before.map(({ isThis }) => isThis)).toEqual([true, false, false, false])
    expect((await member.send('DELETE', `/api/sign-ins/${before[1]?.id}`)).status).toBe(204)
    expect((await member.send('DELETE', `/api/sign-ins/${before[1]?.id}`)).status).toBe(404)
    expect(await (await member.send('DELETE', '/api/sign-ins')).json()).toEqual({ ended: 2 })
    expect((await list()).signIns).toHaveLength(1)
  })

  it('B47 of somebody else is not there', async () => {
    const [member, other] = [await anna(), await aMember(world)]
    await expectNoChange(world, async () => {
      expect((await member.send('DELETE', `/api/sign-ins/${other.ctx.member.signIn}`)).status).toBe(404)
    })
  })

  it('is told by mail when the device is new, and only then', async () => {
    const member = await anna()
    const from = (device: string) =>
      world.request('/api/sign-ins', {
        method: 'POST',
        headers: { ...fromOurPage, 'User-Agent': device, 'CF-IPCountry': 'NL' },
        body: JSON.stringify({ email: member.email, password: OLD }),
      })
    await from('Mozilla/5.0 (Windows NT 10.0) Firefox/140')
    await from('Mozilla/5.0 (Windows NT 10.0) Firefox/141')
    await world.settle()
    expect(world.letters.map(({ subject }) => subject)).toEqual(['You signed in with Firefox on Windows'])
    expect(world.letters[0]?.text).toContain('in Netherlands')
  })
})
