import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import { personalTokens } from '#db/schema/accounts/tokens.ts'
import { members } from '#db/schema/people.ts'
import { routesOf } from '#workers/lib/http/inventory.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { expectNoChange } from '#workers/lib/testing/unchanged.ts'
import { aWorld, fromOurPage, type World } from '#workers/lib/testing/world.ts'
import { hashOf } from '../sign-ins/tokens.ts'
import type { MadeToken, Token } from './inputs.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(() => world.startAfresh())

const wish = { name: 'My exhibition screen', scopes: ['read', 'write'], days: 30 }

async function aToken(anna: Somebody, more: object = {}): Promise<MadeToken> {
  const answer = await anna.send('POST', '/api/tokens', { ...wish, ...more })
  expect(answer.status).toBe(201)
  return (await answer.json()) as MadeToken
}

const tokensOf = async (anna: Somebody) =>
  ((await (await anna.request('/api/tokens')).json()) as { tokens: Token[] }).tokens

const asProgram = (token: string, path: string, init: RequestInit = {}) =>
  world.request(path, { ...init, headers: { Authorization: `Bearer ${token}`, ...(init.headers as object) } })

const codeOf = async (answer: Response) => `${answer.status} ${(await problemOf(answer)).code}`

describe('a token for a program', () => {
  it('is shown once, kept as a hash, and told to the member', async () => {
    const anna = await aMember(world)
    const { token, id } = await aToken(anna)
    expect(token).toMatch(/^guildhall_[\w-]{43}$/)
    const rows = await world.ctx().db.select().from(personalTokens)
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(rows).toMatchObject([{ id, memberId: anna.id, hash: hashOf(token), scopes: ['read', 'write'] }])
    expect(JSON.stringify(await tokensOf(anna))).not.toContain(hashOf(token))
    await world.settle()
    expect(world.letters).toMatchObject([{ to: anna.email, subject: 'You made a token for a program' }])
    expect(world.lines.join()).not.toContain(token)
  })

  it('acts as its member, and says when it was here last, to the minute', async () => {
    const admin = await aMember(world, { roles: ['participant', 'admin'] })
    const { token } = await aToken(admin, { scopes: ['read', 'organise'] })
    const usedAt = async () => (await tokensOf(admin))[0]?.usedAt
    expect(await usedAt()).toBeNull()
    expect((await asProgram(token, '/api/settings')).status).toBe(200)
    const first = await usedAt()
    expect(first).not.toBeNull()
    await expectNoChange(world, () => asProgram(token, '/api/settings'))
    expect(await usedAt()).toBe(first)
    await world.ctx().db.update(personalTokens).set({ usedAt: sql`now() - interval '61 seconds'` })
    await asProgram(token, '/api/settings')
    expect(new Date((await usedAt()) ?? 0).getTime()).toBeGreaterThan(Date.now() - 10_000)
  })

  it('V8.2.1 does only what its scopes allow', async () => {
    const admin = await aMember(world, { roles: ['participant', 'admin'] })
    const { token: reads } = await aToken(admin, { scopes: ['read'] })
    expect(await codeOf(await asProgram(reads, '/api/settings'))).toBe('403 not_allowed')
    const leaving = { method: 'DELETE', headers: {} }
    expect(await codeOf(await asProgram(reads, '/api/sign-ins/current', leaving))).toBe('403 scope_missing')
    const { token: writes } = await aToken(admin, { scopes: ['write'] })
    expect(await codeOf(await asProgram(writes, '/api/settings'))).toBe('403 scope_missing')
  })

  it('organises only for people in charge', async () => {
    const anna = await aMember(world)
    const answer = await anna.send('POST', '/api/tokens', { ...wish, scopes: ['organise'] })
    expect(answer.status).toBe(422)
  })

  it('stops working when it is ended, when it expires, and when its member is suspended', async () => {
    const anna = await aMember(world, { roles: ['participant', 'admin'] })
    const { db } = world.ctx()
    const works = async (token: string) => (await asProgram(token, '/api/settings')).status
    const scopes = ['read', 'organise']

    const ended = await aToken(anna, { scopes })
    expect(await works(ended.token)).toBe(200)
    expect((await anna.send('DELETE', `/api/tokens/${ended.id}`)).status).toBe(204)
    expect(await works(ended.token)).toBe(401)
    expect((await anna.send('DELETE', `/api/tokens/${ended.id}`)).status).toBe(404)

    const expired = await aToken(anna, { scopes })
    await db
      .update(personalTokens)
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where(eq(personalTokens.id, expired.id))
    expect(await works(expired.token)).toBe(401)
    expect(await tokensOf(anna)).toEqual([])

    const orphan = await aToken(anna, { scopes })
    await db.update(members).set({ standing: 'suspended' }).where(eq(members.id, anna.id))
    expect(await works(orphan.token)).toBe(401)
  })

  it('of somebody else is not there', async () => {
    const anna = await aMember(world)
    const bela = await aMember(world)
    const { id } = await aToken(anna)
    await expectNoChange(world, async () => {
      expect((await bela.send('DELETE', `/api/tokens/${id}`)).status).toBe(404)
    })
    expect(await tokensOf(bela)).toEqual([])
  })

  it('lives a day at least and a year at most, and there are twenty at most', async () => {
    const anna = await aMember(world)
    for (const days of [0, 366, 1.5, -1])
      expect((await anna.send('POST', '/api/tokens', { ...wish, days })).status).toBe(422)
    for (let n = 0; n < 20; n++) await aToken(anna)
    expect((await anna.send('POST', '/api/tokens', wish)).status).toBe(409)
  })

  it('is made only after a recent proof', async () => {
    const anna = await aMember(world)
    await world
      .ctx()
      .db.update(signIns)
      .set({ provedAt: new Date(Date.now() - 11 * 60_000) })
    expect(await codeOf(await anna.send('POST', '/api/tokens', wish))).toBe('403 proof_needed')
  })
})

