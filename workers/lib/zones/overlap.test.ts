import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDatabase } from '#db/testing/database.ts'
import { aMoment, aWeek, someHours, wallClockByIntl, weekOf, ZONES } from '../testing/clocks.ts'
import { openTimes } from './open-times.ts'
import { overlapMinutes, sharedHours, weekInUtc } from './overlap.ts'
import { minutesOf, tidyHours } from './weekly-hours.ts'

const WEEK = 7 * 24 * 60 * 60_000
const weekdays = (from: string, until: string) => [1, 2, 3, 4, 5].map((day) => ({ day, from, until }))
const WINTER = new Date('2026-11-21T12:00:00Z')
const SUMMER = new Date('2026-07-01T12:00:00Z')

const madrid = { zone: 'Europe/Madrid', weekly: weekdays('16:00', '20:00') }
const saoPaulo = { zone: 'America/Sao_Paulo', weekly: weekdays('09:00', '14:00') }

const aZonedWeek = fc.record({ zone: fc.constantFrom(...ZONES), weekly: aWeek })
const lengthOf = ({ from, until }: { from: string; until: string }) => minutesOf(until) - minutesOf(from)
const onTheHalfHour = ({ from, until }: { from: string; until: string }) => /0$/.test(from) && /0$/.test(until)
const halfHours = someHours.filter(onTheHalfHour)

describe('the hours two members share', () => {
  it('shrink and grow with the seasons (F28)', () => {
    expect(overlapMinutes(madrid, saoPaulo, WINTER)).toBe(5 * 120)
    expect(overlapMinutes(madrid, saoPaulo, SUMMER)).toBe(5 * 180)
  })

  it('are shown as each of them has them on the wall', () => {
    expect(sharedHours(madrid, saoPaulo, WINTER)[0]).toEqual({
      mine: { day: 1, from: '16:00', until: '18:00' },
      theirs: { day: 1, from: '12:00', until: '14:00' },
    })
  })

  it('are cut where the day ends for one of them', () => {
    const kathmandu = { zone: 'Asia/Kathmandu', weekly: [{ day: 1, from: '04:00', until: '06:45' }] }
    const utc = { zone: 'UTC', weekly: [{ day: 7, from: '00:00', until: '24:00' }] }
    const always = { ...utc, weekly: [1, 7].map((day) => ({ day, from: '00:00', until: '24:00' })) }
    expect(sharedHours(kathmandu, utc, WINTER)).toEqual([
      { mine: { day: 1, from: '04:00', until: '05:45' }, theirs: { day: 7, from: '22:15', until: '24:00' } },
    ])
    expect(sharedHours(kathmandu, always, WINTER).map(({ theirs }) => theirs)).toEqual([
      { day: 7, from: '22:15', until: '24:00' },
      { day: 1, from: '00:00', until: '01:00' },
    ])
  })

  it('are cut at one’s own midnight, when both are always there', () => {
    const always = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', until: '24:00' }))
    const shared = sharedHours({ zone: 'Europe/Madrid', weekly: always }, { zone: 'UTC', weekly: always }, WINTER)
    expect(shared.slice(0, 2).map(({ mine }) => mine)).toEqual([
      { day: 1, from: '00:00', until: '01:00' },
      { day: 1, from: '01:00', until: '24:00' },
    ])
    expect(shared).toHaveLength(14)
  })

  it('are as many seen from either side, and add up (F28)', () => {
    fc.assert(
      fc.property(aZonedWeek, aZonedWeek, aMoment, (a, b, around) => {
        const minutes = overlapMinutes(a, b, around)
        const shared = sharedHours(a, b, around)
        expect(overlapMinutes(b, a, around)).toBe(minutes)
        expect(shared.reduce((sum, { mine }) => sum + lengthOf(mine), 0)).toBe(minutes)
        expect(shared.reduce((sum, { theirs }) => sum + lengthOf(theirs), 0)).toBe(minutes)
      }),
    )
  })

  it('lie within the hours of both (F28)', () => {
    fc.assert(
      fc.property(aZonedWeek, aZonedWeek, aMoment, (a, b, around) => {
        const within = (week: typeof a.weekly, hours: (typeof a.weekly)[number]) =>
          tidyHours(week).some((own) => own.day === hours.day && own.from <= hours.from && hours.until <= own.until)
        for (const { mine, theirs } of sharedHours(a, b, around)) {
          expect(within(a.weekly, mine)).toBe(true)
          expect(within(b.weekly, theirs)).toBe(true)
        }
      }),
    )
  })

  it('are all of one’s own when both are the same, in any zone', () => {
    fc.assert(
      fc.property(aZonedWeek, aMoment, (week, around) => {
        expect(overlapMinutes(week, week, around)).toBe(
          tidyHours(week.weekly).reduce((sum, one) => sum + lengthOf(one), 0),
        )
      }),
    )
  })
})

describe('a week in UTC', () => {
  it('is 336 half hours, one for each that is open', () => {
    const bits = weekInUtc({ zone: 'UTC', weekly: [{ day: 1, from: '01:00', until: '02:30' }] }, WINTER)
    expect(bits).toBe(`00111${'0'.repeat(331)}`)
  })

  it('begins on Monday in UTC, so an early Monday in Apia is at its end', () => {
    const bits = weekInUtc({ zone: 'Pacific/Apia', weekly: [{ day: 1, from: '00:00', until: '14:00' }] }, WINTER)
    expect(bits).toBe(`11${'0'.repeat(308)}${'1'.repeat(26)}`)
  })

  it('is as long as the hours on the wall, also 15 minutes off in Kathmandu (F28)', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), weekOf(halfHours), aMoment, (zone, weekly, around) => {
        const open = tidyHours(weekly).reduce((sum, one) => sum + lengthOf(one), 0)
        expect([...weekInUtc({ zone, weekly }, around)].filter((bit) => bit === '1').length * 30).toBe(open)
      }),
    )
  })

  it('is the same as the concrete week, when clocks do not change in it (F28)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Europe/Madrid', 'America/New_York', 'UTC'),
        weekOf(halfHours),
        aMoment,
        (zone, weekly, at) => {
          const monday = new Date(Math.floor((at.getTime() - 4 * 24 * 3_600_000) / WEEK) * WEEK + 4 * 24 * 3_600_000)
          const end = new Date(monday.getTime() + WEEK)
          fc.pre(wallClockByIntl(zone, monday).ahead === wallClockByIntl(zone, end).ahead)
          const open = openTimes({ zone, weekly }, monday, end)
          const concrete = Array.from({ length: 336 }, (_, n) => monday.getTime() + n * 1_800_000)
            .map((start) =>
              open.some((time) => time.start.getTime() <= start && start < time.end.getTime()) ? '1' : '0',
            )
            .join('')
          expect(weekInUtc({ zone, weekly }, at)).toBe(concrete)
        },
      ),
    )
  })
})

describe('Postgres', () => {
  it('counts the minutes two weeks share', async () => {
    const { db } = await aDatabase()
    const [a, b] = [weekInUtc(madrid, WINTER), weekInUtc(saoPaulo, WINTER)]
    const { rows } = (await db.execute(sql`select bit_count(${a}::bit(336) & ${b}::bit(336)) * 30 as minutes`)) as {
      rows: { minutes: number }[]
    }
    expect(Number(rows[0]?.minutes)).toBe(overlapMinutes(madrid, saoPaulo, WINTER))
  })
})
