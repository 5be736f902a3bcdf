import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { termsAgreements } from '#db/schema/accounts/agreements.ts'
import { accounts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/events.ts'
import { houseTexts } from '#db/schema/settings.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, post, type World } from '#workers/lib/testing/world.ts'
import { termsAsKnown, theHouse } from '#workers/settings/settings.ts'
import { hashPassword } from '../passwords/password.ts'
import { readAccessToken } from '../sign-ins/access-token.ts'
import { agree, myTerms } from './agreements.ts'

const PASSWORD = 'seven looms and a kiln'

let world: World
let anna: Somebody
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  anna = await aMember(world, { handle: 'anna', passwordHash: await hashPassword(PASSWORD) })
})

const publish = async (version: string, changes = '', age = '0 days') => {
  const text = `The terms of ${version}. We look after each other, and after the tools.`
  const publishedAt = sql`now() - ${age}::interval`
  await world.ctx().db.insert(houseTexts).values({ kind: 'terms', version, text, changes, publishedAt })
}
const say = (version: string, who = anna) => who.send('POST', '/api/my/agreements', { version })
const agreementsOf = async (who = anna) => {
  const answer = await who.request('/api/my/agreements')
  return (await answer.json<{ agreements: { version: string; agreedAt: string }[] }>()).agreements
}
const versionsOf = async (who = anna) => (await agreementsOf(who)).map(({ version }) => version)
const tokenIn = (answer: Response) => {
  const [, access = ''] = /__Host-access=([^;]+)/.exec(answer.headers.getSetCookie().join('\n')) ?? []
  return access ? readAccessToken(world.env, access, new Date()) : undefined
}

describe('the terms somebody agreed to', () => {
  it('are written down when they join, with version and time', async () => {
    const [first] = await agreementsOf()
    expect(first?.version).toBe('2026-11')
    expect(Date.now() - Date.parse(first?.agreedAt ?? '')).toBeLessThan(60_000)
  })

  it('travel in the token of whoever signs in, so that nobody asks the database whether they still count', async () => {
    await publish('2026-12', 'Kilns are booked a week ahead.')
    const answer = await world.request('/api/sign-ins', post({ email: anna.email, password: PASSWORD }))
    expect((await tokenIn(answer))?.terms).toBe('2026-11')
  })

  it('travel in every renewed token, too', async () => {
    const signedIn = await world.request('/api/sign-ins', post({ email: anna.email, password: PASSWORD }))
    const [refresh = ''] = /__Host-refresh=[^;]+/.exec(signedIn.headers.getSetCookie().join('\n')) ?? []
    await world.ctx().db.update(accounts).set({ termsVersion: '2026-12' })
    const renewed = await world.request('/api/my/profile', { headers: { Cookie: refresh } })
    expect((await tokenIn(renewed))?.terms).toBe('2026-12')
  })
})

describe('a new version of the terms', () => {
  it('is known to every machine that knows the settings, in the same round trip', async () => {
    await publish('2026-11', '', '30 days')
    await publish('2026-12', 'Kilns are booked a week ahead.')
    const ctx = world.ctx()
    await theHouse(ctx)
    expect(ctx.spent.trips).toBe(1)
    expect(termsAsKnown()).toEqual({ version: '2026-12', changes: 'Kilns are booked a week ahead.' })
  })

  it('is known at once where it was published', async () => {
    const keeper = await aMember(world, { roles: ['participant', 'admin'] })
    await theHouse(world.ctx())
    expect(termsAsKnown()).toBeUndefined()
    const text = 'We look after each other, and after the tools we share.'
    const changes = 'Kilns are booked a week ahead.'
    await keeper.send('POST', '/api/house-texts', { kind: 'privacy', version: 'p', text, changes: 'Nothing.' })
    expect(termsAsKnown()).toBeUndefined()
    await keeper.send('POST', '/api/house-texts', { kind: 'terms', version: '2027-01', text, changes })
    expect(termsAsKnown()).toEqual({ version: '2027-01', changes })
  })

  it('is asked for with all that changed since the one somebody knows', async () => {
    await publish('2026-10', 'Long before Anna came.', '60 days')
    await publish('2026-11', 'What Anna agreed to.', '30 days')
    await publish('2026-12', 'Kilns are booked a week ahead.', '20 days')
    await publish('2026-13', '', '10 days')
    await publish('2027-01', 'The loft closes at ten.')
    const ctx = { ...anna.ctx, spent: world.ctx().spent, member: { ...anna.ctx.member, terms: '2026-11' } }
    const { steps, terms, isDue } = await myTerms(ctx)
    expect(steps).toEqual([
      { version: '2026-12', changes: 'Kilns are booked a week ahead.' },
      { version: '2027-01', changes: 'The loft closes at ten.' },
    ])
    expect([terms?.version, isDue, ctx.spent.trips]).toEqual(['2027-01', true, 1])
  })

  it('is not asked for where there are none, or none newer', async () => {
    expect((await myTerms(anna.ctx)).isDue).toBe(false)
    await publish('2026-11')
    expect((await myTerms(anna.ctx)).isDue).toBe(false)
  })
})

