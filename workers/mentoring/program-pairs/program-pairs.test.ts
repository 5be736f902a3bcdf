import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { blocks, mentorshipRequests, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { cohorts, programApplications, surveyAnswers } from '#db/schema/mentoring/programs.ts'
import { tasks } from '#db/schema/mentoring/tasks.ts'
import { notices } from '#db/schema/notifications.ts'
import { A_SURVEY, anApplicant, aPlanItem, promise } from '#workers/lib/testing/mentoring/plans.ts'
import { aProgram } from '#workers/lib/testing/mentoring/programs.ts'
import { aMentor, aPair } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import type { ProgramPair, ProgramPairPage } from './inputs.ts'

let world: World
let organiser: Somebody
let program: { id: string; slug: string }

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  organiser = await aMember(world, { roles: ['participant', 'organiser'] })
  program = await aProgram(world, organiser, { state: 'running' })
})

const pairUp = (participant: Somebody, mentor: Somebody, by = organiser) =>
  by.send('POST', `/api/programs/${program.slug}/pairs`, { participant: participant.handle, mentor: mentor.handle })
const read = async (search = '', by = organiser) =>
  (await (await by.request(`/api/programs/${program.slug}/pairs${search}`)).json()) as ProgramPairPage
const learner = async (wish: Parameters<typeof aMember>[1] = {}) => {
  const somebody = await aMember(world, wish)
  await anApplicant(world, program.id, somebody)
  return somebody
}
const teacher = async (room = 3) => {
  const somebody = await aMentor(world, room)
  await anApplicant(world, program.id, somebody, 'mentor')
  return somebody
}
const days = (count: number) => new Date(Date.now() - count * 86_400_000)
const codeOf = async (answer: Response) => [answer.status, (await problemOf(answer)).code]

