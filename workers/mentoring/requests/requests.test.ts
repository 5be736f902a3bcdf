import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { blocks, mentorshipRequests, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { notices } from '#db/schema/notifications.ts'
import { memberSkills } from '#db/schema/people/skills.ts'
import { aSkill } from '#workers/lib/testing/facts.ts'
import { aMentor, aPair } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { passOnWhatWaits } from './going-on.ts'

let world: World
let imke: Somebody
let idrissa: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  imke = await aMentor(world, 2)
  idrissa = await aMember(world)
})

const WORDS = 'I have cut two hundred dovetails, and not one of them closes. May I watch you cut one?'

const ask = (who: Somebody, mentor: Somebody) =>
  who.send('POST', '/api/mentorship-requests', { mentor: mentor.handle, words: WORDS })

const asked = async (who: Somebody, mentor: Somebody): Promise<string> => {
  const answer = await ask(who, mentor)
  expect(answer.status).toBe(201)
  return ((await answer.json()) as { id: string }).id
}

const accept = (mentor: Somebody, id: string, more = {}) =>
  mentor.send('PUT', `/api/mentorship-requests/${id}/answer`, { answer: 'accepted', ...more })

const stateOf = async (id: string) =>
  (await world.ctx().db.select().from(mentorshipRequests).where(eq(mentorshipRequests.id, id)))[0]?.state

const codeOf = async (answer: Response) => [answer.status, (await problemOf(answer)).code]

describe('somebody asks a mentor', () => {
  it('once at a time, and not while the two work together', async () => {
    await asked(idrissa, imke)
    expect(await codeOf(await ask(idrissa, imke))).toEqual([409, 'already_asked'])
    const pair = await aPair(world)
    expect(await codeOf(await ask(pair.participant, pair.mentor))).toEqual([409, 'already_together'])
  })

  it('not oneself, not somebody who mentors nobody, not somebody who is not there', async () => {
    const nobody = await aMember(world)
    expect(await codeOf(await ask(imke, imke))).toEqual([404, 'not_found'])
    expect(await codeOf(await ask(idrissa, nobody))).toEqual([404, 'not_found'])
    expect(await codeOf(await ask(idrissa, { ...nobody, handle: 'who-is-that' }))).toEqual([404, 'not_found'])
  })

  it('B50 meets nobody behind a block, whoever of the two put it up', async () => {
    const { db } = world.ctx()
    await db.insert(blocks).values({ memberId: imke.id, blockedId: idrissa.id })
    expect(await codeOf(await ask(idrissa, imke))).toEqual([404, 'not_found'])
    await db.delete(blocks)
    await db.insert(blocks).values({ memberId: idrissa.id, blockedId: imke.id })
    expect(await codeOf(await ask(idrissa, imke))).toEqual([404, 'not_found'])
  })

  it('SAF-1 has to wait for a guardian first', async () => {
    const young = await aMember(world, { standing: 'waiting', ageBand: '13-15' })
    expect(await codeOf(await ask(young, imke))).toEqual([403, 'waiting'])
  })

  it('MEN-4 hears that a mentor is full before writing to them', async () => {
    const full = await aMentor(world, 1)
    await aPair(world, { mentor: full })
    expect(await codeOf(await ask(idrissa, full))).toEqual([409, 'no_room'])
  })

  it('has their words with five at most', async () => {
    for (let n = 0; n < 5; n++) await asked(idrissa, await aMentor(world))
    expect(await codeOf(await ask(idrissa, imke))).toEqual([409, 'asked_enough'])
  })
})

