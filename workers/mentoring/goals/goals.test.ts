import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { events } from '#db/schema/events.ts'
import { goals } from '#db/schema/mentoring/goals.ts'
import { notices } from '#db/schema/notifications.ts'
import { aPair, type Pair } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { readPairPage } from '../mentorships/mentorships.ts'
import { readGoal } from './goals.ts'
import type { GoalPage } from './inputs.ts'
import { askHowItGoes } from './working.ts'

let world: World
let pair: Pair
let learner: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  pair = await aPair(world)
  learner = pair.participant
})

const ok = async (answer: Response, status = 200) => {
  expect(answer.status, await answer.clone().text()).toBe(status)
  return (await answer.json()) as { id: string; isReached: boolean }
}
const set = async (more: object = {}) =>
  (
    await ok(
      await learner.send('POST', '/api/goals', { title: 'Twelve corners', measure: 'corners', target: 12, ...more }),
      201,
    )
  ).id
const note = (id: string, reached: number, words = '') =>
  learner.send('POST', `/api/goals/${id}/progress`, { reached, words })
const facts = async (name: string) => world.ctx().db.select().from(events).where(eq(events.name, name))

describe('a goal', () => {
  it('is counted from where it began to where it leads, up or down', async () => {
    const [up, down] = [
      await set({ startsAt: 2 }),
      await set({ title: 'Faster', measure: 'minutes', startsAt: 40, target: 25 }),
    ]
    expect(await ok(await note(up, 7), 201)).toMatchObject({ isReached: false })
    expect(await ok(await note(down, 34), 201)).toMatchObject({ isReached: false })
    expect((await readGoal(learner.ctx, { id: up })).goal.share).toBeCloseTo(0.5)
    expect((await readGoal(learner.ctx, { id: down })).goal.share).toBeCloseTo(0.4)
    expect(await ok(await note(down, 24), 201)).toMatchObject({ isReached: true })
  })

  it('that leads nowhere is refused', async () => {
    const answer = await learner.send('POST', '/api/goals', { title: 'Stay', measure: 'x', startsAt: 3, target: 3 })
    expect(answer.status).toBe(422)
  })

  it('is celebrated once, and the mentor hears of it', async () => {
    const id = await set({ pair: pair.id })
    await ok(await note(id, 12), 201)
    await ok(await note(id, 13), 201)
    expect(await facts('goal.reached')).toHaveLength(1)
    await world.settle()
    const told = await world.ctx().db.select().from(notices).where(eq(notices.kind, 'goal-reached'))
    expect(told).toMatchObject([{ memberId: pair.mentor.id, data: { title: 'Twelve corners' } }])
    const { goals: reached } = (await (await learner.request('/api/goals?show=reached')).json()) as GoalPage
    expect(reached.map((goal) => goal.id)).toEqual([id])
  })

  it('has steps in their order, ticked by its owner only', async () => {
    const id = await set({ steps: ['Mark', 'Saw', 'Pare'] })
    const { goal } = await readGoal(learner.ctx, { id })
    expect(goal.list.map(({ title }) => title)).toEqual(['Mark', 'Saw', 'Pare'])
    const step = goal.list[1]?.id
    expect((await pair.mentor.send('PUT', `/api/goal-steps/${step}`, { done: true })).status).toBe(404)
    await ok(await learner.send('PUT', `/api/goal-steps/${step}`, { done: true }))
    expect((await readGoal(learner.ctx, { id })).goal.stepsDone).toBe(1)
  })

  it('B47 is seen by nobody else until it is shared with a mentor, and then by that one', async () => {
    const [own, shared] = [await set(), await set({ pair: pair.id })]
    const stranger = await aMember(world, { roles: ['participant', 'mentor', 'organiser', 'admin'] })
    await expect(readGoal(pair.mentor.ctx, { id: own })).rejects.toMatchObject({ status: 404 })
    await expect(readGoal(stranger.ctx, { id: shared })).rejects.toMatchObject({ status: 404 })
    expect((await readGoal(pair.mentor.ctx, { id: shared })).goal).toMatchObject({
      mine: false,
      title: 'Twelve corners',
    })
    const page = await readPairPage(pair.mentor.ctx, { id: pair.id })
    expect(page.goals.map((goal) => goal.id)).toEqual([shared])
  })

  it('is not shared with a pair of other people', async () => {
    const other = await aPair(world)
    const id = await set({ pair: other.id })
    await expect(readGoal(other.mentor.ctx, { id })).rejects.toMatchObject({ status: 404 })
  })

  it('asks how it goes as often as was wished, and no more when it is reached', async () => {
    const [one, two] = [await set({ remindEvery: 7 }), await set({ remindEvery: 7 })]
    await world.ctx().db.update(goals).set({ remindOn: '2026-01-01' })
    await ok(await note(two, 12), 201)
    await askHowItGoes(world.ctx({ kind: 'cron', name: 'ask' }))
    await askHowItGoes(world.ctx({ kind: 'cron', name: 'ask' }))
    expect((await facts('goal.due')).map(({ subject }) => subject)).toEqual([one])
    await world.settle()
    const told = await world.ctx().db.select().from(notices).where(eq(notices.kind, 'goal-due'))
    expect(told).toMatchObject([{ memberId: learner.id, data: { title: 'Twelve corners' } }])
  })

  it('is put aside without being lost', async () => {
    const id = await set()
    await ok(await learner.send('DELETE', `/api/goals/${id}`))
    expect((await note(id, 3)).status).toBe(404)
    const { goals: aside } = (await (await learner.request('/api/goals?show=dropped')).json()) as GoalPage
    expect(aside).toHaveLength(1)
  })
})
