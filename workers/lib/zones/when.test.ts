import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aMoment, ZONES } from '../testing/clocks.ts'
import { cityOf } from '../zones.ts'
import { hoursInWords, whenAndWhere, whenForBoth, whenIn } from './when.ts'

const AT = '2026-11-21T17:00:00Z'
const now = '2026-11-20T09:00:00Z'
const LANGUAGES = ['en-GB', 'en-US', 'es', 'pt-BR', 'de', 'fr', 'ar', 'ja', 'hi', 'nonsense!', '']

describe('a moment', () => {
  it('is said as people say it', () => {
    expect(whenIn('Europe/Madrid', AT, { now })).toBe('Sat 21 Nov, 18:00')
    expect(whenIn('Europe/Madrid', new Date(AT), { now, until: '2026-11-21T18:30:00Z' })).toBe(
      'Sat 21 Nov, 18:00–19:30',
    )
    expect(whenIn('Europe/Madrid', AT, { now, show: 'date' })).toBe('Sat 21 Nov')
    expect(whenIn('America/Sao_Paulo', '2026-11-21T05:05:00Z', { show: 'time' })).toBe('02:05')
  })

  it('has its year when it is far from now, or nobody says when now is', () => {
    expect(whenIn('Europe/Madrid', AT)).toBe('Sat, 21 Nov 2026, 18:00')
    expect(whenIn('Europe/Madrid', AT, { now: '2027-11-20T09:00:00Z' })).toContain('2026')
    expect(whenIn('Europe/Madrid', '2027-01-02T10:00:00Z', { now })).toBe('Sat 2 Jan, 11:00')
  })

  it('is said by the clock of twelve or of twenty-four hours, as the language has it', () => {
    expect(whenIn('Europe/Madrid', AT, { now, lang: 'en-US' })).toBe('Sat, Nov 21, 6:00 PM')
    expect(whenIn('Europe/Madrid', AT, { now, lang: 'es' })).toBe('sáb, 21 nov, 18:00')
    expect(whenIn('Europe/Madrid', AT, { show: 'time', lang: 'hi' })).toBe('6:00 pm')
  })

  it('says its day again where the other end is on another', () => {
    expect(whenIn('Europe/Madrid', AT, { now, until: '2026-11-22T00:30:00Z' })).toMatch(/Sat.+18:00.+Sun.+01:30/)
  })

  it('names the place', () => {
    expect(whenAndWhere('America/Sao_Paulo', AT, { now })).toBe('Sat 21 Nov, 14:00 in São Paulo')
    expect(whenAndWhere('America/Sao_Paulo', AT, { now, lang: 'pt-BR' })).toBe('sáb., 21 de nov., 14:00 (São Paulo)')
  })

  it('reads the same in every engine: no space is a narrow one', () => {
    for (const lang of LANGUAGES)
      expect(whenIn('Europe/Madrid', AT, { lang, until: '2026-11-21T18:30:00Z' })).not.toMatch(/[\u2009\u202f]/)
  })
})

describe('a moment for two', () => {
  it('is said in both zones', () => {
    expect(whenForBoth('Europe/Madrid', 'America/Sao_Paulo', AT, { now })).toBe(
      'Sat 21 Nov, 18:00 in Madrid · 14:00 your time (São Paulo)',
    )
    expect(whenForBoth('Europe/Madrid', 'America/Sao_Paulo', AT, { now, until: '2026-11-21T18:30:00Z' })).toBe(
      'Sat 21 Nov, 18:00–19:30 in Madrid · 14:00–15:30 your time (São Paulo)',
    )
    expect(whenForBoth('Europe/Madrid', 'America/New_York', AT, { now, lang: 'en-US' })).toBe(
      'Sat, Nov 21, 6:00 PM in Madrid · 12:00 PM your time (New York)',
    )
    expect(whenForBoth('Europe/Madrid', 'America/Sao_Paulo', AT, { show: 'time' })).toBe(
      '18:00 in Madrid · 14:00 your time (São Paulo)',
    )
  })

  it('says the day of the reader when it is another one', () => {
    expect(whenForBoth('Europe/Madrid', 'Asia/Tokyo', AT, { now })).toBe(
      'Sat 21 Nov, 18:00 in Madrid · Sun 22 Nov, 02:00 your time (Tokyo)',
    )
    expect(whenForBoth('Europe/Madrid', 'Asia/Tokyo', AT, { now, show: 'date' })).toBe(
      'Sat 21 Nov in Madrid · Sun 22 Nov your time (Tokyo)',
    )
  })

  it('is said once where clocks agree', () => {
    expect(whenForBoth('Europe/Madrid', 'Europe/Madrid', AT, { now })).toBe('Sat 21 Nov, 18:00 in Madrid')
    expect(whenForBoth('Europe/Madrid', 'Europe/Paris', AT, { now })).toBe('Sat 21 Nov, 18:00 in Madrid and Paris')
  })

  it('does without words that the house has not in that language', () => {
    expect(whenForBoth('Europe/Madrid', 'America/Sao_Paulo', AT, { now, lang: 'es' })).toBe(
      'sáb, 21 nov, 18:00 (Madrid) · 14:00 (São Paulo)',
    )
  })

  it('is told in every language and around every change of clocks (F28)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.constantFrom(...ZONES),
        aMoment,
        fc.oneof(fc.constantFrom(...LANGUAGES), fc.string()),
        (zone, reader, at, lang) => {
          const words = whenForBoth(zone, reader, at, { lang })
          expect(words).toContain(cityOf(zone))
          expect(words).toContain(cityOf(reader))
        },
      ),
    )
  })
})

describe('hours of the week', () => {
  it('are said with their day', () => {
    expect(hoursInWords({ day: 1, from: '18:00', until: '20:30' })).toBe('Mon 18:00–20:30')
    expect(hoursInWords({ day: 7, from: '00:00', until: '24:00' })).toBe('Sun 00:00–24:00')
    expect(hoursInWords({ day: 6, from: '09:30', until: '24:00' }, 'en-US')).toBe('Sat 9:30 AM–12:00 AM')
  })
})
