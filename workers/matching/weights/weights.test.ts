import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type LearnedHead, memberLeanings, weightsInForce, weightVersions } from '#db/schema/matching/learning.ts'
import { matchRuns } from '#db/schema/matching.ts'
import { aMentor } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { RULES } from '../fit/heads.ts'
import { decide } from '../organising/deciding.ts'
import { Suggestions } from '../recommendations/inputs.ts'
import { recommend } from '../recommendations/recommending.ts'
import { modelOf } from './in-force.ts'

let world: World
let anna: Somebody
let imke: Somebody
let gus: Somebody
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  anna = await aMember(world)
  imke = await aMentor(world, 2)
  gus = await aMentor(world, 2)
  await db()
    .insert(weightVersions)
    .values({ number: 4, night: '2026-11-01', heads: { succeeds: learned() } })
  await db().insert(weightsInForce).values({ version: 4, lastNumber: 4 })
})

const db = () => world.ctx().db

const learned = (outcomes = 900): LearnedHead => ({
  ...{ outcomes, bias: 0, of: { covered: 3 }, learnedUntil: 0, usual: 0.3 },
  holdOut: {
    ...{ outcomes, why: 'better', publish: true, byChance: 0 },
    ...{ loss: { now: 1, next: 1 }, miss: { now: 0, next: 0 }, likely: { of: 0, learned: 0, rules: 0 } },
  },
  steps: [{ from: 0, to: 1, came: 0.614, outcomes }],
})

async function look() {
  await recommend(world.ctx(), { id: anna.id })
  const answer = await anna.request('/api/recommendations?for=mentor')
  return Suggestions.parse(await answer.json()).suggestions
}
const version = async () => (await db().select().from(matchRuns))[0]?.version
const leaning = (who: Somebody, effect: number) =>
  db()
    .insert(memberLeanings)
    .values({ version: 4, memberId: who.id, head: 'succeeds', side: 'asked', effect, spread: 0.4 })

describe('weights in force', () => {
  it('decide who comes first, with what was learned of each, and are written down with the slate', async () => {
    await leaning(gus, 2)
    expect((await look()).map(({ handle }) => handle)).toEqual([gus.handle, imke.handle])
    await db().delete(memberLeanings)
    await leaning(imke, 2)
    expect((await look()).map(({ handle }) => handle)).toEqual([imke.handle, gus.handle])
    expect(await version()).toBe(4)
  })

  it('are read in the same round trip', async () => {
    const before = world.spent.trips
    await recommend(world.ctx(), { id: anna.id })
    expect(world.spent.trips - before).toBe(2)
  })

  it('tell a share only where two hundred outcomes stand behind it, and a word elsewhere', async () => {
    const [first] = await look()
    expect(first?.gotSomewhere).toBe(61)
    await db()
      .update(weightVersions)
      .set({ heads: { succeeds: learned(199) } })
    expect((await look()).map(({ gotSomewhere }) => gotSomewhere)).toEqual([null, null])
  })

  it('decide nothing where the rules decide alone', async () => {
    const thandi = await aMember(world, { roles: ['participant', 'organiser'] })
    await decide(thandi.ctx, { version: 4, rulesOnly: true })
    await leaning(gus, 9)
    await leaning(imke, -9)
    const [first] = await look()
    expect([await version(), first?.gotSomewhere]).toEqual([null, null])
    const firstById = [imke, gus].toSorted((one, other) => (one.id < other.id ? -1 : 1))[0]
    expect(first?.handle).toBe(firstById?.handle)
  })

  it('weigh what came after them as the rules do', () => {
    const { asks, succeeds } = modelOf({ succeeds: learned() })
    expect(asks).toBe(RULES.asks)
    expect([succeeds.of[0], succeeds.of[2]]).toEqual([3, RULES.succeeds.of[2]])
  })
})
