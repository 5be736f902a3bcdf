import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { blocks, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { tasks } from '#db/schema/mentoring/tasks.ts'
import { notices } from '#db/schema/notifications.ts'
import { aSkill } from '#workers/lib/testing/facts.ts'
import { idOf } from '#workers/lib/testing/handing-in.ts'
import { aMentor, aPair, type Pair } from '#workers/lib/testing/pairs.ts'
import type { Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { readForWhom } from '../tasks/for-whom.ts'
import type { TemplatePage } from './inputs.ts'

let world: World
let pair: Pair
let other: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  pair = await aPair(world)
  other = await aMentor(world)
})

const keep = (by: Somebody, more: object = {}) =>
  by.send('POST', '/api/task-templates', { title: 'A corner in pine', checklist: ['Mark', 'Saw'], ...more })

const listOf = async (who: Somebody, from = 'me') =>
  ((await (await who.request(`/api/task-templates?from=${from}`)).json()) as TemplatePage).templates

const set = (by: Somebody, more: object) => by.send('POST', '/api/tasks', { title: 'A corner in pine', ...more })

describe('a template', () => {
  it('is one’s own until it is shared, and then stands under the name of who wrote it', async () => {
    const skill = await aSkill(world, 'Hand joinery')
    const id = await idOf(await keep(pair.mentor, { skill: skill.slug, daysToDo: 7 }))
    expect(await listOf(pair.mentor)).toMatchObject([
      { id, checklist: ['Mark', 'Saw'], skill: { slug: skill.slug }, daysToDo: 7, shared: false, uses: 0 },
    ])
    expect(await listOf(other, 'others')).toEqual([])
    const body = { title: 'A corner in ash', shared: true }
    await idOf(await pair.mentor.send('PUT', `/api/task-templates/${id}`, body), 200)
    expect(await listOf(other, 'others')).toMatchObject([
      { ...body, checklist: [], by: { handle: pair.mentor.handle } },
    ])
    expect(await listOf(pair.mentor, 'others')).toEqual([])
    expect((await other.send('PUT', `/api/task-templates/${id}`, body)).status).toBe(404)
    expect((await other.send('DELETE', `/api/task-templates/${id}`)).status).toBe(404)
  })

  it('keeps who looks first, from a task and into the next', async () => {
    const id = await idOf(await keep(pair.mentor, { looksFirst: ['peer', 'self'] }))
    const { template } = await readForWhom(pair.mentor.ctx, pair.id, id)
    expect(template?.looksFirst).toEqual(['peer', 'self'])
    const task = await idOf(await set(pair.mentor, { pair: pair.id, looksFirst: ['self'] }))
    const kept = await idOf(await pair.mentor.send('POST', `/api/tasks/${task}/template`, {}))
    expect((await listOf(pair.mentor)).find((one) => one.id === kept)?.looksFirst).toEqual(['self'])
    expect((await keep(pair.mentor, { looksFirst: ['mentor'] })).status).toBe(422)
  })

  it('B50 is not seen across a block', async () => {
    const id = await idOf(await keep(pair.mentor, { shared: true }))
    await world.ctx().db.insert(blocks).values({ memberId: pair.mentor.id, blockedId: other.id })
    expect(await listOf(other, 'others')).toEqual([])
    expect((await readForWhom(other.ctx, '', id)).template).toBeUndefined()
  })

  it('is kept from a task as what is to do, by whoever set it', async () => {
    const dueOn = new Date(Date.now() + 6 * 86_400_000).toISOString().slice(0, 10)
    const task = await idOf(
      await set(pair.mentor, { pair: pair.id, checklist: ['Mark'], description: '**Pine**', dueOn }),
    )
    await pair.participant.send('PUT', `/api/tasks/${task}/acceptance`)
    await pair.participant.send('PUT', `/api/tasks/${task}/ticks`, { item: 0, done: true })
    expect((await other.send('POST', `/api/tasks/${task}/template`, {})).status).toBe(404)
    await idOf(await pair.mentor.send('POST', `/api/tasks/${task}/template`, {}))
    const [kept] = await listOf(pair.mentor)
    expect(kept).toMatchObject({
      title: 'A corner in pine',
      description: '**Pine**',
      checklist: ['Mark'],
      shared: false,
    })
    expect([6, 7]).toContain(kept?.daysToDo)
  })

  it('counts the tasks that began from it, and none that began from one that is not shared', async () => {
    const [shared, hidden] = [await idOf(await keep(other, { shared: true })), await idOf(await keep(other))]
    const one = await idOf(await set(pair.mentor, { pair: pair.id, template: shared }))
    const two = await idOf(await set(pair.mentor, { pair: pair.id, template: hidden }))
    const all = await world.ctx().db.select({ id: tasks.id, from: tasks.templateId }).from(tasks)
    expect(Object.fromEntries(all.map(({ id, from }) => [id, from]))).toEqual({ [one]: shared, [two]: null })
    const uses = (await listOf(other)).map(({ id, uses: times }) => [id, times])
    expect(Object.fromEntries(uses)).toEqual({ [shared]: 1, [hidden]: 0 })
  })

  it('goes, and what began from it stays', async () => {
    const id = await idOf(await keep(pair.mentor))
    const task = await idOf(await set(pair.mentor, { pair: pair.id, template: id }))
    await idOf(await pair.mentor.send('DELETE', `/api/task-templates/${id}`), 200)
    const [there] = await world.ctx().db.select().from(tasks).where(eq(tasks.id, task))
    expect(there).toMatchObject({ templateId: null, title: 'A corner in pine' })
  })

  it('brings its rubric along where it is shared', async () => {
    const criteria = [{ title: 'Fit', levels: ['Falls apart', 'Holds'] }]
    const rubric = await idOf(await other.send('POST', '/api/rubrics', { title: 'A joint', criteria }))
    expect((await set(pair.mentor, { pair: pair.id, rubric })).status).toBe(422)
    const template = await idOf(await keep(other, { shared: true, rubric }))
    await idOf(await set(pair.mentor, { pair: pair.id, rubric, template }))
  })
})

