import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { weekMatches } from '#db/schema/matching/week.ts'
import { recommendationAnswers, recommendations } from '#db/schema/matching.ts'
import { availability } from '#db/schema/people/availability.ts'
import { aMentor } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { Suggestions } from '../recommendations/inputs.ts'
import { matchThisWeek, matchWeek } from './weekly.ts'

const NOTHING_TOLD = { reasons: [], caution: null, change: null, skills: [], hoursAWeek: null, free: [] }

let world: World
let ada: Somebody
let bo: Somebody
let lino: Somebody
let weft: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  ada = await aMember(world, { handle: 'ada' })
  bo = await aMember(world, { handle: 'bo' })
  lino = await aMentor(world, 1, { handle: 'lino' })
  weft = await aMentor(world, 1, { handle: 'weft' })
})

const db = () => world.ctx().db
const suggest = (who: Somebody, other: Somebody, fit: number, kind: 'mentor' | 'mentee' = 'mentor') =>
  db().insert(recommendations).values({ memberId: who.id, kind, otherId: other.id, fit, told: NOTHING_TOLD })
const match = async () => {
  await matchThisWeek(world.ctx())
  await world.settle()
}
const twos = async () => {
  const names = new Map([ada, bo, lino, weft].map(({ id, handle }) => [id, handle]))
  const rows = await db().select().from(weekMatches)
  return rows.map(({ memberId, mentorId }) => `${names.get(memberId)} ${names.get(mentorId ?? '') ?? '-'}`).sort()
}
const read = async (who: Somebody, kind: string) =>
  Suggestions.parse(await (await who.request(`/api/recommendations?for=${kind}`)).json()).suggestions

describe('the match of the week', () => {
  it('gives as many as can be somebody, and both of the two read it first', async () => {
    await suggest(ada, lino, 0.9)
    await suggest(ada, weft, 0.8)
    await suggest(bo, lino, 0.85)
    await suggest(weft, ada, 0.4, 'mentee')
    await suggest(weft, bo, 0.9, 'mentee')
    await match()
    expect(await twos()).toEqual(['ada weft', 'bo lino'])
    expect((await read(ada, 'mentor')).map(({ handle, thisWeek }) => [handle, thisWeek])).toEqual([
      ['weft', true],
      ['lino', false],
    ])
    expect((await read(weft, 'mentee')).map(({ handle, thisWeek }) => [handle, thisWeek])).toEqual([
      ['ada', true],
      ['bo', false],
    ])
  })

  it('would rather have two who are suggested to each other', async () => {
    await suggest(ada, lino, 0.8)
    await suggest(ada, weft, 0.7)
    await suggest(weft, ada, 0.6, 'mentee')
    await match()
    expect(await twos()).toEqual(['ada weft'])
  })

  it('fills no seat twice, names whoever got nobody, and never who was put away', async () => {
    await suggest(ada, lino, 0.9)
    await suggest(bo, lino, 0.8)
    await suggest(bo, weft, 0.9)
    await db()
      .insert(recommendationAnswers)
      .values({ memberId: bo.id, kind: 'mentor', otherId: weft.id, answer: 'dismissed', because: 'other' })
    await match()
    expect(await twos()).toEqual(['ada lino', 'bo -'])
  })

  it('F17 stays the same all week: who comes later is matched with what is left', async () => {
    await suggest(ada, lino, 0.9)
    await match()
    const [{ week } = { week: '' }] = await db().select().from(weekMatches)
    for (let time = 0; time < 3; time++) await matchWeek(world.ctx(), { week, until: new Date().toISOString() })
    await suggest(bo, lino, 0.99)
    await suggest(bo, weft, 0.5)
    await match()
    expect(await twos()).toEqual(['ada lino', 'bo weft'])
  })

  it('is gone from the page as soon as the mentor has no place any more', async () => {
    await suggest(ada, lino, 0.9)
    await match()
    await db().update(availability).set({ menteesAtMost: 0 }).where(eq(availability.memberId, lino.id))
    expect(await read(ada, 'mentor')).toEqual([])
  })
})
