import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { waysOfWorking } from '#db/schema/matching.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { KeptWays, WAYS } from './inputs.ts'
import { keepWays } from './ways.ts'

let world: World
let anna: Somebody
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  anna = await aMember(world)
})

const SAID = { pace: -2, words: 1, plan: null, company: 0, understanding: 2, meetings: null, aim: -1 }
const read = async (who = anna) => KeptWays.parse(await (await who.request('/api/my/ways')).json())

describe('how a member likes to work', () => {
  it('is kept in one round trip, as far as it was said', async () => {
    const before = world.spent.trips
    await keepWays(anna.ctx, SAID)
    expect(world.spent.trips - before).toBe(1)
    expect(await read()).toEqual(SAID)
  })

  it('is empty before anything was said, and again when every answer is taken back', async () => {
    const nothing = Object.fromEntries(WAYS.map((way) => [way, null]))
    expect(await read()).toEqual(nothing)
    await keepWays(anna.ctx, SAID)
    expect((await anna.send('PUT', '/api/my/ways', nothing)).status).toBe(200)
    expect(await read()).toEqual(nothing)
  })

  it('comes back as it was said, whatever it was', async () => {
    const answer = fc.option(fc.integer({ min: -2, max: 2 }))
    await fc.assert(
      fc.asyncProperty(fc.record(Object.fromEntries(WAYS.map((way) => [way, answer]))), async (said) => {
        expect((await anna.send('PUT', '/api/my/ways', said)).status).toBe(200)
        expect(await read()).toEqual(said)
      }),
      { numRuns: 20 },
    )
  })

  it('is read by nobody else', async () => {
    await keepWays(anna.ctx, SAID)
    const bo = await aMember(world)
    expect((await read(bo)).pace).toBeNull()
    const seen = await (await bo.request(`/api/members/${anna.handle}`)).text()
    expect(seen).toContain(anna.handle)
    expect(seen).not.toContain('pace')
  })

  it.each([
    ['B14 a third way', { pace: 3 }],
    ['half an answer', { pace: 0.5 }],
    ['words', { pace: 'slow' }],
    ['an eighth question', { colour: 1 }],
    ['a question left out', { aim: undefined }],
  ])('refuses %s, and keeps what was there', async (_, wrong) => {
    await keepWays(anna.ctx, SAID)
    const answer = await anna.send('PUT', '/api/my/ways', { ...SAID, ...wrong })
    expect((await problemOf(answer)).status).toBe(422)
    expect(await read()).toEqual(SAID)
  })

  it('is held by the database too', async () => {
    const insert = world.ctx().db.insert(waysOfWorking).values({ memberId: anna.id, pace: 3 })
    await expect(insert).rejects.toMatchObject({
      cause: expect.objectContaining({ constraint: 'ways_of_working_pace' }),
    })
  })
})
