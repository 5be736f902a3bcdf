import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accounts } from '#db/schema/accounts.ts'
import { blocks, circles, mentorSeats, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { notices } from '#db/schema/notifications.ts'
import { idOf } from '#workers/lib/testing/handing-in.ts'
import { aFile } from '#workers/lib/testing/media.ts'
import { aMentor, aPair, type Pair } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aPainter } from '#workers/lib/testing/pictures.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { readPairPage } from '../mentorships/mentorships.ts'
import type { Circle, WorkPage } from './inputs.ts'

let world: World
let mentor: Somebody
let pairs: Pair[]
let id: string

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  mentor = await aMentor(world, 4)
  pairs = [await aPair(world, { mentor }), await aPair(world, { mentor }), await aPair(world, { mentor })]
  id = await idOf(await make(pairs.slice(0, 2).map((pair) => pair.id)))
})

const make = (ids: string[], by = mentor) => by.send('POST', '/api/circles', { name: 'Tuesdays', pairs: ids })
const move = (pair: Pair, circle: string | null, by = mentor) =>
  by.send('PUT', `/api/mentorships/${pair.id}/circle`, { circle })
const see = (who: Somebody) => who.request(`/api/circles/${id}`)
const seen = async (who: Somebody) => (await (await see(who)).json()) as Circle
const one = () => pairs[0] as Pair
const two = () => pairs[1] as Pair
const three = () => pairs[2] as Pair

const namesSeenBy = async (who: Somebody) => (await seen(who)).people.map(({ handle }) => handle).sort()
const handlesOf = (...some: Pair[]) => some.map(({ participant }) => participant.handle).sort()

describe('a circle', () => {
  it('brings several together who are told so; each keeps their mentorship and their seat', async () => {
    expect(await namesSeenBy(mentor)).toEqual(handlesOf(one(), two()))
    const rows = await world.ctx().db.select().from(mentorships).where(eq(mentorships.circleId, id))
    expect(rows.map(({ format, state }) => [format, state])).toEqual([
      ['group', 'active'],
      ['group', 'active'],
    ])
    const [seat] = await world.ctx().db.select().from(mentorSeats)
    expect(seat?.taken).toBe(3)
    await world.settle()
    const told = await world.ctx().db.select().from(notices).where(eq(notices.kind, 'circle-joined'))
    expect(told.map(({ memberId }) => memberId).sort()).toEqual([one().participant.id, two().participant.id].sort())
    const { timeline } = await readPairPage(one().participant.ctx, { id: one().id })
    expect(timeline[0]).toMatchObject({ name: 'circle.joined', data: { circle: id } })
  })

  it('is made of those one teaches, or not at all', async () => {
    const theirs = await aPair(world)
    expect((await make([one().id, theirs.id])).status).toBe(422)
    expect(await world.ctx().db.select().from(circles)).toHaveLength(1)
    const peers = await aPair(world, { mentor, format: 'peer' })
    expect((await move(peers, id)).status).toBe(404)
    expect((await move(theirs, id)).status).toBe(404)
    expect((await move(theirs, id, theirs.mentor)).status).toBe(404)
  })

  it('takes somebody in, lets somebody out, and is called something else', async () => {
    expect((await move(three(), id)).status).toBe(200)
    expect((await move(one(), null)).status).toBe(200)
    expect(await namesSeenBy(mentor)).toEqual(handlesOf(two(), three()))
    expect((await see(one().participant)).status).toBe(404)
    await idOf(await mentor.send('PUT', `/api/circles/${id}`, { name: 'Wednesdays' }), 200)
    expect((await seen(two().participant)).name).toBe('Wednesdays')
    const { timeline } = await readPairPage(one().participant.ctx, { id: one().id })
    expect(timeline[0]?.name).toBe('circle.left')
  })

  it('takes in whoever asked for it with the yes itself, while there is room', async () => {
    const asked = async () => {
      const who = await aMember(world)
      const words = 'I would like to learn to print beside others, on Tuesdays, from you.'
      const body = { mentor: mentor.handle, format: 'group', words }
      return { who, request: await idOf(await who.send('POST', '/api/mentorship-requests', body)) }
    }
    const accept = (request: string, circle: string) =>
      mentor.send('PUT', `/api/mentorship-requests/${request}/answer`, { answer: 'accepted', circle })
    const [first, second] = [await asked(), await asked()]
    const elsewhere = await idOf(await make([], await aMentor(world)))
    expect((await accept(first.request, elsewhere)).status).toBe(404)
    expect((await accept(first.request, id)).status).toBe(200)
    expect(await namesSeenBy(first.who)).toContain(first.who.handle)
    expect((await accept(second.request, id)).status).toBe(409)
    expect(await namesSeenBy(mentor)).toHaveLength(3)
  })
})