describe('agreeing', () => {
  beforeEach(() => publish('2026-12'))

  it('is written down with version and time; what was agreed to before stays', async () => {
    expect((await say('2026-12')).status).toBe(201)
    expect(await versionsOf()).toEqual(['2026-12', '2026-11'])
    const { db } = world.ctx()
    expect(await db.select({ v: accounts.termsVersion }).from(accounts)).toEqual([{ v: '2026-12' }])
    const told = await db.select({ actor: events.actor, data: events.data }).from(events)
    expect(told).toEqual([{ actor: `member:${anna.id}`, data: { version: '2026-12' } }])
  })

  it('takes one round trip, and the browser gets a token that says so', async () => {
    const ctx = { ...anna.ctx, spent: world.ctx().spent, cookies: [] }
    await agree(ctx, { version: '2026-12' })
    expect(ctx.spent.trips).toBe(1)
    await world.ctx().db.update(accounts).set({ termsVersion: '2026-11' })
    expect((await tokenIn(await say('2026-12')))?.terms).toBe('2026-12')
  })

  it('twice is once', async () => {
    await say('2026-12')
    const [first] = await agreementsOf()
    expect((await say('2026-12')).status).toBe(201)
    expect((await agreementsOf())[0]).toEqual(first)
    expect(await world.ctx().db.select().from(events)).toHaveLength(1)
  })

  it.each(['2026-11-and-a-bit', '2025-01'])('counts for the version in force only, not for %s', async (version) => {
    const answer = await say(version)
    expect([answer.status, (await problemOf(answer)).detail]).toEqual([409, expect.stringContaining('newer version')])
    expect(await versionsOf()).toEqual(['2026-11'])
  })

  it('to one that was followed by another meanwhile is refused, and nothing is written down', async () => {
    await publish('2027-01')
    expect((await say('2026-12')).status).toBe(409)
    expect(await versionsOf()).toEqual(['2026-11'])
  })

  it('is for minors and for whoever waits for a guardian, too', async () => {
    const akinyi = await aMember(world, { standing: 'waiting', ageBand: '13-15' })
    expect((await say('2026-12', akinyi)).status).toBe(201)
    expect(await versionsOf(akinyi)).toEqual(['2026-12', '2026-11'])
    expect(await versionsOf()).toEqual(['2026-11'])
  })

  it('on another device is learned when the page is opened here', async () => {
    await say('2026-12')
    const ctx = { ...anna.ctx, member: { ...anna.ctx.member, terms: '2026-11' }, cookies: [] as string[] }
    expect((await myTerms(ctx)).isDue).toBe(false)
    expect(ctx.cookies.join()).toContain('access=')
  })
})

describe('what somebody agreed to', () => {
  it('goes with their data, and is forgotten with their account', async () => {
    await publish('2026-12')
    await say('2026-12')
    await anna.send('POST', '/api/data-exports')
    await world.settle()
    const { exports } = await (await anna.request('/api/data-exports')).json<{ exports: { id: string }[] }>()
    const file = await anna.request(`/api/data-exports/${exports[0]?.id}/file`)
    const zip = Buffer.from(await file.arrayBuffer()).toString()
    expect(zip).toContain('agreements-to-the-terms.json')
    expect(zip).toMatch(/"version": "2026-11",\s+"agreed_at"[\s\S]+"version": "2026-12",\s+"agreed_at"/)
    const { db } = world.ctx()
    await db.delete(accounts).where(eq(accounts.memberId, anna.id))
    expect(await db.select().from(termsAgreements)).toEqual([])
  })
})
