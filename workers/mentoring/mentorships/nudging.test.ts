import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mentorships, nudges } from '#db/schema/mentoring/mentorships.ts'
import { notices } from '#db/schema/notifications.ts'
import { aPair, type Pair } from '#workers/lib/testing/pairs.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { watchSilences } from './nudging.ts'

let world: World
let pair: Pair

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  pair = await aPair(world)
})

const quietFor = (days: number, turn: 'mentor' | 'participant' = 'participant') =>
  world
    .ctx()
    .db.update(mentorships)
    .set({ movedAt: sql`now() - make_interval(days => ${days}, hours => 1)`, turn })

const watch = async () => {
  await watchSilences(world.ctx({ kind: 'cron', name: 'watch' }))
  await world.settle()
}

const told = async (who: { id: string }) =>
  (await world.ctx().db.select().from(notices).where(eq(notices.memberId, who.id))).map(({ kind }) => kind)

describe('a pair that goes quiet (MEN-6)', () => {
  it('hears of it on the seventh day, whoever’s turn it is, once', async () => {
    await quietFor(6)
    await watch()
    expect(await told(pair.participant)).toEqual([])
    await quietFor(7)
    await Promise.all([watch(), watch()])
    await watch()
    expect(await told(pair.participant)).toEqual(['mentoring-quiet'])
    expect(await told(pair.mentor)).toEqual([])
  })

  it('is not told three times at once when nobody looked for three weeks (F33)', async () => {
    await quietFor(22, 'mentor')
    await watch()
    expect((await world.ctx().db.select().from(nudges)).map(({ day }) => day)).toEqual([21])
    expect(await told(pair.mentor)).toEqual(['mentoring-quiet'])
  })

  it('begins to count anew with every step', async () => {
    await quietFor(8)
    await watch()
    await quietFor(7)
    await watch()
    expect(await world.ctx().db.select().from(nudges)).toHaveLength(2)
  })

  it('comes to an end after 28 days, and both are told', async () => {
    await quietFor(28)
    await watch()
    const [closed] = await world.ctx().db.select().from(mentorships).where(eq(mentorships.id, pair.id))
    expect(closed).toMatchObject({ state: 'closed', closedBecause: 'went-quiet', closedById: null })
    expect(await told(pair.mentor)).toEqual(['mentoring-closed'])
    expect(await told(pair.participant)).toEqual(['mentoring-closed'])
  })

  it('is left in peace while it rests', async () => {
    await quietFor(40)
    await world.ctx().db.update(mentorships).set({ state: 'paused', pausedUntil: '2099-01-01' })
    await watch()
    expect(await told(pair.participant)).toEqual([])
    expect((await world.ctx().db.select().from(mentorships))[0]?.state).toBe('paused')
  })
})