describe('what protects an account', () => {
  const PROTECTING =
    /^\/api\/(tokens|second-step|passkeys|providers|sign-ins\/current\/proof|password|address|account(\/|$))/

  it('is never changed, and never read, by a program', async () => {
    const anna = await aMember(world, { roles: ['participant', 'mentor', 'organiser', 'admin'] })
    const { token } = await aToken(anna, { scopes: ['read', 'write', 'organise'] })
    const routes = routesOf(world.house).filter(({ path, rule }) => PROTECTING.test(path) && rule?.for !== 'everyone')
    expect(routes.length).toBeGreaterThan(8)
    await asProgram(token, '/api/settings')
    for (const { method, path } of routes) {
      const at = path.replace(/:\w+/g, anna.id)
      const init = { method, headers: fromOurPage, ...(method !== 'GET' && { body: '{}' }) }
      await expectNoChange(world, async () =>
        expect(await codeOf(await asProgram(token, at, init)), `${method} ${path}`).toBe('403 in_person_only'),
      )
    }
  })
})

describe('credentials that are not what they say', () => {
  it('B37 a token of one kind is none of another', async () => {
    const anna = await aMember(world)
    const { token } = await aToken(anna)
    const access = anna.cookie.split('=')[1] ?? ''
    const asCookie = (name: string) => world.request('/api/tokens', { headers: { Cookie: `${name}=${token}` } })
    expect((await asCookie('__Host-access')).status).toBe(401)
    expect((await asCookie('__Host-refresh')).status).toBe(401)
    for (const bearer of [
      access,
      token.slice(0, -1),
      token.toUpperCase(),
      token.replace('guildhall_', ''),
      hashOf(token),
    ])
      expect(await codeOf(await asProgram(bearer, '/api/settings'))).toBe('401 invalid_token')
  })

  it('B38 Basic, a word twice, or two members at once are refused', async () => {
    const anna = await aMember(world)
    const bela = await aMember(world)
    const { token } = await aToken(anna)
    const said = (Authorization: string, Cookie = '') =>
      world.request('/api/settings', { headers: { Authorization, ...(Cookie && { Cookie }) } })
    for (const line of [
      `Basic ${token}`,
      `Bearer ${token} ${token}`,
      `Bearer Bearer ${token}`,
      `Bearer ${token}, Bearer ${token}`,
      'Bearer',
      '',
    ])
      expect(await codeOf(await said(line)), line).toBe('401 invalid_token')
    expect(await codeOf(await said(`Bearer ${token}`, bela.cookie))).toBe('400 ambiguous_credentials')
    expect(await codeOf(await said(`Bearer ${token}`, anna.cookie))).toBe('403 not_allowed')
  })
})
