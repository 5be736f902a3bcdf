import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { availability } from '#db/schema/people/availability.ts'
import { aWeek, ZONES } from '#workers/lib/testing/clocks.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { weekInUtc } from '#workers/lib/zones/overlap.ts'
import { tidyHours } from '#workers/lib/zones/weekly-hours.ts'
import { KeptTimes } from './inputs.ts'
import { keepTimes } from './my-times.ts'
import { renewWeeks } from './renewing.ts'

let world: World
let anna: Somebody
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  anna = await aMember(world, { timeZone: 'UTC' })
})

const TIMES = {
  timeZone: 'Europe/Madrid',
  weekly: [{ day: 1, from: '18:00', until: '20:00' }],
  exceptions: [],
  menteesAtMost: 2,
  sessionsAWeekAtMost: 3,
  pausedUntil: null,
}
const WINTER = new Date('2026-11-21T12:00:00Z')
const SUMMER = new Date('2027-07-01T12:00:00Z')

const read = async (who = anna) => KeptTimes.parse(await (await who.request('/api/my/times')).json())
const kept = async (who = anna) => {
  const [row] = await world.ctx().db.select().from(availability).where(eq(availability.memberId, who.id))
  return row
}

describe('times of mine', () => {
  it('are kept in one round trip, with the week that Postgres compares and the moment it stops being true', async () => {
    const before = world.spent.trips
    await keepTimes({ ...anna.ctx, now: WINTER }, TIMES)
    expect(world.spent.trips - before).toBe(1)
    expect(await read()).toEqual(TIMES)
    expect(await kept()).toMatchObject({
      week: weekInUtc({ zone: 'Europe/Madrid', weekly: TIMES.weekly }, WINTER),
      weekHoldsUntil: new Date('2027-03-28T01:00:00Z'),
    })
  })

  it('are empty before anybody says anything', async () => {
    expect(await read()).toEqual({ ...TIMES, timeZone: 'UTC', weekly: [], menteesAtMost: 0, sessionsAWeekAtMost: 0 })
  })

  it('come back as any week was meant, in any zone', async () => {
    await fc.assert(
      fc.asyncProperty(aWeek, fc.constantFrom(...ZONES), async (weekly, timeZone) => {
        const answer = await anna.send('PUT', '/api/my/times', { ...TIMES, timeZone, weekly })
        expect(answer.status).toBe(200)
        expect((await read()).weekly).toEqual(tidyHours(weekly))
        const { week, weekHoldsUntil } = (await kept()) ?? {}
        expect(week).toBe(weekInUtc({ zone: timeZone, weekly }, new Date()))
        if (weekHoldsUntil) expect(weekHoldsUntil.getTime()).toBeGreaterThan(Date.now())
      }),
      { numRuns: 40 },
    )
  })

  it.each([
    ['an hour past the end of the day', { weekly: [{ day: 1, from: '18:00', until: '25:00' }] }],
    ['an eighth day', { weekly: [{ day: 8, from: '18:00', until: '19:00' }] }],
    ['hours of no length', { weekly: [{ day: 1, from: '18:00', until: '18:00' }] }],
    ['a date that never was', { exceptions: [{ date: '2026-02-30', hours: [] }] }],
    ['51 mentees', { menteesAtMost: 51 }],
    ['a negative number', { sessionsAWeekAtMost: -1 }],
    ['no zone of this world', { timeZone: 'Mars/Olympus' }],
    ['B14 a week of its own', { week: '1'.repeat(336) }],
  ])('refuse %s', async (_, wrong) => {
    expect((await anna.send('PUT', '/api/my/times', { ...TIMES, ...wrong })).status).toBe(422)
    expect(await kept()).toBeUndefined()
  })

  it('say which field needs another look', async () => {
    const weekly = [...TIMES.weekly, { day: 2, from: '18:10', until: '19:00' }]
    const answer = await anna.send('PUT', '/api/my/times', { ...TIMES, weekly })
    expect((await problemOf(answer)).issues.map(({ path }) => path)).toEqual(['weekly.1.from'])
  })
})

describe('when clocks change', () => {
  it('the week is renewed the night after, once, however often the night comes', async () => {
    await world.ctx().db.delete(availability)
    await keepTimes({ ...anna.ctx, now: WINTER }, TIMES)
    const night = () => renewWeeks({ ...world.ctx({ kind: 'cron', name: 'renew-weeks' }), now: SUMMER })
    expect([await night(), await night()]).toEqual([1, 0])
    expect((await kept())?.week).toBe(weekInUtc({ zone: 'Europe/Madrid', weekly: TIMES.weekly }, SUMMER))
  })

  it('every member is reached, over several chunks', async () => {
    await world.startAfresh()
    const { db } = world.ctx()
    await db.execute(sql`insert into members (id, handle, name, time_zone)
      select gen_random_uuid(), 'many-' || n, 'Many', 'Europe/Madrid' from generate_series(1, 1100) n`)
    await db.execute(sql`insert into availability (member_id, weekly, week, week_holds_until)
      select id, ${JSON.stringify(TIMES.weekly)}::jsonb, repeat('0', 336)::bit(336), '2026-12-01' from members`)
    expect(await renewWeeks({ ...world.ctx({ kind: 'cron', name: 'renew-weeks' }), now: SUMMER })).toBe(1100)
  })
})

describe('a member who moves to another zone', () => {
  it('keeps their hours on the new clock as soon as the job has run', async () => {
    await keepTimes(anna.ctx, TIMES)
    await anna.send('PUT', '/api/my/profile', { timeZone: 'Asia/Tokyo' })
    await world.settle()
    expect((await kept())?.week).toBe(weekInUtc({ zone: 'Asia/Tokyo', weekly: TIMES.weekly }, new Date()))
    expect((await kept())?.weekHoldsUntil).toBeNull()
  })
})
