import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { goals } from '#db/schema/mentoring/goals.ts'
import { blocks, mentorSeats, mentorshipRequests, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { planItems, programOrganisers, programs, surveysAsked } from '#db/schema/mentoring/programs.ts'
import { tasks } from '#db/schema/mentoring/tasks.ts'
import { notices } from '#db/schema/notifications.ts'
import { memberSkills } from '#db/schema/people/skills.ts'
import { asMember } from '#workers/lib/context.ts'
import { aSkill } from '#workers/lib/testing/facts.ts'
import { A_SURVEY, aPlanItem } from '#workers/lib/testing/mentoring/plans.ts'
import { aProgram } from '#workers/lib/testing/mentoring/programs.ts'
import { aMentor, aPair, type Pair } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { readPairPage } from '../mentorships/mentorships.ts'
import { bringPlan, givePlan } from '../plan/giving.ts'
import { readPlan } from '../plan/plan.ts'
import { passOnWhatWaits } from '../requests/going-on.ts'
import type { AskedPage } from '../requests/inputs.ts'
import { askWhoseDayHasCome } from '../surveys/asking.ts'
import { readChange } from './looking.ts'

let world: World
let pair: Pair
let next: Somebody
const WORDS = 'The corners close. What should come next is the back of the cabinet, and its hinges.'

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  pair = await aPair(world)
  next = await aMentor(world, 1)
})

const change = (by: Somebody, more: object = {}) =>
  by.send('PUT', `/api/mentorships/${pair.id}/change`, { mentor: next.handle, words: WORDS, ...more })

const requestOf = async (answer: Response): Promise<string> => {
  expect(answer.status, await answer.clone().text()).toBe(200)
  return ((await answer.json()) as { request: string }).request
}

const accept = async (id: string, by = next) => {
  const answer = await by.send('PUT', `/api/mentorship-requests/${id}/answer`, { answer: 'accepted' })
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { mentorshipId: string }).mentorshipId
}

const say = (id: string, brings: boolean, by = pair.participant) =>
  by.send('PUT', `/api/mentorship-requests/${id}/hand-over`, { brings })

const pairState = async () => (await world.ctx().db.select().from(mentorships).where(eq(mentorships.id, pair.id)))[0]

const codeOf = async (answer: Response) => [answer.status, (await problemOf(answer)).code]

async function someWork() {
  const { db } = world.ctx()
  const row = { participantId: pair.participant.id, setById: pair.mentor.id, mentorshipId: pair.id }
  const [done] = await db
    .insert(tasks)
    .values([
      { ...row, title: 'The corner in pine', state: 'done', doneAt: new Date() },
      { ...row, title: 'The corner in ash', state: 'accepted' },
    ])
    .returning({ id: tasks.id })
  await db
    .insert(goals)
    .values({ memberId: pair.participant.id, mentorshipId: pair.id, title: 'A cabinet by June', target: 4 })
  return done
}

const whereTheyAre = async () => {
  const { db } = world.ctx()
  const work = await db.select().from(tasks)
  const aims = await db.select().from(goals)
  return {
    tasks: Object.fromEntries(work.map(({ title, mentorshipId, setById }) => [title, [mentorshipId, setById]])),
    goals: aims.map(({ mentorshipId }) => mentorshipId),
  }
}