describe('bringing two together', () => {
  it('pairs whoever the program said yes to with a mentor of it, and lays the plan before them', async () => {
    const [maker, mentor] = [await learner(), await teacher()]
    await aPlanItem(world, program.id)
    const answer = await pairUp(maker, mentor)
    expect([answer.status, ((await answer.json()) as { state: string }).state]).toEqual([201, 'paired'])
    await world.settle()
    const { db } = world.ctx()
    expect(await db.select().from(mentorships)).toMatchObject([
      { mentorId: mentor.id, participantId: maker.id, programId: program.id },
    ])
    expect(await db.select().from(tasks)).toHaveLength(1)
    const heard = await db.select().from(notices).where(eq(notices.kind, 'pair-made'))
    expect(heard.map(({ memberId }) => memberId).sort()).toEqual([maker.id, mentor.id].sort())
  })

  it('asks a mentor first who has not said yes to the program', async () => {
    const [maker, mentor] = [await learner(), await aMentor(world)]
    const answer = await pairUp(maker, mentor)
    expect(((await answer.json()) as { state: string }).state).toBe('asked')
    const { db } = world.ctx()
    expect(await db.select().from(mentorships)).toEqual([])
    const [request] = await db.select().from(mentorshipRequests)
    expect(request).toMatchObject({ programId: program.id, state: 'waiting', mentorId: mentor.id })
    await mentor.send('PUT', `/api/mentorship-requests/${request?.id}/answer`, { answer: 'accepted' })
    expect(await db.select().from(mentorships)).toMatchObject([{ programId: program.id }])
    expect(await codeOf(await pairUp(maker, await teacher()))).toEqual([409, 'already_paired'])
  })

  it('keeps to the room a mentor has, and to one mentor for each', async () => {
    const mentor = await teacher(1)
    const [first, second] = [await learner(), await learner()]
    expect((await pairUp(first, mentor)).status).toBe(201)
    expect(await codeOf(await pairUp(second, mentor))).toEqual([409, 'no_room'])
    expect(await codeOf(await pairUp(first, await teacher()))).toEqual([409, 'already_paired'])
    const answers = await Promise.all([pairUp(second, await teacher()), pairUp(second, await teacher())])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  it('lets nobody begin who waits for a guardian, who blocked the other, or whom the program did not accept', async () => {
    const mentor = await teacher()
    const [young, stranger, blocked] = [
      await learner({ standing: 'waiting', ageBand: '16-17' }),
      await aMember(world),
      await learner(),
    ]
    await world.ctx().db.insert(blocks).values({ memberId: blocked.id, blockedId: mentor.id })
    for (const maker of [young, stranger, blocked]) expect((await pairUp(maker, mentor)).status).toBe(422)
    expect((await pairUp(await learner(), await aMember(world))).status).toBe(422)
    const another = await aMember(world, { roles: ['participant', 'organiser'] })
    expect((await pairUp(await learner(), mentor, another)).status).toBe(404)
    await organiser.send('PUT', `/api/programs/${program.slug}/state`, { state: 'finished' })
    expect(await codeOf(await pairUp(await learner(), mentor))).toEqual([409, 'not_now'])
  })
})

type Wish = { quiet?: number; state?: 'active' | 'paused'; turn?: 'mentor' | 'participant'; mentor?: Somebody }
async function running({ quiet = 0, state = 'active', turn = 'participant', mentor }: Wish = {}) {
  const pair = await aPair(world, { programId: program.id, ...(mentor && { mentor }) })
  const pausedUntil = state === 'paused' ? '2099-01-01' : null
  await world
    .ctx()
    .db.update(mentorships)
    .set({ startedAt: days(60), movedAt: days(quiet), state, turn, pausedUntil })
    .where(eq(mentorships.id, pair.id))
  return pair
}
const taskIn = (
  { id, mentor, participant }: Awaited<ReturnType<typeof running>>,
  more: Partial<typeof tasks.$inferInsert>,
) =>
  world
    .ctx()
    .db.insert(tasks)
    .values({ participantId: participant.id, setById: mentor.id, mentorshipId: id, title: 'A joint', ...more })
const still = (id: string, quiet: number) =>
  world
    .ctx()
    .db.update(mentorships)
    .set({ movedAt: days(quiet) })
    .where(eq(mentorships.id, id))

describe('how a pair is', () => {
  it('is told with its reasons and with what would help', async () => {
    const [busy, quiet, silent, resting, unseen, late] = [
      await running(),
      await running({ quiet: 8 }),
      await running({ quiet: 15, turn: 'mentor' }),
      await running({ state: 'paused', quiet: 30 }),
      await running(),
      await running(),
    ]
    await taskIn(busy, { state: 'accepted' })
    await taskIn(unseen, { state: 'handed-in', movedAt: days(5) })
    await taskIn(late, { state: 'accepted', dueAt: days(2) })
    await Promise.all([still(busy.id, 1), still(unseen.id, 2), still(late.id, 3)])
    const { pairs } = await read()
    expect(pairs.map(({ id, progress }) => [id, progress?.health, progress?.suggestion])).toEqual([
      [resting.id, 'resting', 'none'],
      [silent.id, 'still', 'write-mentor'],
      [quiet.id, 'slow', 'write-participant'],
      [late.id, 'slow', 'ask-about-the-day'],
      [unseen.id, 'slow', 'ask-for-a-look'],
      [busy.id, 'well', 'none'],
    ])
    expect(pairs.find(({ id }) => id === unseen.id)?.progress).toMatchObject({ toLookAt: 1, lookDays: 5 })
    expect((await read('?health=slow')).pairs).toHaveLength(3)
  })

  it('is found by round, and page by page', async () => {
    const mentor = await aMentor(world, 40)
    for (let n = 0; n < 26; n += 1) await running({ quiet: n % 5, mentor })
    const first = await read()
    const second = await read(`?after=${encodeURIComponent(first.next ?? '')}`)
    const ids = [...first.pairs, ...second.pairs].map(({ id }) => id)
    expect([first.pairs.length, second.pairs.length, new Set(ids).size, second.next]).toEqual([24, 2, 26, null])
    const round = { programId: program.id, name: 'Autumn', startsOn: '2027-01-10', endsOn: '2027-04-10', seats: 3 }
    const [{ id: cohortId = '' } = {}] = await world.ctx().db.insert(cohorts).values(round).returning()
    const one = await running()
    await anApplicant(world, program.id, one.participant)
    await world.ctx().db.update(programApplications).set({ cohortId })
    expect((await read(`?cohort=${cohortId}`)).pairs).toMatchObject([{ id: one.id, cohort: 'Autumn' }])
  })

  async function sadPair() {
    const pair = await running({ quiet: 1 })
    await taskIn(pair, { state: 'accepted', dueAt: days(2) })
    const survey = await aPlanItem(world, program.id, A_SURVEY)
    const answers = { q1: 1, q2: false, q3: 'I am lost.' }
    await world
      .ctx()
      .db.insert(surveyAnswers)
      .values({ planItemId: survey, mentorshipId: pair.id, memberId: pair.participant.id, answers })
    return pair
  }

  // What an organiser of the program sees of each part, for each promise; another organiser sees nothing at all.
  const MATRIX = [
    ['pairs', { names: true, progress: false, mood: false, opens: false, filter: 0, reminds: 404 }],
    ['progress', { names: true, progress: true, mood: false, opens: false, filter: 1, reminds: 201 }],
    ['content', { names: true, progress: true, mood: true, opens: true, filter: 1, reminds: 201 }],
  ] as const

  it.each(MATRIX)('is seen as the program promised: %s', async (sight, expected) => {
    const pair = await sadPair()
    await promise(world, program.id, sight)
    const [seen] = (await read()).pairs as [ProgramPair]
    const asked = await organiser.send('POST', `/api/program-pairs/${pair.id}/reminders`, { to: 'participant' })
    expect({
      names: seen.participant.handle === pair.participant.handle,
      progress: seen.progress !== null,
      mood: seen.mood !== null,
      opens: seen.opens,
      filter: (await read('?health=slow')).pairs.length,
      reminds: asked.status,
    }).toEqual(expected)
    expect((await organiser.request(`/api/mentorships/${pair.id}`)).status).toBe(expected.opens ? 200 : 404)
    const another = await aMember(world, { roles: ['participant', 'organiser'] })
    expect((await another.request(`/api/programs/${program.slug}/pairs`)).status).toBe(404)
    expect((await another.send('POST', `/api/program-pairs/${pair.id}/reminders`, { to: 'both' })).status).toBe(404)
  })

  it('stands in the order in which they began where nobody may see how they move', async () => {
    const [first, second] = [await running({ quiet: 1 }), await running({ quiet: 9 })]
    const order = async () => (await read()).pairs.map(({ id }) => id)
    expect(await order()).toEqual([second.id, first.id])
    await world
      .ctx()
      .db.update(mentorships)
      .set({ startedAt: days(90) })
      .where(eq(mentorships.id, first.id))
    await promise(world, program.id, 'pairs')
    expect(await order()).toEqual([first.id, second.id])
  })

  it('is asked about once in three days, and shows whether that helped', async () => {
    const pair = await running({ quiet: 8 })
    const remind = () =>
      organiser.send('POST', `/api/program-pairs/${pair.id}/reminders`, { to: 'both', words: 'Alright?' })
    const helped = async () => (await read()).pairs[0]?.progress?.helped
    expect(await helped()).toBe(null)
    expect((await remind()).status).toBe(201)
    expect(await codeOf(await remind())).toEqual([409, 'reminded_lately'])
    expect(await helped()).toBe(false)
    await world.settle()
    const heard = await world.ctx().db.select().from(notices).where(eq(notices.kind, 'pair-reminded'))
    expect(heard.map(({ memberId }) => memberId).sort()).toEqual([pair.mentor.id, pair.participant.id].sort())
    await pair.participant.send('POST', `/api/mentorships/${pair.id}/notes`, { words: 'Here I am.' })
    expect(await helped()).toBe(true)
  })
})
