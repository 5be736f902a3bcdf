import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type LearnedHead, learningNights, weightsInForce, weightVersions } from '#db/schema/matching/learning.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { Matching } from './inputs.ts'

let world: World
let thandi: Somebody
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  thandi = await aMember(world, { roles: ['participant', 'organiser'] })
})

const db = () => world.ctx().db
const read = async () => Matching.parse(await (await thandi.request('/api/matching')).json())
const decide = (wish: object) => thandi.send('PUT', '/api/matching/in-force', wish)

type Wish = { outcomes?: number; why?: string; came?: number; ladder?: LearnedHead['ladder'] }
const learned = ({ outcomes = 900, why = 'better', came = 61, ladder }: Wish = {}): LearnedHead => ({
  ...{ outcomes, bias: 0, of: {}, learnedUntil: 0, usual: 0.3, steps: [], ladder },
  holdOut: {
    ...{ outcomes, why, publish: why === 'better', byChance: 0 },
    ...{ loss: { now: 1, next: 1 }, miss: { now: 0, next: 0 } },
    likely: { of: outcomes / 5, learned: (came * outcomes) / 500, rules: (54 * outcomes) / 500 },
  },
})

const aNight = (night: string, head: LearnedHead, name: 'asks' | 'accepts' = 'asks') =>
  db().insert(learningNights).values({ night, head: name, learned: head })

describe('what organisers read of matching', () => {
  it('is nothing yet in a young community, and what it waits for', async () => {
    expect(await read()).toEqual({
      ...{ shown: 0, asked: 0, accepted: 0, met: 0, succeeded: 0, countedAt: null },
      ...{ nights: [], enough: 200, inForce: null, rulesOnly: false, versions: [] },
    })
  })

  it('is how far suggestions came by last night, and never fewer than five', async () => {
    await aNight('2026-11-01', learned({ ladder: { shown: 9, asked: 9, accepted: 9, met: 9, succeeded: 9 } }))
    await aNight('2026-11-02', learned({ ladder: { shown: 212, asked: 12, accepted: 5, met: 4, succeeded: 0 } }))
    expect(await read()).toMatchObject({ shown: 212, asked: 12, accepted: 5, met: null, succeeded: 0 })
  })

  it('is how many outcomes each question had last night, and what was found', async () => {
    await aNight('2026-11-02', learned({ outcomes: 37, why: 'too few' }), 'accepts')
    await aNight('2026-11-01', learned({ outcomes: 500 }))
    await aNight('2026-11-02', learned({ outcomes: 510, why: 'no better' }))
    expect((await read()).nights).toEqual([
      { head: 'asks', night: '2026-11-02', outcomes: 510, why: 'no better' },
      { head: 'accepts', night: '2026-11-02', outcomes: 37, why: 'too few' },
    ])
  })

  it('is what versions were worth next to the rules, in hundreds where there are enough', async () => {
    const heads = { succeeds: learned(), asks: learned({ outcomes: 190 }) }
    await db().insert(weightVersions).values({ number: 2, night: '2026-11-02', heads })
    await db().insert(weightsInForce).values({ version: 2, lastNumber: 2 })
    const { inForce, versions } = await read()
    expect([inForce, versions.map(({ number }) => number)]).toEqual([2, [2]])
    expect(versions[0]?.tried).toEqual([
      { head: 'asks', outcomes: 190, learned: null, rules: null },
      { head: 'succeeds', outcomes: 900, learned: 61, rules: 54 },
    ])
  })

  it('holds nothing about anybody', async () => {
    await aNight('2026-11-02', learned())
    expect(JSON.stringify(await read())).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
  })
})

describe('what decides', () => {
  it('is said by organisers, also as a form says it, and stays until they say otherwise', async () => {
    await db()
      .insert(weightVersions)
      .values({ number: 2, night: '2026-11-02', heads: { asks: learned() } })
    expect(await (await decide({ version: '2', rulesOnly: 'on' })).json()).toEqual({ version: 2, rulesOnly: true })
    expect(await read()).toMatchObject({ inForce: 2, rulesOnly: true })
    expect(await (await decide({ version: '' })).json()).toEqual({ version: null, rulesOnly: false })
    expect(await read()).toMatchObject({ inForce: null, rulesOnly: false })
  })

  it.each([
    ['B14 a version that is not there', { version: 9 }, 404],
    ['B14 half a version', { version: 1.5 }, 422],
    ['B14 something else besides', { version: null, weights: {} }, 422],
  ])('is not %s', async (_, wish, status) => {
    expect((await problemOf(await decide(wish))).status).toBe(status)
    expect(await read()).toMatchObject({ inForce: null })
  })
})
