import { sql } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { mentorPrices } from '#db/schema/matching/prices.ts'
import { recommendations } from '#db/schema/matching.ts'
import { memberSkills } from '#db/schema/people/skills.ts'
import { jobs } from '#workers/jobs.ts'
import { consume } from '#workers/lib/jobs/consume.ts'
import { logLines } from '#workers/lib/log.ts'
import { aSkill } from '#workers/lib/testing/facts.ts'
import { aMentor } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aBatch } from '#workers/lib/testing/queue.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { priceAtNight } from './pricing.ts'

// So many slates may show a mentor: a number that nothing else has.
const SHARE = 918273
const MENTORS = 16

let world: World
let anna: Somebody
let written: string[]

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  written = []
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line) => void written.push(String(line)))
  anna = await aMember(world)
  const { id: skillId } = await aSkill(world, 'Linocut')
  await db().insert(memberSkills).values({ memberId: anna.id, skillId, bond: 'learns' })
  for (let n = 0; n < MENTORS; n++) {
    const { id: memberId } = await aMentor(world, 1)
    await db().insert(memberSkills).values({ memberId, skillId, bond: 'teaches' })
    await db()
      .insert(mentorPrices)
      .values({ memberId, price: (8 + n) / 7.7, share: SHARE })
  }
})
afterEach(() => vi.restoreAllMocks())

const db = () => world.ctx().db
// What the house itself writes, a line after the other.
const ctx = () => ({ ...world.ctx(), log: logLines({ requestId: 'r' }) })
const deliver = async (job: string, input: object) => {
  const batch = aBatch([{ job, input }])
  await consume(batch, jobs, ctx)
  return batch.tried.map(({ outcome }) => outcome)
}
const lines = () => [...written, ...world.lines].join('\n')

async function secrets(): Promise<string[]> {
  const priced = await db().select().from(mentorPrices)
  const shown = await db().select().from(recommendations)
  const drawn = shown.flatMap(({ propensity }) => (propensity && propensity < 1 ? [propensity] : []))
  return [SHARE, ...priced.flatMap(({ price, expected }) => [price, expected]), ...drawn]
    .map((number) => `${number}`.slice(0, 8))
    .filter((figure) => figure.length >= 6)
}

const expectUnlogged = (figures: string[]) => {
  expect(figures.length).toBeGreaterThan(MENTORS)
  expect(lines()).not.toBe('')
  for (const figure of figures) expect(lines()).not.toContain(figure)
}

describe('no line of the log', () => {
  it('holds a price, a share or a chance of a refresh and of whoever reads what it found', async () => {
    expect(await deliver('matching.recommend', { id: anna.id })).toEqual(['acked'])
    const figures = await secrets()
    expect(await db().select().from(recommendations).where(sql`propensity < 1`)).toHaveLength(1)
    expect((await anna.request('/api/recommendations?for=mentor')).status).toBe(200)
    expectUnlogged(figures)
  })

  it('holds one of a night in which they are found', async () => {
    await deliver('matching.recommend', { id: anna.id })
    const before = await secrets()
    await priceAtNight(ctx())
    const during: string[] = []
    for (let next = world.queue.shift(); next; next = world.queue.shift()) {
      expect(await deliver(next.job, next.input)).toEqual(['acked'])
      during.push(...(await secrets()))
    }
    expect(during.length).toBeGreaterThan(0)
    expectUnlogged([...before, ...during])
  })

  it('B86 holds one where the database refuses what was found', async () => {
    await deliver('matching.recommend', { id: anna.id })
    const figures = await secrets()
    await db().execute(sql`alter table recommendations add constraint refuses_all check (fit < 0) not valid`)
    await db().execute(sql`alter table mentor_prices add constraint refuses_all check (price < 0) not valid`)
    expect(await deliver('matching.recommend', { id: anna.id })).toEqual(['retried'])
    await priceAtNight(ctx()).catch(() => {})
    for (let next = world.queue.shift(); next; next = world.queue.shift()) await deliver(next.job, next.input)
    await db().execute(sql`alter table recommendations drop constraint refuses_all`)
    await db().execute(sql`alter table mentor_prices drop constraint refuses_all`)
    expect(lines().match(/job failed/g)?.length).toBeGreaterThan(1)
    expectUnlogged(figures)
  })
})
