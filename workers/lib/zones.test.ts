import { describe, expect, it } from 'vitest'
import { expectQuick } from '#workers/lib/testing/quick.ts'
import { cityOf, knownZone, zonesByRegion } from './zones.ts'

const NOW = new Date('2026-11-21T17:00:00Z')

describe('the name of a time zone', () => {
  it.each([
    ['Europe/Madrid', 'Europe/Madrid'],
    ['europe/madrid', 'Europe/Madrid'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Asia/Katmandu', 'Asia/Kathmandu'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['america/buenos_aires', 'America/Argentina/Buenos_Aires'],
    ['US/Pacific', 'America/Los_Angeles'],
    ['America/Port-au-Prince', 'America/Port-au-Prince'],
    ['utc', 'UTC'],
    ['Etc/UTC', 'UTC'],
    ['GMT', 'UTC'],
  ])('%s is kept as %s', (name, zone) => {
    expect(knownZone(name)).toBe(zone)
  })

  it.each([
    '',
    '+01:00',
    'UTC+1',
    'Etc/GMT+3',
    'EST',
    'EST5EDT',
    'Europe',
    'Europe/Atlantis',
    '../Madrid',
    'Factory',
    ' ',
  ])('is refused when it is "%s"', (name) => {
    expect(knownZone(name)).toBeUndefined()
  })

  it('is refused within a moment, however long it is (B85)', async () => {
    for (const name of ['a'.repeat(1e6), `Europe/${'a'.repeat(1e6)}`, `${'a/'.repeat(5e5)}!`, '_'.repeat(1e6)])
      await expectQuick(50, () => expect(knownZone(name)).toBeUndefined())
  })

  it('stays itself once it is known', () => {
    const zones = zonesByRegion(NOW).flatMap(({ zones }) => zones.map(({ zone }) => zone))
    expect(zones.filter((zone) => knownZone(zone) !== zone)).toEqual([])
  })

  it.each([
    ['America/Sao_Paulo', 'São Paulo'],
    ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
    ['Europe/Zurich', 'Zürich'],
    ['America/New_York', 'New York'],
    ['UTC', 'UTC'],
  ])('of %s is said as %s', (zone, city) => {
    expect(cityOf(zone)).toBe(city)
  })
})

describe('the list of zones', () => {
  const regions = zonesByRegion(NOW)
  const find = (zone: string) => regions.flatMap(({ zones }) => zones).find((one) => one.zone === zone)

  it('is grouped by region, in the order of the alphabet, with UTC last', () => {
    expect(regions.map(({ region }) => region)).toEqual([
      'Africa',
      'Americas',
      'Antarctica',
      'Arctic',
      'Asia',
      'Atlantic',
      'Australia',
      'Europe',
      'Indian Ocean',
      'Pacific',
      'Everywhere',
    ])
    const places = regions.find(({ region }) => region === 'Europe')?.zones.map(({ place }) => place) ?? []
    expect(places.length).toBeGreaterThan(50)
    expect(places).toEqual(places.toSorted((a, b) => a.localeCompare(b, 'en')))
  })

  it('names each zone once', () => {
    const all = regions.flatMap(({ zones }) => zones.map(({ zone }) => zone))
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBeGreaterThan(400)
  })

  it('shows what clocks show today, and in summer something else', () => {
    expect(find('Asia/Kathmandu')).toEqual({ zone: 'Asia/Kathmandu', place: 'Kathmandu', offset: 'UTC+5:45' })
    expect(find('America/Sao_Paulo')?.offset).toBe('UTC−3')
    expect(find('Europe/Lisbon')?.offset).toBe('UTC')
    const summer = zonesByRegion(new Date('2026-07-01T00:00:00Z')).flatMap(({ zones }) => zones)
    expect(summer.find(({ zone }) => zone === 'Europe/Lisbon')?.offset).toBe('UTC+1')
  })

  it('tells a town of Indiana from one elsewhere', () => {
    expect(find('America/Indiana/Knox')?.place).toBe('Knox, Indiana')
  })
})
