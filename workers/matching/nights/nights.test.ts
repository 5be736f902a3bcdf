import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { events } from '#db/schema/events.ts'
import {
  learningNights,
  memberLeanings,
  shownMentors,
  weightsInForce,
  weightVersions,
} from '#db/schema/matching/learning.ts'
import { aMember } from '#workers/lib/testing/people.ts'
import { someSlates } from '#workers/lib/testing/slates.ts'
import { expectNoChange } from '#workers/lib/testing/unchanged.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { FEATURES } from '../fit/features.ts'
import { chanceOf, leaning, RULES } from '../fit/heads.ts'
import { decide } from '../organising/deciding.ts'
import { headInForce } from './in-force.ts'
import { learnAtNight, learnHead } from './learning.ts'
import { publish } from './publishing.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(() => world.startAfresh())

const at = (name: string) => FEATURES.findIndex((feature) => feature.name === name)
// Here people ask whoever uses their words, and nothing else counts.
const forWords = (known: number[]) => chanceOf(5 * (known[at('same-words')] ?? 0) - 2.5)
const asTheRules = (known: number[]) => chanceOf(leaning(RULES.asks, Float64Array.from(known)))

const TONIGHT = new Date().toISOString().slice(0, 10)
const tonight = async () => {
  await learnAtNight(world.ctx({ kind: 'cron', name: 'learn-at-night' }))
  const tried = await world.settle()
  expect(tried.map(({ outcome }) => outcome)).toEqual(tried.map(() => 'acked'))
}
const versions = () => world.ctx().db.select().from(weightVersions)
const force = async () => (await world.ctx().db.select().from(weightsInForce))[0]
const asksOf = async () => {
  const [night] = await world.ctx().db.select().from(learningNights).where(eq(learningNights.head, 'asks'))
  return night?.learned
}

describe('a night after which something was learned', () => {
  beforeEach(async () => {
    await someSlates(world, { askers: 60, asks: forWords })
    await tonight()
  })

  it('publishes weights that foresee better, and they are in force', async () => {
    const [version, ...others] = await versions()
    expect(others).toEqual([])
    expect(version).toMatchObject({ number: 1, night: TONIGHT })
    expect(Object.keys(version?.heads ?? {})).toEqual(['asks'])
    const asks = version?.heads.asks
    expect(asks).toMatchObject({
      outcomes: 600,
      holdOut: { why: 'better', publish: true, outcomes: 600, likely: { of: 120 } },
    })
    expect(asks?.holdOut.likely.learned).toBeGreaterThan(asks?.holdOut.likely.rules ?? 0)
    expect(asks?.of['same-words']).toBeGreaterThan(2)
    expect(asks?.ladder).toMatchObject({ shown: 600, accepted: 0 })
    expect(await force()).toMatchObject({ version: 1, rulesOnly: false })
  })

  it('keeps what it learned of members with the version, and nothing of them elsewhere', async () => {
    const leanings = await world.ctx().db.select().from(memberLeanings)
    expect(new Set(leanings.map(({ side }) => side))).toEqual(new Set(['asker', 'asked']))
    expect(leanings).toHaveLength(70)
    const nights = await world.ctx().db.select().from(learningNights)
    expect(nights.map(({ effects }) => effects)).toEqual([null, null, null])
  })

  it('tells that it learned, as everything that happens is told', async () => {
    const told = await world.ctx().db.select().from(events).where(eq(events.name, 'matching.learned'))
    expect(told.map(({ actor }) => actor)).toEqual(['job:matching.learn'])
  })

  it('F17 changes nothing when any of its messages comes again', async () => {
    await expectNoChange(world, async () => {
      for (const head of ['asks', 'accepts', 'succeeds'] as const)
        await learnHead(world.ctx(), { night: TONIGHT, head })
      await publish(world.ctx(), { night: TONIGHT })
      await tonight()
    })
  })

  it('is followed by one that only publishes what is better still', async () => {
    await world.ctx().db.execute(sql`update ${learningNights} set night = night - 1`)
    await world.ctx().db.execute(sql`update ${weightVersions} set night = night - 1`)
    await tonight()
    expect(await versions()).toHaveLength(1)
    expect(await asksOf()).toMatchObject({ outcomes: 600 })
  })

  it('can be taken back, to the rules at last, and says who did it', async () => {
    const thandi = await aMember(world, { roles: ['participant', 'organiser'] })
    expect(await decide(thandi.ctx, { version: null, rulesOnly: false })).toEqual({ version: null, rulesOnly: false })
    const { head, learnedUntil } = await headInForce(world.ctx(), 'asks')
    expect([head.bias, learnedUntil]).toEqual([RULES.asks.bias, 0])
    await decide(thandi.ctx, { version: 1, rulesOnly: true })
    expect(await force()).toMatchObject({ version: 1, rulesOnly: true })
    const told = await world.ctx().db.select().from(events).where(eq(events.name, 'matching.decided'))
    expect(told.map(({ actor, data }) => [actor, data])).toEqual([
      [`member:${thandi.id}`, { version: null, rulesOnly: false }],
      [`member:${thandi.id}`, { version: 1, rulesOnly: true }],
    ])
    await expect(decide(thandi.ctx, { version: 9, rulesOnly: false })).rejects.toMatchObject({ status: 404 })
    expect(await force()).toMatchObject({ version: 1 })
  })
})

