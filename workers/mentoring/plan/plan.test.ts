import { and, eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { events } from '#db/schema/events.ts'
import { goals } from '#db/schema/mentoring/goals.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { planItems } from '#db/schema/mentoring/programs.ts'
import { type TaskState, tasks } from '#db/schema/mentoring/tasks.ts'
import { notices } from '#db/schema/notifications.ts'
import { A_SURVEY, aPlanItem, promise } from '#workers/lib/testing/mentoring/plans.ts'
import { aProgram } from '#workers/lib/testing/mentoring/programs.ts'
import { aMentor, aPair } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { bringPlan, givePlan, PAIRS_AT_ONCE } from './giving.ts'
import type { Impact, Plan } from './inputs.ts'

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

const plan = async (by = organiser) => (await (await by.request(`/api/programs/${program.slug}/plan`)).json()) as Plan
const add = (body: object, by = organiser) =>
  by.send('POST', `/api/programs/${program.slug}/plan`, { kind: 'task', title: 'A hinge', afterDays: 7, ...body })
const change = (id: string, body: object, by = organiser) =>
  by.send('PUT', `/api/plan-items/${id}`, { title: 'Two hinges', afterDays: 7, version: 1, ...body })
const sayYes = async (mark?: string, by = organiser) =>
  by.send('PUT', `/api/programs/${program.slug}/plan/pairs`, { mark: mark ?? (await plan()).mark })
const job = () => world.ctx({ kind: 'job', name: 'plan.bring' })

async function running(begun: { days?: number; given?: boolean } = {}) {
  const pair = await aPair(world, { programId: program.id, mentor: await aMentor(world, 9) })
  const startedAt = new Date(Date.now() - (begun.days ?? 0) * 86_400_000)
  await world.ctx().db.update(mentorships).set({ startedAt, movedAt: startedAt }).where(eq(mentorships.id, pair.id))
  if (begun.given !== false) await givePlan(job(), { id: pair.id })
  return pair
}
const tasksOf = (mentorshipId: string) =>
  world.ctx().db.select().from(tasks).where(eq(tasks.mentorshipId, mentorshipId)).orderBy(tasks.dueAt)
const taskOf = async (mentorshipId: string, planItemId: string) => {
  const [task] = await world
    .ctx()
    .db.select()
    .from(tasks)
    .where(and(eq(tasks.mentorshipId, mentorshipId), eq(tasks.planItemId, planItemId)))
  return task
}
const goesOn = (mentorshipId: string, ...states: TaskState[]) =>
  states.reduce(async (before, state) => {
    await before
    const doneAt = state === 'done' ? new Date() : null
    await world.ctx().db.update(tasks).set({ state, doneAt }).where(eq(tasks.mentorshipId, mentorshipId))
  }, Promise.resolve())
const told = (name: string) => world.ctx().db.select().from(events).where(eq(events.name, name))

describe('a plan', () => {
  it('is written by those who organise the program, and is nobody else’s', async () => {
    expect((await add({})).status).toBe(201)
    const [{ id = '' } = {}] = (await plan()).items
    const another = await aMember(world, { roles: ['participant', 'organiser'] })
    for (const answer of [
      await another.request(`/api/programs/${program.slug}/plan`),
      await add({}, another),
      await change(id, {}, another),
      await another.send('PUT', `/api/plan-items/${id}/day`, { afterDays: 1 }),
      await another.send('DELETE', `/api/plan-items/${id}`),
      await sayYes((await plan()).mark, another),
    ])
      expect(answer.status).toBe(404)
    expect((await plan()).items).toMatchObject([{ title: 'A hinge', version: 1 }])
  })

  it('moves one part, or all that comes after it too, and never before the first day', async () => {
    const first = await aPlanItem(world, program.id, { afterDays: 5 })
    const second = await aPlanItem(world, program.id, { afterDays: 10 })
    const move = (id: string, body: object) => organiser.send('PUT', `/api/plan-items/${id}/day`, body)
    const days = async () => (await plan()).items.map(({ afterDays }) => afterDays)
    expect((await move(first, { afterDays: 8 })).status).toBe(200)
    expect(await days()).toEqual([8, 10])
    await move(first, { afterDays: 20, rest: true })
    expect(await days()).toEqual([20, 22])
    const before = (await plan()).items.map(({ version }) => version)
    expect((await move(second, { afterDays: 22 })).status).toBe(200)
    expect((await plan()).items.map(({ version }) => version)).toEqual(before)
    expect((await move(second, { afterDays: -3 })).status).toBe(422)
  })

  it('orders what comes on one day, and changes nothing that anybody has', async () => {
    const [a, b, c] = [
      await aPlanItem(world, program.id, { title: 'a', afterDays: 5, place: 1 }),
      await aPlanItem(world, program.id, { title: 'b', afterDays: 5, place: 2 }),
      await aPlanItem(world, program.id, { title: 'c', afterDays: 5, place: 3 }),
    ]
    await aPlanItem(world, program.id, { title: 'later', afterDays: 6 })
    const place = (id: string, where: 'up' | 'down' | number, by = organiser) =>
      by.send('PUT', `/api/plan-items/${id}/place`, { place: where })
    const order = async () => (await plan()).items.map(({ title }) => title).join(' ')
    for (const [id, where, expected] of [
      [c, 'up', 'a c b later'],
      [a, 'up', 'a c b later'],
      [b, 'down', 'a c b later'],
      [a, 2, 'c b a later'],
      [a, 0, 'a c b later'],
      [b, 0, 'b a c later'],
    ] as const) {
      expect((await place(id, where)).status).toBe(200)
      expect(await order()).toBe(expected)
    }
    expect((await plan()).items.map(({ version }) => version)).toEqual([1, 1, 1, 1])
    const another = await aMember(world, { roles: ['participant', 'organiser'] })
    expect((await place(a, 'down', another)).status).toBe(404)
    await add({ title: 'new', afterDays: 5 })
    expect(await order()).toBe('b a c new later')
  })

  it('puts back what was dropped, and whoever lost it gets it again with the yes', async () => {
    const id = await aPlanItem(world, program.id, { afterDays: 5, title: 'Oil it' })
    const pair = await running()
    const bring = async () => {
      expect((await sayYes()).status).toBe(200)
      await bringPlan(job(), { id: program.id })
    }
    await organiser.send('DELETE', `/api/plan-items/${id}`)
    expect((await plan()).dropped).toMatchObject([{ id, title: 'Oil it', afterDays: 5 }])
    await bring()
    expect((await tasksOf(pair.id)).map(({ state }) => state)).toEqual(['dropped'])
    const back = () => organiser.send('PUT', `/api/plan-items/${id}/return`)
    expect((await back()).status).toBe(200)
    expect(await plan()).toMatchObject({ items: [{ id }], dropped: [], impact: [{ id, fresh: 1 }] })
    await bring()
    expect((await tasksOf(pair.id)).map(({ state }) => state).sort()).toEqual(['dropped', 'set'])
    const twice = await back()
    expect([twice.status, (await problemOf(twice)).code]).toEqual([409, 'already_so'])
    expect((await organiser.send('PUT', '/api/plan-items/0199aaaa-0000-7000-8000-00000000dead/return')).status).toBe(
      404,
    )
  })

  it('hears of two who write at once, and keeps the questions that somebody was asked', async () => {
    const id = await aPlanItem(world, program.id)
    expect((await change(id, { title: 'Mine first' })).status).toBe(200)
    const late = await change(id, { title: 'Mine as well' })
    expect([late.status, (await problemOf(late)).code]).toEqual([409, 'changed_meanwhile'])
    const nobodysRubric = await change(id, { version: 2, rubric: '0199aaaa-0000-7000-8000-00000000dead' })
    expect(nobodysRubric.status).toBe(422)
    expect((await add({ kind: 'survey' })).status).toBe(422)
  })

  it('is over when its program is', async () => {
    const id = await aPlanItem(world, program.id)
    await organiser.send('PUT', `/api/programs/${program.slug}/state`, { state: 'finished' })
    expect([(await add({})).status, (await change(id, {})).status, (await sayYes()).status]).toEqual([404, 404, 409])
  })
})

describe('whoever begins', () => {
  it('finds the plan laid out in days of their own, once', async () => {
    const first = await aPlanItem(world, program.id, { afterDays: 3, text: 'With a knife.' })
    await aPlanItem(world, program.id, { kind: 'milestone', title: 'The first joint', afterDays: 30 })
    await aPlanItem(world, program.id, A_SURVEY)
    await aPlanItem(world, program.id, { title: 'Left out', dropped: true })
    const { id, mentor, participant } = await running({ given: false })
    await givePlan(job(), { id })
    await givePlan(job(), { id })
    const due = new Date(Date.now() + 3 * 86_400_000).toLocaleDateString('sv', { timeZone: 'Europe/Madrid' })
    const [task, ...others] = await tasksOf(id)
    expect(others).toEqual([])
    expect(task).toMatchObject({ planItemId: first, planVersion: 1, state: 'set', description: 'With a knife.' })
    expect([task?.setById, task?.participantId]).toEqual([mentor.id, participant.id])
    expect(task?.dueAt?.toLocaleDateString('sv', { timeZone: 'Europe/Madrid' })).toBe(due)
    const kept = await world.ctx().db.select().from(goals).where(eq(goals.mentorshipId, id))
    expect(kept).toMatchObject([{ title: 'The first joint', memberId: participant.id, reachedAt: null }])
    expect(await told('plan.laid-out')).toHaveLength(1)
  })

  it('does so whatever way they began: a yes to a request of the program wakes it, and both hear of it', async () => {
    await aPlanItem(world, program.id)
    const [mentor, maker] = [await aMentor(world), await aMember(world)]
    const words = 'I have put off this window for three winters, and you have mended yours.'
    const asked = await maker.send('POST', '/api/mentorship-requests', {
      mentor: mentor.handle,
      program: program.slug,
      words,
    })
    const { id } = (await asked.json()) as { id: string }
    await mentor.send('PUT', `/api/mentorship-requests/${id}/answer`, { answer: 'accepted' })
    await world.settle()
    await world.settle()
    const [pair] = await world.ctx().db.select().from(mentorships)
    expect(await tasksOf(pair?.id ?? '')).toHaveLength(1)
    const heard = await world.ctx().db.select().from(notices).where(eq(notices.kind, 'plan-laid-out'))
    expect(heard.map(({ memberId }) => memberId).sort()).toEqual([mentor.id, maker.id].sort())
  })

  it('took no step by that: silence and turn are as they were', async () => {
    await aPlanItem(world, program.id)
    const { id } = await running({ days: 9, given: false })
    await world.ctx().db.update(mentorships).set({ turn: 'mentor' }).where(eq(mentorships.id, id))
    await givePlan(job(), { id })
    const [pair] = await world.ctx().db.select().from(mentorships)
    expect(pair?.turn).toBe('mentor')
    expect(Date.now() - Number(pair?.movedAt)).toBeGreaterThan(8 * 86_400_000)
  })
})

// Three who run: one has not begun, one is at work, one is done.
async function threeOfThem() {
  const item = await aPlanItem(world, program.id)
  const pairs = [await running({ days: 40 }), await running({ days: 20 }), await running()] as const
  await goesOn(pairs[1].id, 'accepted')
  await goesOn(pairs[2].id, 'accepted', 'done')
  return { item, pairs }
}
const numbers = ({ fresh, changed, gone, kept, done }: Impact) => ({ fresh, changed, gone, kept, done })

describe('a change while pairs run', () => {
  it('shows first what it would do, and does nothing before a yes', async () => {
    const { item, pairs } = await threeOfThem()
    expect((await plan()).impact).toEqual([])
    await change(item, { title: 'Cut two joints' })
    await add({ title: 'Plane a board', afterDays: 5 })
    const { impact, waits, pairs: count } = await plan()
    expect([count, waits]).toEqual([3, 2])
    expect(impact?.map((one) => [one.title, numbers(one)])).toEqual([
      ['Plane a board', { fresh: 3, changed: 0, gone: 0, kept: 0, done: 0 }],
      ['Cut two joints', { fresh: 0, changed: 1, gone: 0, kept: 1, done: 1 }],
    ])
    await bringPlan(job(), { id: program.id })
    expect((await taskOf(pairs[0].id, item))?.title).toBe('Cut one joint')
  })

  it('reaches whoever has not begun, gives what is new a day that can be kept, and leaves work in hand alone', async () => {
    const { item, pairs } = await threeOfThem()
    await change(item, { title: 'Cut two joints' })
    await add({ title: 'Plane a board', afterDays: 5 })
    const { firstDue } = (await plan()).impact?.[0] ?? {}
    expect((await sayYes()).status).toBe(200)
    await world.settle()
    const titles = await Promise.all(pairs.map(async ({ id }) => (await taskOf(id, item))?.title))
    expect(titles).toEqual(['Cut two joints', 'Cut one joint', 'Cut one joint'])
    const dues = await Promise.all(pairs.map(async ({ id }) => (await tasksOf(id)).map(({ dueAt }) => Number(dueAt))))
    expect(dues.flat().every((due) => due > Date.now())).toBe(true)
    expect(firstDue).toBe(new Date(Date.now() + 5 * 86_400_000).toLocaleDateString('sv', { timeZone: 'Europe/Madrid' }))
    expect(await plan()).toMatchObject({ impact: [], waits: 0, onItsWay: 0 })
    const facts = await told('plan.changed')
    expect(facts.map(({ data }) => [data.fresh, data.changed, data.gone]).sort()).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [1, 1, 0],
    ])
  })

  it('takes away only what nobody has begun', async () => {
    const { item, pairs } = await threeOfThem()
    await organiser.send('DELETE', `/api/plan-items/${item}`)
    expect((await plan()).impact?.map(numbers)).toEqual([{ fresh: 0, changed: 0, gone: 1, kept: 1, done: 1 }])
    await sayYes()
    await world.settle()
    const states = await Promise.all(pairs.map(async ({ id }) => (await tasksOf(id)).map(({ state }) => state)))
    expect(states).toEqual([['dropped'], ['accepted'], ['done']])
  })

  it('is agreed to as it was shown: another change in between has to be looked at first', async () => {
    const { item } = await threeOfThem()
    await change(item, { title: 'Cut two joints' })
    const { mark } = await plan()
    await change(item, { title: 'Cut three joints', version: 2 })
    const late = await sayYes(mark)
    expect([late.status, (await problemOf(late)).code]).toEqual([409, 'plan_changed'])
    await sayYes()
    await change(item, { title: 'Cut four joints', version: 3 })
    await world.settle()
    const titles = (await world.ctx().db.select().from(tasks)).map(({ title }) => title)
    expect(titles.filter((title) => title !== 'Cut one joint')).toEqual([])
    expect((await plan()).waits).toBe(1)
  })

  it('tells no numbers where the program promised to see its pairs only', async () => {
    const { item } = await threeOfThem()
    await change(item, {})
    for (const [sight, shown] of [
      ['pairs', null],
      ['progress', 1],
      ['content', 1],
    ] as const) {
      await promise(world, program.id, sight)
      const { impact, waits } = await plan()
      expect([sight, impact?.length ?? null, waits]).toEqual([sight, shown, 1])
    }
  })
})

