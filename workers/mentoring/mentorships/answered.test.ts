import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { notices } from '#db/schema/notifications.ts'
import { aPair, type Pair } from '#workers/lib/testing/pairs.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { closeAllThatIsAnswered } from './answered.ts'
import { readPairPage } from './mentorships.ts'

let world: World
let pair: Pair

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  pair = await aPair(world, { format: 'one-off' })
})

const idOf = async (answer: Response, status = 201) => {
  expect(answer.status, await answer.clone().text()).toBe(status)
  return ((await answer.json()) as { id: string }).id
}

const aTask = async () =>
  idOf(await pair.mentor.send('POST', '/api/tasks', { pair: pair.id, title: 'One block, two centimetres' }))

const handIn = async (task: string) => {
  await pair.participant.send('PUT', `/api/tasks/${task}/acceptance`)
  return idOf(await pair.participant.send('POST', `/api/tasks/${task}/versions`, { note: 'The I and the B are one.' }))
}

const look = async (submission: string, verdict: 'accepted' | 'again') => {
  await idOf(
    await pair.mentor.send('POST', '/api/feedback', { submission, verdict, words: 'It prints.', nextStep: 'Oil it.' }),
  )
  await world.settle()
}

const stateNow = async () => {
  const [row] = await world.ctx().db.select().from(mentorships).where(eq(mentorships.id, pair.id))
  return [row?.state, row?.closedBecause, row?.turn]
}

const told = async (who: { id: string }) =>
  (await world.ctx().db.select().from(notices).where(eq(notices.memberId, who.id))).map(({ kind }) => kind)

const note = (words: string) => pair.participant.send('POST', `/api/mentorships/${pair.id}/notes`, { words })

describe('what was asked for once', () => {
  it('ends by itself with its feedback, tells both, and leaves time for a last word', async () => {
    const task = await aTask()
    await look(await handIn(task), 'again')
    expect(await stateNow()).toEqual(['active', null, 'participant'])
    await look(
      await idOf(await pair.participant.send('POST', `/api/tasks/${task}/versions`, { note: 'Two letters.' })),
      'accepted',
    )
    expect(await stateNow()).toEqual(['closed', 'answered', 'nobody'])
    for (const one of [pair.mentor, pair.participant]) {
      expect(await told(one)).toContain('mentoring-closed')
      const { timeline, said } = await readPairPage(one.ctx, { id: pair.id })
      expect(timeline[0]).toMatchObject({ name: 'mentorship.closed', who: 'The house', data: { because: 'answered' } })
      expect(said.maySay).toBe(true)
    }
    expect((await note('Thank you!')).status).toBe(201)
    await world.ctx().db.update(mentorships).set({ closedAt: sql`now() - interval '15 days'` })
    expect((await note('One thing more.')).status).toBe(404)
  })

  it('waits for the last open task, and for nothing that was dropped', async () => {
    const [first, second] = [await aTask(), await aTask()]
    await look(await handIn(first), 'accepted')
    expect((await stateNow())[0]).toBe('active')
    const byHand = world
      .ctx()
      .db.update(mentorships)
      .set({ state: 'closed', closedAt: new Date(), closedBecause: 'answered' })
    await expect(byHand).rejects.toMatchObject({ cause: { constraint: 'mentorships_end_with_an_answer' } })
    expect((await pair.mentor.send('DELETE', `/api/tasks/${second}`)).status).toBe(200)
    await world.settle()
    expect(await stateNow()).toEqual(['closed', 'answered', 'nobody'])
  })

  it('is found by the night watch where the queue lost it; what goes on longer stays open', async () => {
    await look(await handIn(await aTask()), 'accepted')
    const { db } = world.ctx()
    const longer = await aPair(world)
    await db.update(mentorships).set({ format: 'one-to-one' }).where(eq(mentorships.id, longer.id))
    await closeAllThatIsAnswered(world.ctx({ kind: 'cron', name: 'watch' }))
    await closeAllThatIsAnswered(world.ctx({ kind: 'cron', name: 'watch' }))
    expect(await stateNow()).toEqual(['closed', 'answered', 'nobody'])
    expect((await readPairPage(longer.mentor.ctx, { id: longer.id })).pair.state).toBe('active')
    expect((await told(pair.mentor)).filter((kind) => kind === 'mentoring-closed')).toHaveLength(1)
  })
})