describe('a night changes nothing', () => {
  it('where what was learned foresees no better than what is in force', async () => {
    await someSlates(world, { askers: 60, asks: asTheRules, seed: 3 })
    await tonight()
    expect((await asksOf())?.holdOut).toMatchObject({ publish: false, why: 'no better', outcomes: 600 })
    expect([await versions(), await force()]).toEqual([[], undefined])
  })

  it('where fewer than two hundred outcomes are known', async () => {
    await someSlates(world, { askers: 15, asks: forWords })
    await tonight()
    expect((await asksOf())?.holdOut).toMatchObject({ publish: false, why: 'too few', outcomes: 150 })
    expect(await versions()).toEqual([])
  })

  it('while pairs are too young to have failed', async () => {
    await someSlates(world, { askers: 60, asks: forWords, daysAgo: 10 })
    await tonight()
    expect(await asksOf()).toMatchObject({ outcomes: 0 })
  })

  it('from slates of which nobody knows how likely they were', async () => {
    await someSlates(world, { askers: 60, asks: forWords, propensity: null })
    await tonight()
    expect(await asksOf()).toMatchObject({ outcomes: 0, holdOut: { why: 'too few' } })
  })

  it('from numbers of another shape', async () => {
    await someSlates(world, { askers: 60, asks: forWords })
    await world.ctx().db.update(shownMentors).set({ shape: 7 })
    await tonight()
    expect(await asksOf()).toMatchObject({ outcomes: 0 })
  })

  it('when it fails at any step, and goes on from there when it comes again', async () => {
    await someSlates(world, { askers: 60, asks: forWords })
    await learnHead(world.ctx(), { night: TONIGHT, head: 'asks' })
    expect(await force()).toBeUndefined()
    await learnHead(world.ctx(), { night: TONIGHT, head: 'accepts' })
    expect([await versions(), await force()]).toEqual([[], undefined])
    const { db } = world.ctx()
    await db.execute(sql`alter table member_leanings add constraint broken check (effect > 100)`)
    await expect(publish(world.ctx(), { night: TONIGHT })).rejects.toThrow()
    expect([await versions(), await force()]).toEqual([[], undefined])
    await db.execute(sql`alter table member_leanings drop constraint broken`)
    await tonight()
    expect(await force()).toMatchObject({ version: 1 })
  })
})

describe('versions', () => {
  it('are kept five at a time, and no number is given twice', async () => {
    await someSlates(world, { askers: 60, asks: forWords })
    await tonight()
    const learned = await asksOf()
    if (!learned) throw new Error('Nothing was learned.')
    const night = async (n: number) => {
      const effects = { askers: {}, asked: {} }
      await world
        .ctx()
        .db.insert(learningNights)
        .values({ night: `2026-01-0${n}`, head: 'asks', learned, effects })
      await publish(world.ctx(), { night: `2026-01-0${n}` })
      return (await versions()).map(({ number }) => number).sort()
    }
    for (const n of [1, 2, 3, 4, 5]) await night(n)
    expect(await night(6)).toEqual([3, 4, 5, 6, 7])
    const thandi = await aMember(world, { roles: ['participant', 'organiser'] })
    await decide(thandi.ctx, { version: 3, rulesOnly: false })
    expect(await night(7)).toEqual([4, 5, 6, 7, 8])
    expect(await force()).toMatchObject({ version: 8 })
  })
})

describe('whoever leaves', () => {
  it('F40 is gone from what was shown, from what was learned, and from what waits to be published', async () => {
    const { seekers, mentors } = await someSlates(world, { askers: 60, asks: forWords })
    await learnHead(world.ctx(), { night: TONIGHT, head: 'asks' })
    const { matchingForgotten } = await import('../forgetting.ts')
    for (const id of [seekers[0] ?? '', mentors[0] ?? ''])
      for (const forget of matchingForgotten(id)) await world.ctx().db.execute(forget)
    await world.settle()
    const left = JSON.stringify([
      await world.ctx().db.select().from(shownMentors),
      await world.ctx().db.select().from(memberLeanings),
      await world.ctx().db.select().from(learningNights),
    ])
    expect(left).toContain(seekers[1])
    expect(left).not.toContain(seekers[0])
    expect(left).not.toContain(mentors[0])
  })
})
