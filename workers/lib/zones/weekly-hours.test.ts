import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aWeek } from '../testing/clocks.ts'
import { Exceptions, Weekly, Zone } from './inputs.ts'
import { clockOf, minutesOf, tidyHours } from './weekly-hours.ts'

const minutesOpen = (hours: { day: number; from: string; until: string }[]) =>
  new Set(
    hours.flatMap(({ day, from, until }) =>
      Array.from({ length: minutesOf(until) - minutesOf(from) }, (_, n) => day * 1440 + minutesOf(from) + n),
    ),
  )

describe('the hours of a week', () => {
  it('that overlap or touch become one', () => {
    expect(
      tidyHours([
        { day: 2, from: '18:00', until: '20:00' },
        { day: 1, from: '12:00', until: '14:00' },
        { day: 1, from: '09:00', until: '12:00' },
        { day: 2, from: '17:00', until: '19:15' },
      ]),
    ).toEqual([
      { day: 1, from: '09:00', until: '14:00' },
      { day: 2, from: '17:00', until: '20:00' },
    ])
  })

  it('that go on past midnight continue on the next day, from Sunday on Monday', () => {
    expect(tidyHours([{ day: 7, from: '22:00', until: '01:30' }])).toEqual([
      { day: 1, from: '00:00', until: '01:30' },
      { day: 7, from: '22:00', until: '24:00' },
    ])
    expect(tidyHours([{ day: 3, from: '22:00', until: '00:00' }])).toEqual([{ day: 3, from: '22:00', until: '24:00' }])
  })

  it('stay open for the same minutes when tidied, and tidy stays tidy', () => {
    fc.assert(
      fc.property(aWeek, (hours) => {
        const tidy = tidyHours(hours)
        expect(minutesOpen(tidy)).toEqual(minutesOpen(hours))
        expect(tidyHours(tidy)).toEqual(tidy)
      }),
    )
  })

  it('are read and written the same', () => {
    expect(Array.from({ length: 1441 }, (_, minute) => minutesOf(clockOf(minute)))).toEqual(
      Array.from({ length: 1441 }, (_, minute) => minute),
    )
  })
})

describe('availability that somebody sends', () => {
  const monday = { day: 1, from: '09:00', until: '10:15' }

  it('is kept tidy', () => {
    expect(Weekly.parse([{ ...monday, from: '10:00', until: '12:00' }, monday])).toEqual([
      { ...monday, until: '12:00' },
    ])
    expect(Weekly.parse([{ ...monday, from: '23:00', until: '02:00' }])).toHaveLength(2)
    expect(Weekly.parse([{ ...monday, from: '00:00', until: '24:00' }])).toHaveLength(1)
  })

  it.each([
    { day: 0 },
    { day: 8 },
    { day: 1.5 },
    { from: '9:00' },
    { from: '24:00' },
    { from: '09:10' },
    { until: '24:15' },
    { until: '09:00' },
    { until: '10:15:00' },
    { note: 'mornings' },
  ])('is refused with %o', (odd) => {
    expect(Weekly.safeParse([{ ...monday, ...odd }]).success).toBe(false)
  })

  it('has dates that exist, and hours within them', () => {
    expect(Exceptions.safeParse([{ date: '2028-02-29', hours: [] }]).success).toBe(true)
    expect(Exceptions.safeParse([{ date: '2027-02-29', hours: [] }]).success).toBe(false)
    expect(Exceptions.safeParse([{ date: '2028-02-29', hours: [{ from: '22:00', until: '02:00' }] }]).success).toBe(
      false,
    )
  })

  it('is in a zone of the house’s spelling', () => {
    expect(Zone.parse('europe/madrid')).toBe('Europe/Madrid')
    expect(Zone.safeParse('+01:00').success).toBe(false)
  })
})