describe('a mentor answers', () => {
  it('MEN-3 yes, and the other requests of the same person are taken back in the same moment', async () => {
    const other = await asked(idrissa, await aMentor(world))
    const id = await asked(idrissa, imke)
    const answer = await accept(imke, id, { aim: 'Dovetails that close' })
    expect(answer.status).toBe(200)
    expect(await stateOf(id)).toBe('accepted')
    expect(await stateOf(other)).toBe('withdrawn')
    const [pair] = await world.ctx().db.select().from(mentorships).where(eq(mentorships.requestId, id))
    expect(pair).toMatchObject({
      mentorId: imke.id,
      participantId: idrissa.id,
      state: 'active',
      aim: 'Dovetails that close',
    })
    expect(await codeOf(await accept(imke, id))).toEqual([409, 'already_answered'])
  })

  it('MEN-4 yes, only while there is room, or by making room in the same breath', async () => {
    const one = await asked(idrissa, imke)
    const two = await asked(await aMember(world), imke)
    const three = await asked(await aMember(world), imke)
    expect((await accept(imke, one)).status).toBe(200)
    expect((await accept(imke, two)).status).toBe(200)
    expect(await codeOf(await accept(imke, three))).toEqual([409, 'no_room'])
    expect(await stateOf(three)).toBe('waiting')
    expect((await accept(imke, three, { menteesAtMost: 3 })).status).toBe(200)
  })

  it('no, with a reason', async () => {
    const id = await asked(idrissa, imke)
    const answer = (body: object) => imke.send('PUT', `/api/mentorship-requests/${id}/answer`, body)
    expect((await answer({ answer: 'declined' })).status).toBe(422)
    expect((await answer({ answer: 'declined', reason: 'My workshop is closed until May.' })).status).toBe(200)
    expect(await stateOf(id)).toBe('declined')
  })

  it('with a question, and hears what comes back', async () => {
    const id = await asked(idrissa, imke)
    const question = { answer: 'asked', question: 'Which saw do you use for them?' }
    expect((await imke.send('PUT', `/api/mentorship-requests/${id}/answer`, question)).status).toBe(200)
    expect((await idrissa.send('PUT', `/api/mentorship-requests/${id}/words`, { words: 'A dozuki.' })).status).toBe(200)
    expect(await stateOf(id)).toBe('waiting')
    expect((await idrissa.send('PUT', `/api/mentorship-requests/${id}/words`, { words: 'Twice.' })).status).toBe(404)
  })

  it('B47 only what was asked of them', async () => {
    const id = await asked(idrissa, imke)
    const other = await aMentor(world)
    expect((await accept(other, id)).status).toBe(404)
    expect((await other.send('DELETE', `/api/mentorship-requests/${id}`)).status).toBe(404)
    expect((await idrissa.send('DELETE', `/api/mentorship-requests/${id}`)).status).toBe(200)
    expect(await codeOf(await accept(imke, id))).toEqual([409, 'withdrawn'])
  })
})

describe('a request nobody answers (MEN-2)', () => {
  const cron = () => world.ctx({ kind: 'cron', name: 'test' })
  const letTimePass = () =>
    world.ctx().db.update(mentorshipRequests).set({ answerBy: sql`now() - interval '1 minute'` })

  it('goes on to whoever teaches the same and has the most room, and the participant is told', async () => {
    const joinery = await aSkill(world, 'Hand joinery')
    const [one, two, full] = [await aMentor(world, 1), await aMentor(world, 5), await aMentor(world, 1)]
    await aPair(world, { mentor: full })
    const taught = [imke, one, two, full].map(({ id }) => ({
      memberId: id,
      skillId: joinery.id,
      bond: 'teaches' as const,
    }))
    await world.ctx().db.insert(memberSkills).values(taught)
    const body = { mentor: imke.handle, skill: joinery.slug, words: WORDS }
    const { id } = (await (await idrissa.send('POST', '/api/mentorship-requests', body)).json()) as { id: string }

    await passOnWhatWaits(cron())
    expect(await stateOf(id)).toBe('waiting')
    await letTimePass()
    await Promise.all([passOnWhatWaits(cron()), passOnWhatWaits(cron())])
    expect(await stateOf(id)).toBe('expired')
    const onward = await world.ctx().db.select().from(mentorshipRequests).where(eq(mentorshipRequests.state, 'waiting'))
    expect(onward).toMatchObject([{ mentorId: two.id, goesOnFrom: id, words: WORDS }])
    await world.settle()
    const told = await world.ctx().db.select().from(notices).where(eq(notices.memberId, idrissa.id))
    expect(told).toMatchObject([{ kind: 'mentoring-went-on', data: { went: 'on', by: two.id } }])
  })

  it('comes back with the news when nobody else has room', async () => {
    const id = await asked(idrissa, imke)
    await letTimePass()
    await passOnWhatWaits(cron())
    expect(await stateOf(id)).toBe('expired')
    await world.settle()
    const told = await world.ctx().db.select().from(notices).where(eq(notices.memberId, idrissa.id))
    expect(told).toMatchObject([{ kind: 'mentoring-went-on', data: { went: 'back' } }])
  })
})
