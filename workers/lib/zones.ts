import { RENAMED, SPELLED } from './zones/names.ts'

// The one spelling the house keeps, whatever the case or age of the name; undefined for offsets and nonsense.
export function knownZone(name: string): string | undefined {
  if (!LOOKS_LIKE_A_ZONE.test(name)) return undefined
  return everyZone().get(name.toLowerCase()) ?? byAnOldName(name)
}

export const cityOf = (zone: string): string => {
  const city = zone.slice(zone.lastIndexOf('/') + 1)
  return SPELLED[city] ?? city.replaceAll('_', ' ')
}

export type Region = { region: string; zones: { zone: string; place: string; offset: string }[] }

// Asking 400 zones for their offset costs 20 ms, so the answer is kept for as long as no clock can change: a quarter hour.
export function zonesByRegion(now: Date): Region[] {
  const quarter = Math.floor(now.getTime() / QUARTER)
  if (listed.quarter !== quarter) listed = { quarter, regions: regionsAt(now) }
  return listed.regions
}

const LOOKS_LIKE_A_ZONE = /^(?:utc|gmt|[a-z]+(?:\/[a-z_-]+){1,2})$/i
const QUARTER = 15 * 60_000

const REGIONS: Record<string, string> = {
  Africa: 'Africa',
  America: 'Americas',
  Antarctica: 'Antarctica',
  Arctic: 'Arctic',
  Asia: 'Asia',
  Atlantic: 'Atlantic',
  Australia: 'Australia',
  Europe: 'Europe',
  Indian: 'Indian Ocean',
  Pacific: 'Pacific',
}
const EVERYWHERE = 'Everywhere'

const known = new Map<string, string>()
let listed: { quarter: number; regions: Region[] } = { quarter: Number.NaN, regions: [] }

function everyZone(): Map<string, string> {
  if (known.size > 0) return known
  for (const name of [...Intl.supportedValuesOf('timeZone'), 'UTC']) {
    const zone = RENAMED[name] ?? name
    if (zone === 'UTC' || regionOf(zone) !== EVERYWHERE) known.set(zone.toLowerCase(), zone)
  }
  return known
}

function byAnOldName(name: string): string | undefined {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions()
    return everyZone().get((RENAMED[timeZone] ?? timeZone).toLowerCase())
  } catch {
    return undefined
  }
}

const regionOf = (zone: string) => REGIONS[zone.slice(0, zone.indexOf('/'))] ?? EVERYWHERE

function regionsAt(now: Date): Region[] {
  const groups = Map.groupBy(everyZone().values(), regionOf)
  return [...Object.values(REGIONS), EVERYWHERE].map((region) => ({
    region,
    zones: (groups.get(region) ?? [])
      .map((zone) => ({ zone, place: placeOf(zone), offset: offsetInWords(zone, now) }))
      .sort((a, b) => a.place.localeCompare(b.place, 'en')),
  }))
}

// "Knox, Indiana": a city alone may be in several places.
function placeOf(zone: string): string {
  const [, state, city] = zone.split('/')
  return city ? `${cityOf(zone)}, ${state?.replaceAll('_', ' ')}` : cityOf(zone)
}

function offsetInWords(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(now)
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return offset.replace(/^GMT(\+0$)?/, 'UTC').replace('-', '−')
}