describe('one task for several', () => {
  it('is set in one statement: for each their own, each hears of it, and it stands in each timeline', async () => {
    const second = await aPair(world, { mentor: pair.mentor })
    const template = await idOf(await keep(pair.mentor))
    const answer = await set(pair.mentor, { pair: pair.id, also: [second.id, pair.id], template })
    expect(answer.status).toBe(201)
    const { id, also } = (await answer.json()) as { id: string; also: string[] }
    const all = await world.ctx().db.select().from(tasks)
    expect(all.map((task) => [task.id, task.mentorshipId, task.participantId]).sort()).toEqual(
      [
        [id, pair.id, pair.participant.id],
        [also[0], second.id, second.participant.id],
      ].sort(),
    )
    expect((await listOf(pair.mentor))[0]?.uses).toBe(2)
    await world.settle()
    const told = await world.ctx().db.select().from(notices).where(eq(notices.kind, 'mentoring-task'))
    expect(told.map(({ memberId }) => memberId).sort()).toEqual([pair.participant.id, second.participant.id].sort())
  })

  it('is set for nobody where one of them is not taught by this mentor, or has gone', async () => {
    const theirs = await aPair(world)
    const gone = await aPair(world, { mentor: pair.mentor })
    const ended = { state: 'closed', closedAt: new Date(), closedBecause: 'moved-on' } as const
    await world.ctx().db.update(mentorships).set(ended).where(eq(mentorships.id, gone.id))
    for (const also of [theirs.id, gone.id]) {
      const answer = await set(pair.mentor, { pair: pair.id, also: [also] })
      expect([answer.status, (await problemOf(answer)).code]).toEqual([404, 'not_found'])
    }
    expect(await world.ctx().db.select().from(tasks)).toEqual([])
  })
})
