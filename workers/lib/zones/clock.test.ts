import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aMoment, wallClockByIntl, ZONES } from '../testing/clocks.ts'
import { instantOf, offsetChangesAt, offsetIn, steadySpans, wallClockIn } from './clock.ts'

const HOUR = 3_600_000

describe('clocks on walls', () => {
  it('show what Intl shows, at any moment in any zone (F28)', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), aMoment, (zone, at) => {
        expect(wallClockIn(zone, at)).toBe(wallClockByIntl(zone, at).text)
      }),
    )
  })

  it('lead back to the moment they were read at, unless they show it twice (F28)', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), aMoment, (zone, at) => {
        const back = instantOf(wallClockIn(zone, at), zone)
        expect(wallClockIn(zone, back)).toBe(wallClockIn(zone, at))
        if (back.getTime() !== at.getTime())
          expect(at.getTime() - back.getTime()).toBe(offsetIn(zone, back) - offsetIn(zone, at))
      }),
    )
  })

  it('that skip 02:30 are read as 03:30 (F28)', () => {
    expect(instantOf('2026-03-29T02:30', 'Europe/Madrid')).toEqual(new Date('2026-03-29T01:30:00Z'))
    expect(wallClockIn('Europe/Madrid', new Date('2026-03-29T01:30:00Z'))).toBe('2026-03-29T03:30')
  })

  it('that show 01:30 twice mean the first (F28)', () => {
    expect(instantOf('2026-11-01T01:30', 'America/New_York')).toEqual(new Date('2026-11-01T05:30:00Z'))
  })

  it('know the leap day and the year it is elsewhere (F28)', () => {
    expect(wallClockIn('Asia/Kathmandu', new Date('2028-02-28T18:30:00Z'))).toBe('2028-02-29T00:15')
    expect(wallClockIn('Pacific/Apia', new Date('2026-12-31T11:00:00Z'))).toBe('2027-01-01T00:00')
  })
})

describe('the next change of clocks', () => {
  it.each([
    ['Europe/Madrid', '2026-11-21T00:00:00Z', '2027-03-28T01:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-01-01T00:00:00Z', '2026-04-04T15:00:00.000Z'],
    ['America/Sao_Paulo', '2018-11-01T00:00:00Z', '2018-11-04T03:00:00.000Z'],
    ['Pacific/Apia', '2011-12-01T00:00:00Z', '2011-12-30T10:00:00.000Z'],
    ['Asia/Kathmandu', '1985-06-01T00:00:00Z', '1985-12-31T18:30:00.000Z'],
  ])('in %s after %s is %s (F28)', (zone, after, change) => {
    expect(offsetChangesAt(zone, new Date(after))?.toISOString()).toBe(change)
  })

  it.each(['UTC', 'Asia/Kathmandu', 'America/Sao_Paulo'])('never comes to %s as far as anybody knows', (zone) => {
    expect(offsetChangesAt(zone, new Date('2026-11-21T00:00:00Z'))).toBeUndefined()
  })

  it('is neither early nor missed, also where Ramadan moves the clocks (F28)', () => {
    for (const zone of [...ZONES, 'Africa/Casablanca', 'America/Nuuk', 'Asia/Gaza']) {
      const [start, end] = [new Date('2023-01-01T00:00:00Z'), new Date('2026-12-31T00:00:00Z')]
      const seen: number[] = []
      for (let at = start.getTime() + HOUR; at <= end.getTime(); at += HOUR)
        if (wallClockByIntl(zone, new Date(at)).ahead !== wallClockByIntl(zone, new Date(at - HOUR)).ahead)
          seen.push(at)
      const told = steadySpans(zone, start, end)
        .slice(1)
        .map((span) => span.start)
      expect(
        told.map((at) => Math.ceil(at / HOUR) * HOUR),
        zone,
      ).toEqual(seen)
    }
  })
})