const everything = async () => {
  const { db } = world.ctx()
  const [allTasks, allGoals, changes] = [
    await db.select().from(tasks),
    await db.select().from(goals),
    await told('plan.changed'),
  ]
  return {
    tasks: allTasks
      .map(({ mentorshipId, title, state, planVersion }) => [mentorshipId, title, state, planVersion].join())
      .sort(),
    goals: allGoals.map(({ mentorshipId, title, planVersion }) => [mentorshipId, title, planVersion].join()).sort(),
    told: changes.map(({ subject, data }) => [subject, data.fresh, data.changed, data.gone].join()).sort(),
  }
}

describe('bringing a change to many', () => {
  async function aCrowd(size: number) {
    const item = await aPlanItem(world, program.id)
    for (let n = 0; n < size; n += 1) {
      const { id } = await aPair(world, { programId: program.id, format: 'peer' })
      if (n % 3 !== 0) await givePlan(job(), { id })
    }
    await change(item, { title: 'Cut two joints' })
    await aPlanItem(world, program.id, { kind: 'milestone', title: 'The first joint', afterDays: 30 })
    await sayYes()
  }

  it('takes a hundred with each statement, and ends', async () => {
    await aCrowd(PAIRS_AT_ONCE + 5)
    const ctx = job()
    await bringPlan(ctx, { id: program.id })
    expect(ctx.spent.trips).toBe(1)
    expect(world.queue).toMatchObject([{ job: 'plan.bring', input: { id: program.id } }])
    expect((await told('plan.changed')).length).toBe(PAIRS_AT_ONCE)
    await world.settle()
    expect((await told('plan.changed')).length).toBe(PAIRS_AT_ONCE + 5)
    expect((await plan()).onItsWay).toBe(0)
  }, 60_000)

  it('ends the same when it dies between any two steps and runs again', async () => {
    await aCrowd(PAIRS_AT_ONCE + 5)
    const deaf = {
      ...job(),
      env: { ...world.env, JOBS: { send: () => Promise.reject(new Error('The queue is away.')) } },
    }
    await expect(bringPlan(deaf as never, { id: program.id })).rejects.toThrow('The queue is away.')
    const half = await everything()
    await bringPlan(job(), { id: program.id })
    expect(await everything()).toEqual(half)
    const [onward] = world.queue
    await world.settle()
    const whole = await everything()
    expect(whole.told).toHaveLength(PAIRS_AT_ONCE + 5)
    await bringPlan(job(), onward?.input as never)
    await bringPlan(job(), { id: program.id })
    await world.settle()
    expect(await everything()).toEqual(whole)
  }, 60_000)

  it('ends the same for two that run at once', async () => {
    await aCrowd(7)
    await Promise.all([bringPlan(job(), { id: program.id }), bringPlan(job(), { id: program.id })])
    const { told: once, tasks: all } = await everything()
    expect([once.length, all.length, new Set(all).size]).toEqual([7, 7, 7])
  })
})

it('keeps at most sixty parts', async () => {
  const rows = Array.from({ length: 60 }, () => ({
    programId: program.id,
    kind: 'task' as const,
    title: 'One',
    afterDays: 1,
  }))
  await world.ctx().db.insert(planItems).values(rows)
  expect((await add({})).status).toBe(409)
})
