import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mentorPrices, priceNights } from '#db/schema/matching/prices.ts'
import { matchRuns, recommendations } from '#db/schema/matching.ts'
import { memberSkills } from '#db/schema/people/skills.ts'
import { gatherPages } from '#workers/accounts/exports/contents.ts'
import { aSkill } from '#workers/lib/testing/facts.ts'
import { aMentor } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { recommend } from '../recommendations/recommending.ts'
import { price, priceAtNight } from './pricing.ts'

const SEEKERS = 6

let world: World
let seekers: Somebody[]
let wished: Somebody
let other: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  const linocut = await aSkill(world, 'Linocut')
  wished = await aMentor(world, 1)
  other = await aMentor(world, 9)
  seekers = []
  for (let n = 0; n < SEEKERS; n++) seekers.push(await aMember(world))
  await db()
    .insert(memberSkills)
    .values(seekers.map(({ id: memberId }) => ({ memberId, skillId: linocut.id, bond: 'learns' as const })))
  await db().insert(memberSkills).values({ memberId: wished.id, skillId: linocut.id, bond: 'teaches' })
  await lookForAll()
})

const db = () => world.ctx().db
const lookForAll = async () => {
  for (const { id } of seekers) await recommend(world.ctx(), { id })
}
const tonight = async () => {
  await priceAtNight(world.ctx({ kind: 'cron', name: 'price-at-night' }))
  const tried = await world.settle()
  expect(tried.map(({ outcome }) => outcome)).toEqual(tried.map(() => 'acked'))
}
const priceOf = async ({ id }: Somebody) =>
  (await db().select().from(mentorPrices).where(eq(mentorPrices.memberId, id)))[0]
const timesShown = async ({ id }: Somebody) =>
  (await db().select().from(recommendations).where(eq(recommendations.otherId, id))).length

describe('a night after which everybody wishes for one mentor', () => {
  beforeEach(tonight)

  it('gives them a price, and none to whom there is room with', async () => {
    expect((await priceOf(wished))?.price).toBeGreaterThan(0)
    expect((await priceOf(other))?.price).toBe(0)
  })

  it('says how many slates may show each, more of those with more seats', async () => {
    expect((await priceOf(wished))?.share).toBe(10)
    expect((await priceOf(other))?.share).toBe(90)
  })

  it('goes on from there the next time, and counts nothing twice when a message comes again', async () => {
    const before = await db().select().from(mentorPrices)
    const [night] = await db().select().from(priceNights)
    expect(night).toMatchObject({ round: 8, after: null, lists: SEEKERS })
    await price(world.ctx(), { night: night?.night ?? '' })
    await priceAtNight(world.ctx({ kind: 'cron', name: 'price-at-night' }))
    await world.settle()
    expect(await db().select().from(mentorPrices)).toEqual(before)
  })

  it('is told to nobody: neither to members, nor to the mentor, nor to who takes their data along', async () => {
    const seen = await seekers[0]?.request('/api/recommendations?for=mentor')
    expect(await seen?.text()).not.toMatch(/price|share|propensity/i)
    for await (const { text } of gatherPages(world.ctx(), wished.id))
      expect(text).not.toMatch(/"(share|propensity|expected)"/)
  })
})

describe('a mentor whose share is full', () => {
  const shareOf = (share: number) =>
    db()
      .insert(mentorPrices)
      .values({ memberId: wished.id, share })
      .onConflictDoUpdate({ target: mentorPrices.memberId, set: { share } })

  it('is shown to no more than that, however well they fit, and stays where they are shown already', async () => {
    await db().delete(recommendations)
    await shareOf(2)
    await lookForAll()
    expect(await timesShown(wished)).toBe(2)
    expect(await timesShown(other)).toBe(SEEKERS)
    await lookForAll()
    expect(await timesShown(wished)).toBe(2)
  })

  it('is still on the lists from which prices are found', async () => {
    await shareOf(0)
    await lookForAll()
    const lists = await db().select({ among: matchRuns.among }).from(matchRuns).where(sql`cardinality(among) > 0`)
    expect(lists).toHaveLength(SEEKERS)
    for (const { among } of lists) expect(among).toContain(wished.id)
  })
})

describe('whoever is suggested', () => {
  it('is so in any case among the first nine, and by chance, which is kept, as the tenth', async () => {
    const id = seekers[0]?.id ?? ''
    const propensities = async () =>
      (await db().select().from(recommendations).where(sql`member_id = ${id}::uuid and kind = 'mentor'`)).map(
        ({ propensity }) => propensity ?? 0,
      )
    expect(await propensities()).toEqual([1, 1])
    const [linocut] = await db().select().from(memberSkills).limit(1)
    for (let n = 0; n < 12; n++) {
      const { id: memberId } = await aMentor(world, 2)
      await db()
        .insert(memberSkills)
        .values({ memberId, skillId: linocut?.skillId ?? '', bond: 'teaches' })
    }
    await recommend(world.ctx(), { id })
    const [drawn, ...sure] = (await propensities()).toSorted((one, other) => one - other)
    expect(sure).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1])
    // Four who teach it stand behind the nine; for the one who does not, nothing speaks.
    expect(drawn).toBeGreaterThanOrEqual(0.5 / 4)
    expect(drawn).toBeLessThan(0.7)
  })
})
