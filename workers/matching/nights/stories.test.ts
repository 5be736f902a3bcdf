import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { shownMentors } from '#db/schema/matching/learning.ts'
import { type NOT_FOR_ME, recommendationAnswers } from '#db/schema/matching.ts'
import { goalProgress, goals } from '#db/schema/mentoring/goals.ts'
import { farewells, mentorshipRequests, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { aMentor } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { FEATURES } from '../fit/features.ts'
import { type Head, RULES } from '../fit/heads.ts'
import { nothingLearned } from '../learning/weights/learned.ts'
import { SHAPE } from '../weights/in-force.ts'
import { ladderOf, outcomesOf, weighedByLooks } from './evidence.ts'
import { readStories } from './stories.ts'

let world: World
let anna: Somebody
let imke: Somebody
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  anna = await aMember(world)
  imke = await aMentor(world)
})

const db = () => world.ctx().db
const DAY = 86_400_000
const BEGAN = Date.now() - 100 * DAY
const on = (day: number) => new Date(BEGAN + day * DAY)
const known = FEATURES.map((_, n) => n / 100)

type Shown = Partial<typeof shownMentors.$inferInsert>
const show = (day: number, wish: Shown = {}) =>
  db()
    .insert(shownMentors)
    .values({
      ...{ slate: newId(), memberId: anna.id, otherId: imke.id, position: 2, propensity: 0.5, known, shape: SHAPE },
      ...{ madeAt: on(day), shownAt: on(day), ...wish },
    })

type State = 'accepted' | 'declined' | 'withdrawn' | 'expired'
async function ask(day: number, state: State, id = newId()) {
  const request = { id, participantId: anna.id, mentorId: imke.id, words: 'Would you?', answerBy: on(day + 7) }
  const reason = state === 'declined' ? 'no-time' : null
  await db()
    .insert(mentorshipRequests)
    .values({ ...request, state, reason, createdAt: on(day), decidedAt: on(day + 1) })
  if (state !== 'accepted') return id
  const pair = { id: newId(), mentorId: imke.id, participantId: anna.id, requestId: id, startedAt: on(day + 1) }
  await db().insert(mentorships).values(pair)
  return pair.id
}

const stories = (head: Head = 'asks') => readStories(world.ctx(), head)
const outcomes = async (head: Head, now = Date.now()) =>
  outcomesOf(await stories(head), { head, now }).map(({ happened, weight }) => ({ happened, weight }))

describe('a suggestion that was seen', () => {
  it('was not asked, and counts as often as it was seldom likely', async () => {
    await show(0)
    expect(await outcomes('asks')).toEqual([{ happened: false, weight: 2 }])
    expect([await outcomes('accepts'), await outcomes('succeeds')]).toEqual([[], []])
  })

  it.each<[State, boolean[]]>([
    ['accepted', [true]],
    ['declined', [false]],
    ['expired', [false]],
    ['withdrawn', []],
  ])('was asked, and the answer counts: %s', async (state, answered) => {
    await show(0)
    await ask(3, state)
    expect((await outcomes('asks')).map(({ happened }) => happened)).toEqual([true])
    expect((await outcomes('accepts')).map(({ happened }) => happened)).toEqual(answered)
  })

  it('counts neither way while it is young', async () => {
    await show(0)
    expect(await outcomes('asks', BEGAN + 13 * DAY)).toEqual([])
    await ask(3, 'accepted')
    expect(await outcomes('succeeds', BEGAN + 63 * DAY)).toEqual([])
    expect(await outcomes('succeeds', BEGAN + 65 * DAY)).toEqual([{ happened: false, weight: 2 }])
  })

  it('belongs to the slate that was seen last before the request', async () => {
    await show(0)
    await show(20)
    await ask(22, 'accepted')
    const told = (await stories()).map(({ shownAt, askedAt }) => [shownAt === on(0).getTime(), askedAt !== undefined])
    expect(told.sort()).toEqual([
      [false, true],
      [true, false],
    ])
    expect(await outcomes('accepts')).toHaveLength(1)
  })

  it('teaches nothing of it where nobody knows how likely it was', async () => {
    await show(0, { propensity: null })
    await ask(3, 'accepted')
    expect([await outcomes('asks'), await outcomes('accepts'), await outcomes('succeeds')]).toEqual([[], [], []])
  })

  it('holds nothing that was found out after it was seen', async () => {
    const cause = expect.objectContaining({ constraint: 'shown_mentors_knew_it_before' })
    await expect(show(0, { madeAt: on(1) })).rejects.toMatchObject({ cause })
  })

  it('tells what was known then, in the order of its numbers', async () => {
    await show(0)
    const [story] = await stories()
    expect(Array.from(story?.known ?? [], (one) => Math.round(100 * one))).toEqual(FEATURES.map((_, n) => n))
    expect(story?.madeAt).toBe(on(0).getTime())
  })
})

describe('two who began together', () => {
  it('got somewhere when a goal moved, and neither was unhappy', async () => {
    await show(0)
    const mentorshipId = await ask(3, 'accepted')
    const goal = { id: newId(), memberId: anna.id, mentorshipId, title: 'Three prints', target: 3, setAt: on(5) }
    await db().insert(goals).values(goal)
    await db()
      .insert(goalProgress)
      .values({ id: newId(), goalId: goal.id, reached: 1, at: on(12) })
    expect(await outcomes('succeeds')).toEqual([{ happened: true, weight: 2 }])
    expect(ladderOf(await stories(), Date.now())).toEqual({ shown: 1, asked: 1, accepted: 1, met: 0, succeeded: 1 })
    await db()
      .insert(farewells)
      .values({ mentorshipId, byId: imke.id, rating: 2, at: on(40) })
    expect(await outcomes('succeeds')).toEqual([{ happened: false, weight: 2 }])
  })

  it('count without a slate for what came after they asked', async () => {
    const request = newId()
    await show(0, { slate: request, position: null, shownAt: null, propensity: null })
    await ask(3, 'accepted', request)
    expect([await outcomes('asks'), await outcomes('accepts')]).toEqual([[], [{ happened: true, weight: 1 }]])
    expect(await outcomes('succeeds')).toEqual([{ happened: false, weight: 1 }])
  })
})

describe('somebody who was put away', () => {
  const putAway = (because: (typeof NOT_FOR_ME)[number] | null) =>
    db()
      .insert(recommendationAnswers)
      .values({ memberId: anna.id, kind: 'mentor', otherId: imke.id, answer: 'dismissed', because, at: on(1) })

  it.each(['no-time-together', 'not-what-i-look-for', 'other', null] as const)(
    'was surely looked at, far down as they stood: %s',
    async (because) => {
      await show(0, { position: 9 })
      const weigh = async () => {
        const told = await stories()
        const found = outcomesOf(told, { head: 'asks', now: Date.now() })
        return weighedByLooks(found, told, nothingLearned(RULES.asks)).map(({ weight }) => weight)
      }
      expect((await weigh())[0]).toBeLessThan(2)
      await putAway(because)
      expect(await weigh()).toEqual([2])
    },
  )

  it('teaches nothing where the two know each other', async () => {
    await show(0)
    await putAway('we-know-each-other')
    expect(await outcomes('asks')).toEqual([])
  })
})