describe('what each sees of a circle', () => {
  const setForAll = () =>
    mentor.send('POST', '/api/tasks', { pair: one().id, also: [two().id], title: 'Five prints of one block' })

  it('is who is there, and their own part of what all were set: never how far the others are', async () => {
    const task = await idOf(await setForAll())
    await one().participant.send('PUT', `/api/tasks/${task}/acceptance`)
    await one().participant.send('POST', `/api/tasks/${task}/versions`, { note: 'The third one is the worst.' })
    const theirs = await seen(one().participant)
    expect(theirs.people.map(({ handle, pair }) => [handle, pair]).sort()).toEqual(
      [
        [one().participant.handle, one().id],
        [two().participant.handle, null],
      ].sort(),
    )
    expect(theirs.tasks).toMatchObject([
      { title: 'Five prints of one block', of: 2, done: null, waiting: null, mine: { id: task, state: 'handed-in' } },
    ])
    expect((await seen(two().participant)).tasks).toMatchObject([{ waiting: null, mine: { state: 'set' } }])
    expect((await seen(mentor)).tasks).toMatchObject([{ of: 2, done: 0, waiting: 1, mine: null }])
    const other = await two().participant.request(`/api/mentorships/${one().id}`)
    expect(other.status).toBe(404)
    expect(JSON.stringify(await seen(two().participant))).not.toMatch(/worst/)
  })

  it('does not reach back before they came, nor outside', async () => {
    await setForAll()
    await move(three(), id)
    expect((await seen(three().participant)).tasks).toEqual([])
    const organiser = await aMember(world, { roles: ['participant', 'organiser'] })
    for (const who of [await aMember(world), organiser, await aMentor(world)]) expect((await see(who)).status).toBe(404)
  })

  it('B50 leaves out whoever is behind a block, either way; their mentor sees both', async () => {
    await world.ctx().db.insert(blocks).values({ memberId: one().participant.id, blockedId: two().participant.id })
    expect(await namesSeenBy(one().participant)).toEqual(handlesOf(one()))
    expect(await namesSeenBy(two().participant)).toEqual(handlesOf(two()))
    expect(await namesSeenBy(mentor)).toEqual(handlesOf(one(), two()))
  })

  it('ends with their mentorship', async () => {
    await one().participant.send('PUT', `/api/mentorships/${one().id}/closing`, { because: 'time-is-up' })
    expect((await see(one().participant)).status).toBe(404)
    expect(await namesSeenBy(two().participant)).toEqual(handlesOf(two()))
  })
})

describe('what somebody shows to their circle', () => {
  let version: string
  let picture: string

  beforeEach(async () => {
    Object.assign(world.env, { IMAGES: aPainter([]) })
    const task = await idOf(await mentor.send('POST', '/api/tasks', { pair: one().id, title: 'Five prints' }))
    const { participant: maker } = one()
    await maker.send('PUT', `/api/tasks/${task}/acceptance`)
    picture = await aFile(world, maker)
    const handed = { note: 'The third one is the worst.', files: [picture] }
    version = await idOf(await maker.send('POST', `/api/tasks/${task}/versions`, handed))
  })

  const show = (by: Somebody) => by.send('PUT', `/api/versions/${version}/circle`)
  const takeBack = (by: Somebody) => by.send('DELETE', `/api/versions/${version}/circle`)
  // Whether somebody finds the version among the works, and whether its file opens for them.
  const access = async (who: Somebody) => {
    const answer = await who.request(`/api/circles/${id}/works`)
    const { works = [] } = (await answer.json()) as Partial<WorkPage>
    const opens = (await who.request(`/media/m/${picture}/480`)).status === 200
    return [works.map((work) => work.id).includes(version), opens]
  }
  const seesIt = [true, true]
  const onlyItsOwn = [false, true]
  const not = [false, false]

  it('is seen by nobody else until its maker shows it, then by those in the circle, and told to them', async () => {
    const outside = await aPair(world, { mentor })
    expect([await access(two().participant), await access(one().participant)]).toEqual([not, onlyItsOwn])
    expect((await show(one().participant)).status).toBe(200)
    expect([await access(two().participant), await access(one().participant), await access(mentor)]).toEqual([
      seesIt,
      seesIt,
      seesIt,
    ])
    const organiser = await aMember(world, { roles: ['participant', 'organiser', 'admin'] })
    for (const who of [outside.participant, three().participant, organiser]) expect(await access(who)).toEqual(not)
    await world.settle()
    const told = await world.ctx().db.select().from(notices).where(eq(notices.kind, 'circle-work'))
    expect(told.map(({ memberId }) => memberId)).toEqual([two().participant.id])
    expect((await show(one().participant)).status).toBe(409)
    expect((await takeBack(one().participant)).status).toBe(200)
    expect(await access(two().participant)).toEqual(not)
  })

  it('is its maker’s choice alone, and only in a circle', async () => {
    for (const who of [mentor, two().participant, three().participant]) {
      expect((await show(who)).status).toBe(404)
      expect((await takeBack(who)).status).toBe(404)
    }
    await move(one(), null)
    const alone = await show(one().participant)
    expect([alone.status, (await problemOf(alone)).code]).toEqual([409, 'no_circle'])
  })

  it.each([
    [
      'B50 across a block',
      () => world.ctx().db.insert(blocks).values({ memberId: two().participant.id, blockedId: one().participant.id }),
    ],
    [
      'SAF-1 by the grown-up, where its maker is not',
      () =>
        world.ctx().db.update(accounts).set({ ageBand: '16-17' }).where(eq(accounts.memberId, one().participant.id)),
    ],
    ['once its maker has left the circle', () => move(one(), null)],
    ['once they have left themselves', () => move(two(), null)],
    [
      'once the mentorship of its maker has ended',
      () => one().participant.send('PUT', `/api/mentorships/${one().id}/closing`, { because: 'time-is-up' }),
    ],
  ])('is not seen %s', async (_, happens) => {
    await show(one().participant)
    expect(await access(two().participant)).toEqual(seesIt)
    await happens()
    expect(await access(two().participant)).toEqual(not)
  })
})
