import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { blocks, farewells } from '#db/schema/mentoring/mentorships.ts'
import { notices } from '#db/schema/notifications.ts'
import { members } from '#db/schema/people.ts'
import { aPair, type Pair } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import type { Profile } from '#workers/people/profiles/inputs.ts'
import { readPairPage } from '../mentorships/mentorships.ts'

let world: World
let pair: Pair

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  pair = await aPair(world)
})

const WORDS = 'She tells you one thing at a time and waits until it is in your hands.'

const end = (more: object = {}) =>
  pair.participant.send('PUT', `/api/mentorships/${pair.id}/closing`, {
    because: 'goal-reached',
    testimonial: WORDS,
    mayBeShown: true,
    ...more,
  })

const show = (by: Somebody, shown: boolean) => by.send('PUT', `/api/mentorships/${pair.id}/testimonial`, { shown })
const withdraw = (by: Somebody) => by.send('DELETE', `/api/mentorships/${pair.id}/testimonial`)

const onProfile = async (reader?: Somebody, whose = pair.mentor) => {
  const address = `/api/members/${whose.handle}`
  const answer = await (reader ? reader.request(address) : world.request(address))
  return ((await answer.json()) as Profile).testimonials.map(({ words }) => words)
}

const offered = async (who: Somebody) =>
  ((await (await who.request('/api/my/testimonials')).json()) as { testimonials: { words: string }[] }).testimonials

describe('words at the end of a mentorship', () => {
  it('are offered to the one they are about, who shows them, takes them down and shows them again', async () => {
    expect((await end()).status).toBe(200)
    await world.settle()
    const told = await world.ctx().db.select().from(notices).where(eq(notices.kind, 'testimonial-given'))
    expect(told).toMatchObject([{ memberId: pair.mentor.id, data: { pair: pair.id, words: WORDS } }])
    expect(await offered(pair.mentor)).toMatchObject([
      { words: WORDS, shownAt: null, by: { handle: pair.participant.handle } },
    ])
    expect(await onProfile()).toEqual([])
    for (const [shown, hung] of [
      [true, [WORDS]],
      [false, []],
      [true, [WORDS]],
    ] as const) {
      expect((await show(pair.mentor, shown)).status).toBe(200)
      expect(await onProfile()).toEqual(hung)
    }
    const { timeline, said } = await readPairPage(pair.participant.ctx, { id: pair.id })
    expect(timeline.map(({ name }) => name)).toEqual([
      'testimonial.shown',
      'testimonial.taken-down',
      'testimonial.shown',
      'testimonial.given',
      'mentorship.closed',
    ])
    expect(said).toMatchObject({ written: { words: WORDS } })
    expect(said.offered).toBeUndefined()
  })

  it('are shown by nobody else, and taken back by whoever wrote them', async () => {
    await end()
    const stranger = await aMember(world)
    for (const who of [pair.participant, stranger]) {
      const answer = await show(who, true)
      expect([answer.status, (await problemOf(answer)).code]).toEqual([404, 'not_found'])
    }
    expect((await withdraw(pair.mentor)).status).toBe(404)
    expect((await withdraw(stranger)).status).toBe(404)
    await show(pair.mentor, true)
    expect((await withdraw(pair.participant)).status).toBe(200)
    expect(await onProfile()).toEqual([])
    expect((await show(pair.mentor, true)).status).toBe(404)
    expect(await offered(pair.mentor)).toEqual([])
  })

  it.each([
    ['without leave to show them', { mayBeShown: false }],
    ['where nothing was written', { testimonial: '' }],
    ['behind a block', { block: true }],
  ])('are offered to nobody %s', async (_, more) => {
    expect((await end(more)).status).toBe(200)
    await world.settle()
    expect(await offered(pair.mentor)).toEqual([])
    expect(await world.ctx().db.select().from(notices).where(eq(notices.kind, 'testimonial-given'))).toEqual([])
  })

  it('B50 come down with a block that comes later', async () => {
    await end()
    await show(pair.mentor, true)
    await world.ctx().db.insert(blocks).values({ memberId: pair.participant.id, blockedId: pair.mentor.id })
    expect(await onProfile()).toEqual([])
  })

  it('are read by whoever may read the story, and only while their writer may be seen', async () => {
    await end()
    await show(pair.mentor, true)
    const reader = await aMember(world)
    const { db } = world.ctx()
    const see = (who: Somebody, visibility: Record<string, string>) =>
      db.update(members).set({ visibility }).where(eq(members.id, who.id))
    await see(pair.mentor, { story: 'members' })
    expect([await onProfile(), await onProfile(reader)]).toEqual([[], [WORDS]])
    await see(pair.mentor, {})
    await see(pair.participant, { profile: 'members' })
    expect([await onProfile(), await onProfile(reader)]).toEqual([[], [WORDS]])
  })

  it('SAF-1 about a minor stay among members', async () => {
    pair = await aPair(world, { participant: await aMember(world, { ageBand: '16-17' }) })
    const closing = { because: 'goal-reached', testimonial: WORDS, mayBeShown: true }
    await pair.mentor.send('PUT', `/api/mentorships/${pair.id}/closing`, closing)
    expect((await show(pair.participant, true)).status).toBe(200)
    const reader = await aMember(world)
    expect(await onProfile(undefined, pair.participant)).toEqual([])
    expect(await onProfile(reader, pair.participant)).toEqual([WORDS])
  })

  it('cannot be shown without leave, whatever a line of code says', async () => {
    await end({ mayBeShown: false })
    await expect(world.ctx().db.update(farewells).set({ shownAt: new Date() })).rejects.toThrow()
  })
})

