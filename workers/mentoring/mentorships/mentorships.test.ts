import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { blocks, farewells, mentorSeats, mentorships, reports } from '#db/schema/mentoring/mentorships.ts'
import { programOrganisers, programs } from '#db/schema/mentoring/programs.ts'
import { aMentor, aPair, type Pair } from '#workers/lib/testing/pairs.ts'
import { aMember } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { readPairPage } from './mentorships.ts'
import { resumeWhatRested } from './pausing.ts'

let world: World
let pair: Pair

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  pair = await aPair(world)
})

const rowOf = async (id: string) => {
  const [row] = await world.ctx().db.select().from(mentorships).where(eq(mentorships.id, id))
  return row
}

const put = (what: string, body: object, who = pair.participant) =>
  who.send('PUT', `/api/mentorships/${pair.id}/${what}`, body)

const codeOf = async (answer: Response) => [answer.status, (await problemOf(answer)).code]

describe('a pair', () => {
  it('is read by the two in it, and by nobody else', async () => {
    for (const one of [pair.mentor, pair.participant])
      expect((await one.request(`/api/mentorships/${pair.id}`)).status).toBe(200)
    for (const roles of [['participant'], ['mentor'], ['organiser'], ['organiser', 'admin']] as const) {
      const other = await aMember(world, { roles: [...roles] })
      expect((await other.request(`/api/mentorships/${pair.id}`)).status).toBe(404)
    }
  })

  it('is read by the organisers of its program only when the program said so', async () => {
    const { db } = world.ctx()
    const organiser = await aMember(world, { roles: ['participant', 'organiser'] })
    for (const [sight, status] of [
      ['pairs', 404],
      ['progress', 404],
      ['content', 200],
    ] as const) {
      const [program] = await db
        .insert(programs)
        .values({
          slug: sight,
          name: sight,
          summary: '',
          startsOn: '2026-01-01',
          endsOn: '2026-12-31',
          consent: '',
          sight,
        })
        .returning()
      const programId = program?.id ?? ''
      await db.insert(programOrganisers).values({ programId, memberId: organiser.id })
      const { id } = await aPair(world, { programId })
      expect((await organiser.request(`/api/mentorships/${id}`)).status, sight).toBe(status)
    }
  })

  it('is listed from both sides, the quietest first', async () => {
    const second = await aPair(world, { mentor: pair.mentor })
    await pair.participant.send('POST', `/api/mentorships/${pair.id}/notes`, { words: 'It closes!' })
    const answer = await pair.mentor.request('/api/mentorships?side=mentor')
    const { mentorships: listed } = (await answer.json()) as { mentorships: { id: string }[] }
    expect(listed.map(({ id }) => id)).toEqual([second.id, pair.id])
    const own = await pair.participant.request('/api/mentorships')
    expect(((await own.json()) as { mentorships: unknown[] }).mentorships).toHaveLength(1)
  })

  it('keeps what happens in its timeline, for both', async () => {
    await pair.participant.send('POST', `/api/mentorships/${pair.id}/notes`, { words: 'It closes!' })
    const { timeline } = await readPairPage(pair.mentor.ctx, { id: pair.id })
    expect(timeline.map(({ name, who, data }) => [name, who, data.words])).toEqual([
      ['note.left', `Member ${pair.participant.handle}`, 'It closes!'],
    ])
  })
})

describe('a pause', () => {
  it('lasts until the chosen day, and is taken up again by itself', async () => {
    expect((await put('pause', { until: '2099-01-01' })).status).toBe(200)
    expect(await codeOf(await put('pause', { until: '2099-01-01' }))).toEqual([409, 'already_so'])
    await resumeWhatRested(world.ctx({ kind: 'cron', name: 'test' }))
    expect((await rowOf(pair.id))?.state).toBe('paused')
    await world.ctx().db.update(mentorships).set({ pausedUntil: '2020-01-01' })
    await resumeWhatRested(world.ctx({ kind: 'cron', name: 'test' }))
    expect(await rowOf(pair.id)).toMatchObject({ state: 'active', pausedUntil: null })
  })

  it('does not begin in the past', async () => {
    expect(await codeOf(await put('pause', { until: '2020-01-01' }))).toEqual([409, 'day_gone'])
  })
})

describe('closing (MEN-6)', () => {
  const closing = { because: 'goal-reached', rating: 5, testimonial: 'She sees what the wood wants.', mayBeShown: true }

  it('is one form: it ends, the seat is free, and what was said is kept', async () => {
    expect((await put('closing', closing)).status).toBe(200)
    expect(await rowOf(pair.id)).toMatchObject({
      state: 'closed',
      closedBecause: 'goal-reached',
      closedById: pair.participant.id,
    })
    const { db } = world.ctx()
    const [kept] = await db.select().from(farewells)
    expect(kept).toMatchObject({ byId: pair.participant.id, rating: 5, mayBeShown: true, shownAt: null })
    const [seat] = await db.select().from(mentorSeats).where(eq(mentorSeats.mentorId, pair.mentor.id))
    expect(seat?.taken).toBe(0)
    expect(await codeOf(await put('closing', closing, pair.mentor))).toEqual([409, 'already_so'])
  })

  it('SAF-4 reports and blocks in the same moment, and nobody is told who it was', async () => {
    const bad = { because: 'not-a-fit', block: true, report: 'unkind', reportWords: 'Shouted at me, twice.' }
    expect(await codeOf(await put('closing', { ...bad, reportWords: '' }))).toEqual([422, 'validation_failed'])
    expect((await rowOf(pair.id))?.state).toBe('active')
    expect((await put('closing', bad)).status).toBe(200)
    const { db } = world.ctx()
    expect(await db.select().from(blocks)).toMatchObject([{ memberId: pair.participant.id, blockedId: pair.mentor.id }])
    expect(await db.select().from(reports)).toMatchObject([
      { aboutId: pair.mentor.id, kind: 'unkind', handledAt: null },
    ])
    const { timeline } = await readPairPage(pair.mentor.ctx, { id: pair.id })
    expect(JSON.stringify(timeline)).not.toMatch(/report|block|Shouted/)
  })

  it('gives back a seat that somebody else can take at once', async () => {
    const mentor = await aMentor(world, 1)
    pair = await aPair(world, { mentor })
    await expect(aPair(world, { mentor })).rejects.toMatchObject({ cause: { constraint: 'mentors_have_room' } })
    await put('closing', { because: 'time-is-up' })
    await aPair(world, { mentor })
  })

  it('a closed one takes no notes and no pauses', async () => {
    await put('closing', { because: 'time-is-up' })
    const note = await pair.mentor.send('POST', `/api/mentorships/${pair.id}/notes`, { words: 'Wait!' })
    expect(note.status).toBe(404)
    expect((await put('pause', { until: '2099-01-01' })).status).toBe(409)
  })
})
