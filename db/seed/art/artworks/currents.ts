import { type Chance, chance, noise } from '../chance.ts'
import { setLine } from '../lettering/set.ts'
import { box, drawing, group, type Point, polar, range, type Sheet, short, stroke } from '../paper.ts'
import { covered, tooth } from '../texture.ts'

type Weather = {
  seed: string
  ground: string
  // Away from the eye of the storm, and near it.
  cool: [string, ...string[]]
  warm: [string, ...string[]]
}

/** Lines that follow a wind no line may cross, 900 by 1200. */
export const monsoon = (page: Sheet): string =>
  weather(page, {
    seed: 'monsoon-7',
    ground: '#efe5d0',
    cool: ['#16324a', '#16324a', '#2d6f73', '#79a89b', '#d9b44a', '#16324a'],
    warm: ['#c8553d', '#d9b44a', '#c8553d'],
  })

/** The hour before it, when the air is yellow. */
export const beforeRain = (page: Sheet): string =>
  weather(page, {
    seed: 'monsoon-212',
    ground: '#e9cf8f',
    cool: ['#5b3a1e', '#8c5a24', '#b97f2e', '#5b3a1e', '#f6e7bd'],
    warm: ['#2a4a5c', '#16324a', '#2a4a5c'],
  })

/** Winter, when the wind turns round and brings nothing. */
export const westerly = (page: Sheet): string =>
  weather(page, {
    seed: 'westerly-31',
    ground: '#141c2b',
    cool: ['#5f7fa6', '#8fb0c9', '#3d567d', '#c9d8de', '#3d567d'],
    warm: ['#f2efe2', '#e9a65a', '#f2efe2'],
  })

function weather(page: Sheet, { seed, ground, cool, warm }: Weather): string {
  const luck = chance(seed)
  const wind = noise(seed)
  const taken = new Set<string>()
  const lines = range(5200).flatMap(() => {
    const start: Point = [luck.between(70, 830), luck.between(70, 1130)]
    const thick = luck.pick([4, 4, 7, 7, 12, 18])
    const path = follow(start, thick, wind, taken)
    return path ? [{ thick, path, colour: luck.pick(isNearEye(start) ? warm : cool) }] : []
  })
  const brushed = [...new Set([...cool, ...warm])].flatMap((colour) =>
    [4, 7, 12, 18].map((thick) =>
      stroke(
        colour,
        thick,
        lines
          .filter((line) => line.colour === colour && line.thick === thick)
          .map(({ path }) => path)
          .join(''),
      ),
    ),
  )
  return drawing(
    page,
    `<defs>${tooth('monsoon-tooth', 4, 0.08)}</defs>${box(ground, 0, 0, 900, 1200)}${group('stroke-linecap="round" stroke-linejoin="round"', brushed.join(''))}${covered('monsoon-tooth')}`,
  )
}

const isNearEye = ([x, y]: Point) => Math.hypot(x - 610, y - 370) < 190

function follow(start: Point, thick: number, wind: (x: number, y: number) => number, taken: Set<string>): string {
  const cell = 5
  const reach = Math.round((thick / 2 + 5) / cell)
  const keys = ([x, y]: Point) =>
    range(reach * 2 + 1).flatMap((across) =>
      range(reach * 2 + 1).map(
        (down) => `${Math.round(x / cell) + across - reach}:${Math.round(y / cell) + down - reach}`,
      ),
    )
  const spots: Point[] = []
  let [x, y] = start
  while (spots.length < 46 && x > 70 && x < 830 && y > 70 && y < 1130 && !keys([x, y]).some((key) => taken.has(key))) {
    spots.push([x, y])
    const swirl = Math.atan2(y - 370, x - 610) + 1.75
    const near = Math.max(0, 1 - Math.hypot(x - 610, y - 370) / 520)
    const heading = swirl * near + (1 - near) * (wind(x / 330, y / 330) * 5.2 - 0.6)
    ;[x, y] = [x + Math.cos(heading) * 13, y + Math.sin(heading) * 13]
  }
  if (spots.length < 5) return ''
  for (const spot of spots) for (const key of keys(spot)) taken.add(key)
  return steps(spots)
}

function steps(spots: Point[]): string {
  let [x, y] = [0, 0]
  return spots
    .map((spot, index) => {
      const [dx, dy] = [Math.round(spot[0]) - x, Math.round(spot[1]) - y]
      ;[x, y] = [x + dx, y + dy]
      return index === 0 ? `M${dx} ${dy}l` : `${index > 1 && dx >= 0 ? ' ' : ''}${dx}${dy < 0 ? '' : ' '}${dy}`
    })
    .join('')
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const usual = [0.12, 0.16, 0.14, 0.07, 0.12, 0.42, 1.25, 1.3, 0.66, 0.12, 0.03, 0.07]

/** Forty-four years of a rain gauge, one ring a year, 1000 by 1000. */
export function rainYears(page: Sheet): string {
  const luck = chance('rain-gauge')
  const rings = range(44)
    .reverse()
    .map((year) => ring(luck, year))
  const labels = months.map((month, index) => {
    const [x, y] = polar(roof, 350 + (usual[index] ?? 0) * 96, index * 30 - 90)
    return setLine(month, x, y + 6, { size: 17, colour: '#c9c0a8', align: 0.5 })
  })
  return drawing(
    page,
    `${box('#17222c', 0, 0, 1000, 1000)}${rings.join('')}${labels.join('')}${setLine('1981', 500, 426, { size: 15, colour: '#e8d9a8', align: 0.5 })}${setLine('Rain at Dehradun, each ring a year, from one gauge on one roof', 60, 950, { size: 17, colour: '#8d8a7c' })}`,
  )
}

const roof: Point = [500, 420]

function ring(luck: Chance, year: number): string {
  const wet = luck.between(0.7, 1.25)
  const shift = luck.between(-0.35, 0.35)
  const burst = luck.next() < 0.3 ? luck.between(5.4, 7.4) : -9
  const spots = range(72).map((step): Point => {
    const month = (step / 72) * 12 - shift
    const [from, to] = [usual[(Math.floor(month) + 12) % 12] ?? 0, usual[(Math.floor(month) + 13) % 12] ?? 0]
    const share = month - Math.floor(month)
    const rain =
      (from + (to - from) * share) * wet * luck.between(0.72, 1.2) + Math.max(0, 0.9 - Math.abs(month - burst) * 2.4)
    return polar(roof, 34 + year * 6.4 + rain * 62, step * 5 - 90)
  })
  const age = year / 43
  const hue = `hsl(${Math.round(42 + age * 158)} ${Math.round(62 - age * 10)}% ${Math.round(66 - age * 6)}%)`
  return `<path d="${steps(spots)}z" fill="#17222c" fill-opacity=".86" stroke="${hue}" stroke-width="${short(1.5 + age * 0.7)}" stroke-linejoin="round"/>`
}