describe('whoever did not bring it to an end', () => {
  const say = (by: Somebody, more: object = {}) =>
    by.send('POST', `/api/mentorships/${pair.id}/testimonial`, { testimonial: WORDS, mayBeShown: true, ...more })
  const invited = async (who: Somebody) => (await readPairPage(who.ctx, { id: pair.id })).said.maySay
  const mailed = async (who: Somebody) => {
    await world.settle()
    return (await world.ctx().db.select().from(notices).where(eq(notices.memberId, who.id))).map(({ kind }) => kind)
  }

  it('is invited to say words too, once, and they hang by the same rules', async () => {
    expect(await invited(pair.mentor)).toBe(false)
    await end()
    expect([await invited(pair.mentor), await invited(pair.participant)]).toEqual([true, false])
    expect(await mailed(pair.mentor)).toContain('mentoring-closed')
    expect((await say(pair.mentor)).status).toBe(201)
    expect(await mailed(pair.participant)).toContain('testimonial-given')
    expect(await offered(pair.participant)).toMatchObject([{ words: WORDS, shownAt: null }])
    expect(await onProfile(undefined, pair.participant)).toEqual([])
    expect((await show(pair.participant, true)).status).toBe(200)
    expect(await onProfile(undefined, pair.participant)).toEqual([WORDS])
    const again = await say(pair.mentor, { testimonial: 'Something else.' })
    expect([again.status, (await problemOf(again)).code]).toEqual([409, 'already_said'])
    expect(await invited(pair.mentor)).toBe(false)
  })

  it('says nothing before the end, behind a block, or of others; and whoever ended it without words may add them', async () => {
    expect((await say(pair.mentor)).status).toBe(404)
    await end({ testimonial: '', rating: 5 })
    expect((await say(await aMember(world))).status).toBe(404)
    expect((await say(pair.participant)).status).toBe(201)
    const [kept] = await world.ctx().db.select().from(farewells).where(eq(farewells.byId, pair.participant.id))
    expect(kept).toMatchObject({ rating: 5, testimonial: WORDS })
    await world.ctx().db.insert(blocks).values({ memberId: pair.participant.id, blockedId: pair.mentor.id })
    expect(await invited(pair.mentor)).toBe(false)
    expect((await say(pair.mentor)).status).toBe(404)
  })
})
