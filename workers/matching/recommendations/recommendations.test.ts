import { and, eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { recommendationAnswers, recommendations, waysOfWorking } from '#db/schema/matching.ts'
import { blocks } from '#db/schema/mentoring/mentorships.ts'
import { availability } from '#db/schema/people/availability.ts'
import { memberSkills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { aSkill } from '#workers/lib/testing/facts.ts'
import { aMentor } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { keepTimes } from '#workers/people/my-times/my-times.ts'
import { Suggestions } from './inputs.ts'
import { readSuggestions } from './recommendations.ts'
import { recommend, recommendWhoIsDue } from './recommending.ts'

let world: World
let anna: Somebody
let imke: Somebody
let gus: Somebody
let linocut: { id: string; name: string }

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  anna = await aMember(world)
  imke = await aMentor(world, 2)
  gus = await aMentor(world, 2)
  linocut = await aSkill(world, 'Linocut')
  await db().insert(memberSkills).values({ memberId: anna.id, skillId: linocut.id, bond: 'learns' })
})

const db = () => world.ctx().db
const teaches = async (who: Somebody) =>
  db().insert(memberSkills).values({ memberId: who.id, skillId: linocut.id, bond: 'teaches' })
const look = () => recommend(world.ctx(), { id: anna.id })
const read = async (who = anna) =>
  Suggestions.parse(await (await who.request('/api/recommendations?for=mentor')).json()).suggestions
const handles = async () => (await read()).map(({ handle }) => handle)
const evenings = (who: Somebody) =>
  keepTimes(who.ctx, {
    ...{ timeZone: 'Europe/Madrid', exceptions: [], menteesAtMost: 2, sessionsAWeekAtMost: 0, pausedUntil: null },
    weekly: [{ day: 2, from: '18:00', until: '21:00' }],
  })
const answer = (who: Somebody, said: object) => anna.send('PUT', `/api/recommendations/mentor/${who.handle}`, said)

describe('who is suggested', () => {
  it('comes first who teaches what is looked for, and says so', async () => {
    await teaches(gus)
    await look()
    const [first, second] = await read()
    expect([first?.handle, second?.handle]).toEqual([gus.handle, imke.handle])
    expect(first?.reasons[0]).toContain('which you want to learn')
  })

  it('shares hours, and the first moments in which both are free', async () => {
    await teaches(gus)
    await evenings(anna)
    await evenings(gus)
    await look()
    const [first] = await read()
    expect(first?.reasons).toContainEqual(expect.stringMatching(/about 3 hours a week/))
    expect(first?.free).toHaveLength(2)
    for (const at of first?.free ?? []) expect(new Date(at).getTime()).toBeGreaterThan(Date.now())
  })

  it('says what to add when something was never said, and it moves who comes as told', async () => {
    await evenings(gus)
    await look()
    expect((await read()).find(({ handle }) => handle === gus.handle)?.change?.where).toBe('/settings/availability')
    await evenings(anna)
    await world.settle()
    const after = await read()
    expect(after[0]?.handle).toBe(gus.handle)
    expect(after[0]?.change).toBeNull()
  })

  it('is found with two trips, and read with one', async () => {
    const trips = async (work: () => Promise<unknown>) => {
      const before = world.spent.trips
      await work()
      return world.spent.trips - before
    }
    expect([await trips(look), await trips(() => readSuggestions(anna.ctx, { for: 'mentor' }, () => {}))]).toEqual([
      2, 1,
    ])
  })

  it('is the same when looked for again', async () => {
    await teaches(gus)
    await look()
    const before = await read()
    await look()
    expect(await read()).toEqual(before)
  })
})

