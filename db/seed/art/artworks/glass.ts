import { type Chance, chance } from '../chance.ts'
import { at, box, disc, drawing, group, type Point, polar, range, type Sheet } from '../paper.ts'

const came = '#15161a'

/** A leaded panel for a dark stairwell, 700 by 1300. */
export function polarNight(page: Sheet): string {
  const luck = chance('polar-night')
  const seeds = spots(luck)
  const pieces = seeds.map((seed) => ({ seed, rim: cell(seed, seeds) }))
  const panes = pieces.map(
    ({ seed, rim }) =>
      `<path d="M${rim.map((corner) => at(corner)).join('L')}Z" fill="${glassAt(luck, seed)}" stroke="${came}" stroke-width="${luck.pick([6, 7, 9])}" stroke-linejoin="round"/>`,
  )
  const solder = pieces.flatMap(({ rim }) => rim.slice(0, 2)).map((spot) => disc('#3a3c42', spot, 4.5))
  return drawing(
    page,
    `<defs>${streaks}<clipPath id="polar-clip"><path d="M60 1240V380Q60 60 350 60T640 380V1240Z"/></clipPath><radialGradient id="polar-light" cx=".5" cy=".6" r=".75"><stop stop-color="#fff" stop-opacity=".3"/><stop offset=".55" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".5"/></radialGradient></defs>${box('#1d1f26', 0, 0, 700, 1300)}` +
      group(
        'clip-path="url(#polar-clip)"',
        `${panes.join('')}<rect width="700" height="1300" filter="url(#polar-streaks)" opacity=".6" style="mix-blend-mode:soft-light"/>${box('url(#polar-light)', 0, 0, 700, 1300)}${solder.join('')}`,
      ) +
      `<path d="M60 1240V380Q60 60 350 60T640 380V1240Z" fill="none" stroke="${came}" stroke-width="26"/><path d="M60 1240V380Q60 60 350 60T640 380V1240Z" fill="none" stroke="#4a4c54" stroke-width="3"/><path d="M60 560H640M60 930H640" stroke="#0c0d10" stroke-width="9" opacity=".75"/>`,
  )
}

const streaks = `<filter id="polar-streaks" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency=".035 .006" numOctaves="4" seed="6"/><feColorMatrix values="1.9 0 0 0 -.45 1.9 0 0 0 -.45 1.9 0 0 0 -.45 0 0 0 0 1"/></filter>`

function spots(luck: Chance): Point[] {
  const sun = range(9).map((step) => polar([350, 800], 66, step * 40 + luck.about(0, 6)))
  const halo = range(15).map((step) => polar([350, 800], 150, step * 24 + luck.about(0, 5)))
  const rest = range(700).reduce<Point[]>(
    (kept) => {
      const spot: Point = [luck.between(30, 670), luck.between(30, 1270)]
      const room = Math.hypot(spot[0] - 350, spot[1] - 800) < 214 ? 999 : 66
      return kept.every((other) => Math.hypot(other[0] - spot[0], other[1] - spot[1]) > room) ? [...kept, spot] : kept
    },
    [[350, 800]],
  )
  return [...rest, ...sun, ...halo]
}

/** The part of the panel nearer to this spot than to any other. */
function cell(seed: Point, seeds: Point[]): Point[] {
  const frame: Point[] = [
    [20, 20],
    [680, 20],
    [680, 1280],
    [20, 1280],
  ]
  return seeds
    .filter((other) => other !== seed && Math.hypot(other[0] - seed[0], other[1] - seed[1]) < 420)
    .reduce((rim, other) => cut(rim, seed, other), frame)
}

function cut(rim: Point[], seed: Point, other: Point): Point[] {
  const side = ([x, y]: Point) =>
    (x - (seed[0] + other[0]) / 2) * (other[0] - seed[0]) + (y - (seed[1] + other[1]) / 2) * (other[1] - seed[1])
  return rim.flatMap((corner, index) => {
    const next = rim[(index + 1) % rim.length] ?? corner
    const [here, there] = [side(corner), side(next)]
    const share = here / (here - there)
    const crossing: Point = [corner[0] + (next[0] - corner[0]) * share, corner[1] + (next[1] - corner[1]) * share]
    return [...(here <= 0 ? [corner] : []), ...(here <= 0 !== there <= 0 ? [crossing] : [])]
  })
}

const aurora = (x: number) => 360 + 120 * Math.sin(x / 140) + 50 * Math.sin(x / 60)

function glassAt(luck: Chance, [x, y]: Point): string {
  const fromSun = Math.hypot(x - 350, y - 800)
  if (fromSun < 40) return '#ffe9a8'
  if (fromSun < 100) return luck.pick(['#f7b733', '#f29a2e', '#ffcf5c'])
  if (fromSun < 190) return luck.pick(['#e4572e', '#c93c3c', '#ef7f45', '#b3304f'])
  if (y > 1000 + 40 * Math.sin(x / 90)) return luck.pick(['#0f3b57', '#135a73', '#0b2c47', '#1c7280', '#2a8f92'])
  if (Math.abs(y - aurora(x)) < 92) return luck.pick(['#2fae7e', '#58c78d', '#1f8f7a', '#8fe0a6', '#37a5a0'])
  if (y > 640) return luck.pick(['#7a2f5f', '#a3416b', '#5d2b6b', '#c25a70'])
  return luck.pick(['#1f2a63', '#2b3a86', '#17204d', '#3b4fa3', '#432d75'])
}
