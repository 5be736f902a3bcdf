import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectQuick } from '#workers/lib/testing/quick.ts'
import { aMoment, aWeek, someHours, wallClockByIntl, ZONES } from '../testing/clocks.ts'
import { openTimes } from './open-times.ts'
import { type Availability, joined, spanOf } from './weekly-hours.ts'

const QUARTER = 15 * 60_000
const DAY = 24 * 60 * 60_000
const everyDay = (from: string, until: string) => [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from, until }))

const told = (availability: Availability, from: string, until: string) =>
  openTimes(availability, new Date(from), new Date(until)).map(({ start, end }) => `${short(start)} ${short(end)}`)
const short = (at: Date) => at.toISOString().slice(8, 16)

const anAvailability = fc.record({
  zone: fc.constantFrom(...ZONES),
  weekly: aWeek,
  exceptions: fc.array(
    fc.record({
      date: aMoment.map((at) => at.toISOString().slice(0, 10)),
      hours: fc.array(someHours, { maxLength: 3 }),
    }),
    { maxLength: 4 },
  ),
  pausedUntil: fc.option(aMoment.map((at) => at.toISOString().slice(0, 10))),
})
const aWindow = fc.tuple(aMoment, fc.integer({ min: 1, max: 5 * 96 }))

function isOpenByIntl({ zone, weekly, exceptions = [], pausedUntil }: Availability, at: Date): boolean {
  const { date, time, day } = wallClockByIntl(zone, at)
  if (pausedUntil && date < pausedUntil) return false
  const special = exceptions.filter((exception) => exception.date === date)
  const hours = special.length > 0 ? special.flatMap((one) => one.hours) : weekly.filter((one) => one.day === day)
  return hours.some(({ from, until }) => from <= time && time < until)
}

describe('open times', () => {
  it('are the quarter hours at which the wall clock shows an open hour, and no others (F28)', () => {
    fc.assert(
      fc.property(anAvailability, aWindow, (availability, [start, quarters]) => {
        const end = new Date(start.getTime() + quarters * QUARTER)
        const open = openTimes(availability, start, end)
        for (let at = start.getTime(); at < end.getTime(); at += QUARTER)
          expect(open.some((time) => time.start.getTime() <= at && at < time.end.getTime())).toBe(
            isOpenByIntl(availability, new Date(at)),
          )
      }),
    )
  })

  it('are in order, never touch and stay between the two moments (F28)', () => {
    fc.assert(
      fc.property(anAvailability, aWindow, (availability, [start, quarters]) => {
        const end = new Date(start.getTime() + quarters * QUARTER)
        const ends = openTimes(availability, start, end).flatMap((time) => [time.start.getTime(), time.end.getTime()])
        expect(ends).toEqual([...new Set(ends)].sort((a, b) => a - b))
        expect(ends.every((at) => at >= start.getTime() && at <= end.getTime())).toBe(true)
      }),
    )
  })

  it('of a week without a change of clocks are as long as its hours (F28)', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), aWeek, aMoment, (zone, weekly, start) => {
        const end = new Date(start.getTime() + 7 * DAY)
        fc.pre(wallClockByIntl(zone, start).ahead === wallClockByIntl(zone, end).ahead)
        const open = openTimes({ zone, weekly }, start, end)
        const byDay = [1, 2, 3, 4, 5, 6, 7].map((day) => joined(weekly.filter((one) => one.day === day).map(spanOf)))
        expect(open.reduce((sum, time) => sum + time.end.getTime() - time.start.getTime(), 0)).toBe(
          byDay.flat().reduce((sum, { start, end }) => sum + (end - start) * 60_000, 0),
        )
      }),
    )
  })

  it('that fall into the hour clocks skip are not there (F28)', () => {
    const zone = 'Europe/Madrid'
    const night = ['2026-03-28T22:00:00Z', '2026-03-29T10:00:00Z'] as const
    expect(told({ zone, weekly: everyDay('02:15', '02:45') }, ...night)).toEqual([])
    expect(told({ zone, weekly: everyDay('02:30', '04:00') }, ...night)).toEqual(['29T01:00 29T02:00'])
    expect(told({ zone, weekly: everyDay('01:00', '02:30') }, ...night)).toEqual(['29T00:00 29T01:00'])
  })

  it('that clocks show twice are open twice (F28)', () => {
    const zone = 'America/New_York'
    const night = ['2026-11-01T03:00:00Z', '2026-11-01T12:00:00Z'] as const
    expect(told({ zone, weekly: everyDay('01:30', '01:45') }, ...night)).toEqual([
      '01T05:30 01T05:45',
      '01T06:30 01T06:45',
    ])
    expect(told({ zone, weekly: everyDay('01:00', '02:00') }, ...night)).toEqual(['01T05:00 01T07:00'])
  })

  it('know the half hour by which Lord Howe Island moves its clocks (F28)', () => {
    expect(
      told(
        { zone: 'Australia/Lord_Howe', weekly: everyDay('01:00', '03:00') },
        '2026-04-04T12:00:00Z',
        '2026-04-05T00:00:00Z',
      ),
    ).toEqual(['04T14:00 04T16:30'])
  })

  it('have no Friday in the week in which Samoa left it out (F28)', () => {
    const friday = [{ day: 5, from: '00:00', until: '24:00' }]
    expect(told({ zone: 'Pacific/Apia', weekly: friday }, '2011-12-26T00:00:00Z', '2012-01-02T00:00:00Z')).toEqual([])
  })

  it('go on past midnight, the leap day and the end of the year (F28)', () => {
    const weekly = everyDay('00:00', '24:00')
    expect(told({ zone: 'UTC', weekly }, '2028-02-28T12:00:00Z', '2028-03-01T12:00:00Z')).toEqual(['28T12:00 01T12:00'])
    expect(told({ zone: 'UTC', weekly }, '2026-12-31T12:00:00Z', '2027-01-01T12:00:00Z')).toEqual(['31T12:00 01T12:00'])
  })

  it('follow other hours on a date that has them, and none on a closed one', () => {
    const weekly = everyDay('09:00', '10:00')
    const exceptions = [
      { date: '2026-11-24', hours: [] },
      { date: '2026-11-25', hours: [{ from: '15:00', until: '16:00' }] },
    ]
    expect(told({ zone: 'UTC', weekly, exceptions }, '2026-11-23T00:00:00Z', '2026-11-26T00:00:00Z')).toEqual([
      '23T09:00 23T10:00',
      '25T15:00 25T16:00',
    ])
  })

  it('begin again on the date until which a member pauses, by their own calendar', () => {
    const availability = { zone: 'Pacific/Apia', weekly: everyDay('00:00', '24:00'), pausedUntil: '2026-11-25' }
    expect(told(availability, '2026-11-22T00:00:00Z', '2026-11-25T00:00:00Z')).toEqual(['24T11:00 25T00:00'])
  })

  it('are quickly told for the next eight weeks', async () => {
    const availability = {
      zone: 'Europe/Madrid',
      weekly: [...everyDay('09:00', '12:00'), ...everyDay('14:00', '18:00')],
    }
    const start = new Date('2026-03-01T00:00:00Z')
    const eightWeeks = () => openTimes(availability, start, new Date(start.getTime() + 56 * DAY))
    await expectQuick(20, () => expect(eightWeeks()).toHaveLength(112))
  })
})