describe('nobody is suggested', () => {
  beforeEach(async () => {
    await look()
    expect(await handles()).toContain(imke.handle)
  })

  it.each([
    [
      'who is full',
      () => db().update(availability).set({ menteesAtMost: 0 }).where(eq(availability.memberId, imke.id)),
    ],
    ['who was suspended', () => db().update(members).set({ standing: 'suspended' }).where(eq(members.id, imke.id))],
    [
      'who is away',
      () => db().update(availability).set({ pausedUntil: '2999-01-01' }).where(eq(availability.memberId, imke.id)),
    ],
    [
      'who keeps that they are here',
      () =>
        db()
          .update(members)
          .set({ visibility: { profile: 'me' } })
          .where(eq(members.id, imke.id)),
    ],
    ['whom they blocked', () => db().insert(blocks).values({ memberId: anna.id, blockedId: imke.id })],
    ['who blocked them', () => db().insert(blocks).values({ memberId: imke.id, blockedId: anna.id })],
    [
      'who is no mentor any more',
      () =>
        db()
          .update(members)
          .set({ roles: ['participant'] })
          .where(eq(members.id, imke.id)),
    ],
  ])('%s, from that moment on, and not when looked for anew', async (_, change) => {
    await change()
    expect(await handles()).not.toContain(imke.handle)
    await look()
    const asMentor = and(eq(recommendations.otherId, imke.id), eq(recommendations.kind, 'mentor'))
    expect(await db().select().from(recommendations).where(asMentor)).toEqual([])
  })

  it('to whom nothing is theirs: B41 others’ suggestions stay theirs', async () => {
    const bo = await aMember(world)
    expect(await read(bo)).toEqual([])
    expect((await bo.send('PUT', `/api/recommendations/mentor/${imke.handle}`, { answer: 'saved' })).status).toBe(404)
  })
})

describe('what a mentor keeps to themselves', () => {
  it('is in no reason: neither hours nor skills that members may not see', async () => {
    await teaches(gus)
    await evenings(anna)
    await evenings(gus)
    await db()
      .update(members)
      .set({ visibility: { availability: 'me', skills: 'me' } })
      .where(eq(members.id, gus.id))
    await look()
    const seen = (await read()).find(({ handle }) => handle === gus.handle)
    expect(seen?.free).toEqual([])
    expect(JSON.stringify(seen)).not.toContain(linocut.name)
    expect(seen?.reasons.join()).not.toMatch(/hours? a week|want to learn/)
  })
})

describe('what a mentor closes after they were found', () => {
  it('is in no reason from that moment on', async () => {
    await teaches(gus)
    await evenings(anna)
    await evenings(gus)
    await look()
    const seen = async () => (await read()).find(({ handle }) => handle === gus.handle)
    expect((await seen())?.free).toHaveLength(2)
    await db()
      .update(members)
      .set({ visibility: { availability: 'me', skills: 'me' } })
      .where(eq(members.id, gus.id))
    expect((await seen())?.free).toEqual([])
    expect((await seen())?.reasons.join()).not.toMatch(/hours? a week|want to learn/)
  })
})

describe('how a mentor likes to work', () => {
  it('is never told, however it counts', async () => {
    const ways = { pace: 2, words: 2, plan: 2, company: 2, understanding: 2, meetings: 2, aim: 2 }
    await db()
      .insert(waysOfWorking)
      .values([anna, imke].map(({ id: memberId }) => ({ memberId, ...ways })))
    await db()
      .insert(waysOfWorking)
      .values({ memberId: gus.id, ...ways, pace: -2, words: -2, plan: -2, aim: -2 })
    await look()
    expect((await read())[0]?.handle).toBe(imke.handle)
    expect(JSON.stringify(await read())).not.toMatch(/ways/)
  })
})

describe('a suggestion', () => {
  beforeEach(look)

  it('that was kept stands first', async () => {
    await teaches(gus)
    await look()
    expect((await answer(imke, { answer: 'saved' })).status).toBe(204)
    expect((await read())[0]).toMatchObject({ handle: imke.handle, saved: true })
  })

  it('that was put away does not come back, also when looked for anew', async () => {
    expect((await answer(imke, { answer: 'dismissed', because: 'no-time-together' })).status).toBe(204)
    await world.settle()
    await look()
    expect(await handles()).toEqual([gus.handle])
    const [kept] = await db()
      .select()
      .from(recommendationAnswers)
      .where(and(eq(recommendationAnswers.memberId, anna.id), eq(recommendationAnswers.otherId, imke.id)))
    expect(kept?.because).toBe('no-time-together')
  })

  it.each([
    ['no reason of ours', { answer: 'dismissed', because: 'ugly' }],
    ['no answer', { because: null }],
    ['B14 more than asked', { answer: 'saved', otherId: 'me' }],
  ])('takes %s for nothing', async (_, said) => {
    expect((await problemOf(await answer(imke, said))).status).toBe(422)
    expect(await db().select().from(recommendationAnswers)).toEqual([])
  })
})

describe('every minute', () => {
  it('whoever was never looked at is, and nobody twice a day', async () => {
    await recommendWhoIsDue(world.ctx())
    await world.settle()
    expect(await handles()).toHaveLength(2)
    await teaches(gus)
    await db().delete(recommendations)
    await recommendWhoIsDue(world.ctx())
    await world.settle()
    expect(await handles()).toEqual([])
  })
})
