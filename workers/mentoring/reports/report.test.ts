import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { farewells, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { prospects } from '#db/schema/mentoring/outreach.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { aPair } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import type { Report } from './inputs.ts'

let world: World
let thandi: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  thandi = await aMember(world, { roles: ['participant', 'organiser'] })
})

const report = async () => (await (await thandi.send('GET', '/api/report')).json()) as Report

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

type Wish = Partial<typeof mentorships.$inferInsert>

const aPairThat = async (wish: Wish) => {
  const [mentor, participant] = [await aMember(world), await aMember(world)]
  const id = newId()
  const who = { mentorId: mentor.id, participantId: participant.id, format: 'peer' } as const
  await world
    .ctx()
    .db.insert(mentorships)
    .values({ id, ...who, ...wish })
  return { id, mentor, participant }
}

const closedAs = (closedBecause: NonNullable<Wish['closedBecause']>) =>
  aPairThat({ state: 'closed', closedAt: daysAgo(3), closedBecause })

describe('how it goes in the house', () => {
  it('counts the way from meeting somebody to a first finished piece, each person once', async () => {
    const { db } = world.ctx()
    const { id: mentorshipId, mentor, participant } = await aPair(world)
    await db.insert(prospects).values({ id: newId(), ownerId: mentor.id, name: 'Ada', metOn: '2026-11-01' })
    const whose = { mentorshipId, participantId: participant.id, setById: mentor.id }
    for (const title of ['One', 'Two']) {
      const id = newId()
      await db.insert(tasks).values({ id, ...whose, title, state: 'done', doneAt: daysAgo(1), versions: 1 })
      await db.insert(submissions).values({ id: newId(), taskId: id, version: 1 })
    }
    expect((await report()).way).toEqual({ met: 1, invited: 0, joined: 3, paired: 1, handedIn: 1, finished: 1 })
  })

  it('tells pairs that move from those that went quiet, and why others ended', async () => {
    await aPairThat({ movedAt: daysAgo(1) })
    await aPairThat({ movedAt: daysAgo(10) })
    await aPairThat({ movedAt: daysAgo(20) })
    await aPairThat({ movedAt: daysAgo(20), state: 'paused', pausedUntil: '2099-01-01' })
    await closedAs('goal-reached')
    await closedAs('goal-reached')
    await closedAs('went-quiet')
    const { pairs, closed } = await report()
    expect(pairs).toEqual({ moving: 1, quiet: 1, silent: 1, paused: 1 })
    expect(closed).toEqual([
      { because: 'goal-reached', pairs: 2 },
      { because: 'went-quiet', pairs: 1 },
    ])
  })

  it('says no average of a handful, from which one could tell who said what', async () => {
    const say = async (rating: number) => {
      const { id, mentor } = await closedAs('goal-reached')
      await world.ctx().db.insert(farewells).values({ mentorshipId: id, byId: mentor.id, rating })
    }
    for (const rating of [5, 5, 4, 3]) await say(rating)
    expect((await report()).rating).toBeNull()
    await say(5)
    expect((await report()).rating).toEqual({ mean: 4.4, count: 5 })
  })

  it('has a month for each of the last six, also where nobody came', async () => {
    const { stayed } = await report()
    expect(stayed).toHaveLength(6)
    expect(stayed.every(({ came, about }) => about <= came)).toBe(true)
  })

  it('names nobody', async () => {
    const { mentor, participant } = await aPair(world)
    const text = JSON.stringify(await report())
    for (const { id, handle } of [mentor, participant]) {
      expect(text).not.toContain(id)
      expect(text).not.toContain(handle)
    }
  })
})