describe('a change of mentor', () => {
  it('ends one mentorship, leaves its seat and asks the next in one moment', async () => {
    const id = await requestOf(await change(pair.participant, { brings: true }))
    expect(await pairState()).toMatchObject({
      state: 'closed',
      closedBecause: 'changed-mentor',
      closedById: pair.participant.id,
    })
    const [request] = await world.ctx().db.select().from(mentorshipRequests)
    expect(request).toMatchObject({
      id,
      participantId: pair.participant.id,
      mentorId: next.id,
      state: 'waiting',
      changesFrom: pair.id,
      brings: true,
      words: WORDS,
    })
    const [seat] = await world.ctx().db.select().from(mentorSeats).where(eq(mentorSeats.mentorId, pair.mentor.id))
    expect(seat?.taken).toBe(0)
    await world.settle()
    const told = await world.ctx().db.select().from(notices)
    expect(told.map(({ memberId, kind }) => [memberId, kind]).sort()).toEqual(
      [
        [pair.mentor.id, 'mentoring-closed'],
        [next.id, 'mentoring-asked'],
      ].sort(),
    )
    expect(await codeOf(await change(pair.participant))).toEqual([409, 'already_so'])
  })

  it.each([
    ['has no room', async () => void (await aPair(world, { mentor: next }))],
    [
      'stands behind a block',
      async () =>
        void (await world.ctx().db.insert(blocks).values({ memberId: next.id, blockedId: pair.participant.id })),
    ],
  ])('ends nothing where the next mentor %s', async (_, arrange) => {
    await arrange()
    expect(await codeOf(await change(pair.participant))).toEqual([422, 'validation_failed'])
    expect((await pairState())?.state).toBe('active')
    expect(await world.ctx().db.select().from(mentorshipRequests)).toEqual([])
  })

  it('is not to the same mentor, and not to oneself', async () => {
    for (const mentor of [pair.mentor.handle, pair.participant.handle, 'nobody-here'])
      expect(await codeOf(await change(pair.participant, { mentor }))).toEqual([422, 'validation_failed'])
    expect((await pairState())?.state).toBe('active')
  })

  it('B47 is asked for by either of the two or by who organises their program, by nobody else', async () => {
    const organiser = await aMember(world, { roles: ['participant', 'organiser'] })
    const stranger = await aMember(world, { roles: ['participant', 'organiser', 'admin'] })
    const [program] = await world
      .ctx()
      .db.insert(programs)
      .values({
        slug: 'winter',
        name: 'Winter',
        summary: '',
        startsOn: '2026-01-01',
        endsOn: '2026-06-01',
        consent: '.',
      })
      .returning({ id: programs.id })
    const programId = program?.id ?? ''
    await world.ctx().db.insert(programOrganisers).values({ programId, memberId: organiser.id })
    pair = await aPair(world, { programId })
    expect(await codeOf(await change(stranger))).toEqual([404, 'not_found'])
    const id = await requestOf(await change(organiser, { brings: true }))
    const [request] = await world.ctx().db.select().from(mentorshipRequests).where(eq(mentorshipRequests.id, id))
    expect(request).toMatchObject({ programId, brings: null, participantId: pair.participant.id })
    await world.settle()
    const told = await world.ctx().db.select().from(notices).where(eq(notices.memberId, pair.participant.id))
    expect(told.map(({ kind }) => kind).sort()).toEqual(['mentor-changes', 'mentoring-closed'])
  })

  it('suggests who teaches the same and has room, whoever has most of it first', async () => {
    const joinery = await aSkill(world, 'Hand joinery')
    const [roomy, full, away] = [await aMentor(world, 5), await aMentor(world, 1), await aMentor(world, 5)]
    await aPair(world, { mentor: full })
    await world.ctx().db.execute(sql`update mentorships set skill_id = ${joinery.id}::uuid where id = ${pair.id}::uuid`)
    const teaching = [pair.mentor, next, roomy, full].map(({ id }) => ({
      memberId: id,
      skillId: joinery.id,
      bond: 'teaches' as const,
    }))
    await world.ctx().db.insert(memberSkills).values(teaching)
    const { mentors } = await readChange(pair.participant.ctx, { id: pair.id })
    expect(mentors.map(({ handle, free }) => [handle, free])).toEqual([
      [roomy.handle, 5],
      [next.handle, 1],
    ])
    expect(mentors.map(({ handle }) => handle)).not.toContain(away.handle)
    await expect(readChange((await aMember(world)).ctx, { id: pair.id })).rejects.toThrow()
  })
})

