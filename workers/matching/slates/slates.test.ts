import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { shownMentors } from '#db/schema/matching/learning.ts'
import { matchRuns, recommendations } from '#db/schema/matching.ts'
import { aFact } from '#workers/lib/testing/facts.ts'
import { aMentor } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { expectNoChange } from '#workers/lib/testing/unchanged.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { FEATURES } from '../fit/features.ts'
import { matchingForExport } from '../for-export.ts'
import { recommend } from '../recommendations/recommending.ts'
import { emptyWays } from './emptying.ts'
import { forgetOldSlates } from './forgetting-old.ts'
import { rememberAsked, rememberSlate } from './remembering.ts'

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
})

const db = () => world.ctx().db
const HOUR = 3_600_000
const KNOWN = FEATURES.map((_, n) => n / 100)
const WAYS = FEATURES.findIndex(({ name }) => name === 'ways')
const TOLD = { reasons: [], caution: null, change: null, skills: [], hoursAWeek: null, free: [] }

// Imke first, then Gus, found an hour ago.
async function aSlate(hoursAgo = 1) {
  const madeAt = new Date(Date.now() - hoursAgo * HOUR)
  const slate = newId()
  const run = { memberId: anna.id, slate, madeAt, version: 3, prices: 7, seenAt: null }
  await db().insert(matchRuns).values(run).onConflictDoUpdate({ target: matchRuns.memberId, set: run })
  await db().delete(recommendations)
  const found = { memberId: anna.id, kind: 'mentor' as const, told: TOLD, known: KNOWN, madeAt }
  await db()
    .insert(recommendations)
    .values([
      { ...found, otherId: imke.id, fit: 0.9, propensity: 1 },
      { ...found, otherId: gus.id, fit: 0.8, propensity: 0.25 },
    ])
  return slate
}

const seen = (id: string, handles = [imke.handle, gus.handle], at = new Date()) =>
  rememberSlate(world.ctx(), { id, memberId: anna.id, seenAt: at.toISOString(), handles })

const shown = () => db().select().from(shownMentors).orderBy(shownMentors.position, shownMentors.otherId)

describe('a slate that a member saw', () => {
  it('is written down as it stood there, with what was known then and who chose it', async () => {
    const slate = await aSlate()
    await seen(slate, [gus.handle, imke.handle])
    expect(await shown()).toMatchObject([
      { slate, memberId: anna.id, otherId: gus.id, position: 0, propensity: 0.25, version: 3, prices: 7 },
      { slate, otherId: imke.id, position: 1, propensity: 1, version: 3, prices: 7 },
    ])
    const [first] = await shown()
    expect(first?.known.map((one) => Math.round(100 * one))).toEqual(KNOWN.map((one) => Math.round(100 * one)))
  })

  it('F17 F18 is written down once, however often the message comes, and not where another took its place', async () => {
    const slate = await aSlate()
    await seen(slate)
    await expectNoChange(world, () => seen(slate, [gus.handle]))
    await expectNoChange(world, () => seen(newId()))
  })

  it('shows a mentor once in a fortnight', async () => {
    await seen(await aSlate())
    await seen(await aSlate())
    expect(await shown()).toHaveLength(2)
    await db().execute(
      sql`update ${shownMentors} set made_at = made_at - interval '15 days', shown_at = shown_at - interval '15 days'`,
    )
    await seen(await aSlate())
    expect(await shown()).toHaveLength(4)
  })

  it('is in what they take along, in words, without a number that says how well anybody fits', async () => {
    await seen(await aSlate())
    const { rows } = await db().execute(matchingForExport(anna.id)['mentors-you-were-shown'] ?? sql`select`)
    expect(rows.map((row: object) => Object.keys(row))).toEqual(Array(2).fill(['name', 'position', 'shown_at']))
  })

  it('is gone after half a year', async () => {
    await seen(await aSlate())
    await db().execute(
      sql`update ${shownMentors} set made_at = made_at - interval '181 days' where other_id = ${gus.id}::uuid`,
    )
    await forgetOldSlates(world.ctx())
    expect((await shown()).map(({ otherId }) => otherId)).toEqual([imke.id])
  })
})