describe('what was done so far', () => {
  it('goes along with a yes: open goals and tasks move, what is finished stays where it was made', async () => {
    await someWork()
    const begun = await accept(await requestOf(await change(pair.participant, { brings: true })))
    expect(await whereTheyAre()).toEqual({
      tasks: { 'The corner in pine': [pair.id, pair.mentor.id], 'The corner in ash': [begun, next.id] },
      goals: [begun],
    })
    const { timeline, tasks: theirs } = await readPairPage(next.ctx, { id: begun })
    expect(timeline.map(({ name }) => name)).toEqual(['mentorship.handed-over', 'mentorship.began'])
    expect(theirs.map(({ title }) => title)).toEqual(['The corner in ash'])
    expect((await next.request(`/api/mentorships/${pair.id}`)).status).toBe(404)
  })

  it('stays behind without one, and the next mentor reads nothing of it', async () => {
    await someWork()
    const id = await requestOf(await change(pair.participant))
    const { requests } = (await (await next.request('/api/mentorship-requests')).json()) as AskedPage
    expect(requests).toMatchObject([{ changes: true, brings: false, way: null }])
    await accept(id)
    expect(await whereTheyAre()).toMatchObject({
      goals: [pair.id],
      tasks: { 'The corner in ash': [pair.id, pair.mentor.id] },
    })
  })

  it('is the participant’s to say when somebody else asked: before the answer, or after', async () => {
    await someWork()
    const id = await requestOf(await change(pair.mentor, { brings: true }))
    const queue = async () => ((await (await next.request('/api/mentorship-requests')).json()) as AskedPage).requests[0]
    expect(await queue()).toMatchObject({ brings: null, way: null })
    expect((await say(id, true, pair.mentor)).status).toBe(404)
    expect((await say(id, true, next)).status).toBe(404)
    expect((await say(id, true)).status).toBe(200)
    expect((await queue())?.way).toMatchObject({
      mentor: pair.mentor.ctx.member.name,
      done: ['The corner in pine'],
      open: 1,
      goals: ['A cabinet by June'],
    })
    await say(id, false)
    const begun = await accept(id)
    expect((await whereTheyAre()).goals).toEqual([pair.id])
    expect((await say(id, true)).status).toBe(200)
    expect((await whereTheyAre()).goals).toEqual([begun])
  })

  it('MEN-2 is asked about anew when the request goes on, and never goes back to the mentor before', async () => {
    const joinery = await aSkill(world, 'Hand joinery')
    const third = await aMentor(world, 2)
    await world.ctx().db.execute(sql`update mentorships set skill_id = ${joinery.id}::uuid where id = ${pair.id}::uuid`)
    const teaching = [pair.mentor, next, third].map(({ id }) => ({
      memberId: id,
      skillId: joinery.id,
      bond: 'teaches' as const,
    }))
    await world.ctx().db.insert(memberSkills).values(teaching)
    await change(pair.participant, { brings: true })
    await world.ctx().db.update(mentorshipRequests).set({ answerBy: sql`now() - interval '1 minute'` })
    await passOnWhatWaits(world.ctx({ kind: 'cron', name: 'test' }))
    const open = await world.ctx().db.select().from(mentorshipRequests).where(eq(mentorshipRequests.state, 'waiting'))
    expect(open).toMatchObject([{ mentorId: third.id, changesFrom: pair.id, brings: null }])
  })
})

describe('the plan of a program', () => {
  const days = (count: number) => new Date(Date.now() - count * 86_400_000)
  const give = (id: string) => givePlan(world.ctx({ kind: 'job', name: 'plan.give' }), { id })
  let program: { id: string; slug: string }
  let begun: Date

  // Twenty days in: one joint is done, one is begun, one lies there; and a survey was answered.
  beforeEach(async () => {
    const organiser = await aMember(world, { roles: ['participant', 'organiser'] })
    program = await aProgram(world, organiser, { state: 'running' })
    const plan = { updatedAt: days(60), sentVersion: 1 }
    for (const [n, title] of ['One joint', 'Two joints', 'A drawer'].entries())
      await aPlanItem(world, program.id, { ...plan, title, afterDays: 10 * (n + 1) })
    await aPlanItem(world, program.id, { ...plan, kind: 'milestone', title: 'It closes', afterDays: 40 })
    await aPlanItem(world, program.id, { ...A_SURVEY, ...plan, afterDays: 15 })
    pair = await aPair(world, { programId: program.id })
    const { db } = world.ctx()
    const [was] = await db
      .update(mentorships)
      .set({ startedAt: days(20) })
      .where(eq(mentorships.id, pair.id))
      .returning()
    begun = was?.startedAt ?? days(0)
    await give(pair.id)
    for (const state of ['accepted', 'handed-in', 'done'] as const)
      await db
        .update(tasks)
        .set({ state, ...(state === 'done' && { doneAt: days(2) }) })
        .where(eq(tasks.title, 'One joint'))
    await db.update(tasks).set({ state: 'accepted' }).where(eq(tasks.title, 'Two joints'))
    await askWhoseDayHasCome(world.ctx({ kind: 'cron', name: 'ask-for-surveys' }))
  })

  const standing = async () => {
    const { db } = world.ctx()
    const [work, aims] = [await db.select().from(tasks).orderBy(tasks.setAt, tasks.id), await db.select().from(goals)]
    const where = (id: string | null) => (id === pair.id ? 'before' : 'now')
    return Object.fromEntries(
      ['One joint', 'Two joints', 'A drawer', 'It closes'].map((title) => [
        title,
        [
          ...work.filter((one) => one.title === title).map((one) => `${where(one.mentorshipId)} ${one.state}`),
          ...aims.filter((one) => one.title === title).map((one) => where(one.mentorshipId)),
        ],
      ]),
    )
  }

  it('goes on where it is with a yes: nothing of it is laid before them again', async () => {
    const now = await accept(await requestOf(await change(pair.participant, { brings: true })))
    await world.settle()
    await give(now)
    expect(await standing()).toEqual({
      'One joint': ['before done'],
      'Two joints': ['now accepted'],
      'A drawer': ['now set'],
      'It closes': ['now'],
    })
    const theirs = await world.ctx().db.select().from(tasks).where(eq(tasks.mentorshipId, now))
    expect(theirs.every(({ setById, planItemId }) => setById === next.id && planItemId !== null)).toBe(true)
    const [going] = await world.ctx().db.select().from(mentorships).where(eq(mentorships.id, now))
    expect(going?.planSince).toEqual(begun)
    await world
      .ctx()
      .db.update(planItems)
      .set({ version: 2, sentVersion: 2, title: 'One neat joint' })
      .where(eq(planItems.title, 'One joint'))
    await bringPlan(world.ctx({ kind: 'job', name: 'plan.bring' }), program)
    await askWhoseDayHasCome(world.ctx({ kind: 'cron', name: 'ask-for-surveys' }))
    expect((await standing())['One joint']).toEqual(['before done'])
    expect(await world.ctx().db.select().from(tasks)).toHaveLength(3)
    expect((await world.ctx().db.select().from(surveysAsked)).map(({ mentorshipId }) => mentorshipId)).toEqual([
      pair.id,
    ])
  })

  it('goes on without one too; what was begun is begun anew, on the days it always had', async () => {
    const request = await requestOf(await change(pair.participant))
    const now = await accept(request)
    await world.settle()
    expect(await standing()).toEqual({
      'One joint': ['before done'],
      'Two joints': ['before accepted', 'now set'],
      'A drawer': ['now set'],
      'It closes': ['now'],
    })
    const dueAfter = async () => {
      const laid = await world.ctx().db.select().from(tasks).where(eq(tasks.mentorshipId, now))
      return laid.map(({ title, dueAt }) => [
        title,
        Math.round(((dueAt?.getTime() ?? 0) - begun.getTime()) / 86_400_000),
      ])
    }
    const drawer = (await dueAfter()).find(([title]) => title === 'A drawer')?.[1]
    expect([30, 31]).toContain(drawer)
    expect((await say(request, true)).status).toBe(200)
    await give(now)
    expect(await standing()).toMatchObject({
      'One joint': ['before done'],
      'Two joints': ['now accepted', 'now dropped'],
    })
  })

  it('says so before a change of it is sent: what lies behind them is not counted as new', async () => {
    await accept(await requestOf(await change(pair.participant, { brings: true })))
    await world.settle()
    await world.ctx().db.update(planItems).set({ version: 2 })
    const [head] = await world
      .ctx()
      .db.select()
      .from(programOrganisers)
      .where(eq(programOrganisers.programId, program.id))
    const { impact } = await readPlan(asMember(world.ctx(), { ...next.ctx.member, id: head?.memberId ?? '' }), program)
    expect(impact?.map(({ title, fresh }) => [title, fresh])).not.toContainEqual(['One joint', 1])
    expect(impact?.every(({ fresh }) => fresh === 0)).toBe(true)
    expect(impact?.map(({ title }) => title)).toContain('A drawer')
  })
})