describe('whoever reads their suggestions', () => {
  const read = () => anna.request('/api/recommendations?for=mentor')

  it('sends a message until it was written down that they saw them, and none after', async () => {
    const slate = await aSlate()
    await read()
    await read()
    expect(world.queue.map(({ job, input }) => [job, input.id, input.handles])).toEqual(
      Array(2).fill(['matching.remember-slate', slate, [imke.handle, gus.handle]]),
    )
    await world.settle()
    expect(await shown()).toHaveLength(2)
    await read()
    expect(world.queue).toEqual([])
  })

  it('reads them also while the queue is away', async () => {
    await aSlate()
    world.env.JOBS.send = () => Promise.reject(new Error('The queue is away.'))
    expect((await read()).status).toBe(200)
  })

  it('is shown a new slate when they were looked at anew, with the numbers of that day', async () => {
    await recommend(world.ctx(), { id: anna.id })
    await read()
    await world.settle()
    const found = await shown()
    expect(found.map(({ position, propensity, version }) => [position, propensity, version])).toEqual([
      [0, 1, null],
      [1, 1, null],
    ])
    expect(found[0]?.known).toHaveLength(FEATURES.length)
    const before = found[0]?.slate
    await recommend(world.ctx(), { id: anna.id })
    const [run] = await db().select().from(matchRuns)
    expect(run).toMatchObject({ seenAt: null })
    expect(run?.slate).not.toBe(before)
  })
})

describe('a mentor who was asked', () => {
  const ask = async () => {
    const answer = await anna.send('POST', '/api/mentorship-requests', {
      mentor: imke.handle,
      words: 'Would you teach me to cut lino? I saw your blocks in the hall.',
    })
    expect(answer.status).toBe(201)
    await world.settle()
    return theRequest()
  }

  it('is written down without having been shown, with what was known before', async () => {
    await aSlate()
    const { id } = await ask()
    expect(await shown()).toMatchObject([
      { slate: id, otherId: imke.id, position: null, propensity: null, shownAt: null },
    ])
    await expectNoChange(world, () => rememberAsked(world.ctx(), { id }))
  })

  it('is not written down again when they had been shown, nor when nothing was known before', async () => {
    await seen(await aSlate())
    await ask()
    expect(await shown()).toHaveLength(2)
    await db().delete(shownMentors)
    await aSlate(-1)
    await rememberAsked(world.ctx(), await theRequest())
    expect(await shown()).toEqual([])
  })

  const theRequest = async () => {
    const { rows } = await db().execute(sql`select id from mentorship_requests`)
    return { id: String(rows[0]?.id) }
  }
})

describe('how somebody likes to work, once they say it otherwise', () => {
  it('is gone from every slate they stand in or were shown, and from what was only found', async () => {
    await seen(await aSlate())
    const bo = await aMember(world)
    const [row] = await shown()
    if (!row) throw new Error('Nothing was shown.')
    await db()
      .insert(shownMentors)
      .values({ ...row, slate: newId(), memberId: bo.id })
    await anna.send('PUT', '/api/my/ways', {
      pace: 1,
      words: null,
      plan: null,
      company: null,
      understanding: null,
      meetings: null,
      aim: null,
    })
    await world.settle()
    const numbers = (await shown()).map(({ memberId, known }) => [memberId === anna.id, known[WAYS], known[WAYS + 1]])
    const after = KNOWN[WAYS + 1]
    expect(numbers.map(([whose, ways]) => [whose, ways]).sort()).toEqual([
      [false, KNOWN[WAYS]],
      [true, 0.5],
      [true, 0.5],
    ])
    for (const [, , next] of numbers) expect(next).toBeCloseTo(after ?? 0, 5)
  })

  it('F17 stays in what was found after they said it', async () => {
    const fact = await aFact(world, 'ways.changed', { subject: anna.id })
    await aSlate(-1)
    await expectNoChange(world, () => emptyWays(world.ctx(), { id: anna.id }, fact))
    await expectNoChange(world, () => emptyWays(world.ctx(), { id: anna.id }))
    const [found] = await db().select().from(recommendations).where(eq(recommendations.otherId, imke.id))
    expect(found?.known[WAYS]).toBeCloseTo(KNOWN[WAYS] ?? 0, 5)
  })
})
