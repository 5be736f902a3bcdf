import { type Chance, chance } from '../chance.ts'
import {
  box,
  curve,
  disc,
  dots,
  drawing,
  fill,
  group,
  type Point,
  polar,
  range,
  type Sheet,
  sliver,
  strand,
  stroke,
  tick,
} from '../paper.ts'
import { covered, tooth, wash } from '../texture.ts'

const sepia = '#2e2a28'

/** A poppy in bud, flower and seed, 900 by 1200. */
export function poppies(page: Sheet): string {
  const luck = chance('poppies')
  const tints = group(
    'filter="url(#poppies-wash)"',
    fill('#d8593f', petalShape(430, 380), ' opacity=".5"') +
      fill('#8ea07a', 'M706 560q-54 70 2 130q74 6 68-72q-14-52-70-58z', ' opacity=".42"') +
      fill('#93a57f', 'M206 640q-34 64 14 98q46-24 28-78z', ' opacity=".4"'),
  )
  const lines = [
    stems,
    flower(luck),
    seedHead(luck, 734, 622, 1.05),
    bud(luck),
    leaf(luck, 476, 912, -24, 1),
    leaf(luck, 424, 1000, 208, 0.86),
    section(luck),
  ]
  return drawing(
    page,
    `<defs>${wash('poppies-wash', 5, '0.014', 26)}${tooth('poppies-tooth', 8, 0.07)}</defs>${box('#f6f1e4', 0, 0, 900, 1200)}${tints}${lines.join('')}${scaleBar(700, 1120)}${covered('poppies-tooth')}`,
  )
}

const stems = stroke(
  sepia,
  2.2,
  'M452 560C470 700 428 860 446 1120M462 560C482 700 442 860 458 1120M738 690C744 810 590 910 455 1078M730 690C734 800 578 892 457 1056M224 740C232 860 330 900 445 1072M232 738C242 850 336 890 446 1052',
)

const petals: [turn: number, reach: number, spread: number][] = [
  [-90, 206, 78],
  [-12, 196, 66],
  [192, 200, 66],
  [88, 168, 84],
]

const petalRim = (luck: Chance, x: number, y: number, turn: number, reach: number, spread: number): Point[] =>
  range(25).map((step) => {
    const share = step / 24
    const lift = Math.sin(share * Math.PI) ** 0.45
    return polar([x, y], 34 + reach * lift * luck.between(0.94, 1.03), turn - spread + share * spread * 2)
  })

function petalShape(x: number, y: number): string {
  const luck = chance('poppies-petals')
  return petals.map(([turn, reach, spread]) => curve(petalRim(luck, x + 24, y, turn, reach, spread), true)).join('')
}

function flower(luck: Chance): string {
  const [x, y] = [454, 380]
  const shapes = chance('poppies-petals')
  const layers = petals.map(([turn, reach, spread]) => {
    const rim = petalRim(shapes, x, y, turn, reach, spread)
    const creases = rim.slice(1, -1).flatMap((edge, index) =>
      range(2).map((thread) => {
        const angle = turn - spread + ((index + 1 + thread / 2) / 24) * spread * 2
        const start = luck.between(0.12, 0.3)
        const end = luck.next() < 0.4 ? luck.between(0.86, 0.97) : luck.between(0.4, 0.72)
        const along = (share: number): Point => [x + (edge[0] - x) * share, y + (edge[1] - y) * share]
        const bend = polar(along((start + end) / 2), luck.between(0, 5), angle + 90)
        return tick(along(start), luck.next() < 0.5 ? along(end) : bend)
      }),
    )
    return `${stroke(sepia, 2, curve(rim))}${stroke(sepia, 0.8, creases.join(''), ' opacity=".75"')}`
  })
  return `${layers.join('')}${heart(luck, x, y)}`
}

function heart(luck: Chance, x: number, y: number): string {
  const stamens = range(78).map(() => {
    const turn = luck.between(0, 360)
    const reach = luck.between(44, 74)
    const tip = polar([x, y], reach, turn)
    return { thread: tick(polar([x, y], 26, turn), tip), tip }
  })
  const rays = range(11).map((ray) => sliver([x, y], polar([x, y], 25, ray * 32.7), 3))
  const threads = stroke(sepia, 0.9, stamens.map(({ thread }) => thread).join(''))
  const anthers = stroke(sepia, 6, dots(stamens.map(({ tip }) => tip)), ' stroke-linecap="round"')
  return `${threads}${anthers}${disc('#f6f1e4', [x, y], 28, ` stroke="${sepia}" stroke-width="2"`)}${fill(sepia, rays.join(''))}`
}

function seedHead(luck: Chance, x: number, y: number, size: number): string {
  const place = (across: number, down: number): Point => [x + across * size, y + down * size]
  const rim = curve(
    [place(-30, -62), place(-50, -10), place(-34, 46), place(0, 66), place(36, 46), place(52, -10), place(32, -62)],
    false,
  )
  const crown = range(11).map((ray) => {
    const share = (ray - 5) / 5
    return sliver(place(share * 8, -74), place(share * 58, -70 - Math.cos(share * 1.5) * 16), 7 * size)
  })
  const shade = range(46).map((step) => {
    const down = -54 + step * 2.5
    const half = 50 * Math.sqrt(Math.max(0, 1 - (down / 68) ** 2))
    const from = half * luck.between(0.1, 0.45)
    return `M${place(from, down).map(Math.round).join(' ')}q${(half - from) * 0.5} 7 ${half - from - 2} 2`
  })
  const ribs = [-30, -12, 8, 28].map((across) =>
    curve([place(across * 0.6, -60), place(across * 1.35, 0), place(across * 0.4, 62)]),
  )
  return (
    stroke(sepia, 2, rim) +
    fill(sepia, crown.join('')) +
    stroke(sepia, 0.8, shade.map(trim).join('')) +
    stroke(sepia, 0.7, ribs.join(''))
  )
}

const trim = (path: string) => path.replace(/-?\d+\.\d+/g, (value) => String(Math.round(Number(value))))

function bud(luck: Chance): string {
  const rim = curve(
    [
      [226, 640],
      [196, 676],
      [204, 724],
      [226, 744],
      [250, 722],
      [254, 676],
    ],
    true,
  )
  const hairs = range(90).map(() => {
    const turn = luck.between(0, 360)
    const from: Point = [226 + Math.cos((turn * Math.PI) / 180) * 28, 692 + Math.sin((turn * Math.PI) / 180) * 50]
    return tick(from, [from[0] + (from[0] - 226) * 0.3, from[1] + (from[1] - 692) * 0.22 - 4])
  })
  const stipple = range(70).map((): Point => {
    const [x, y] = polar([236, 700], luck.next() ** 0.5 * 24, luck.between(-60, 110))
    return [x, y + (y - 700) * 0.6]
  })
  const stemHairs = range(90).map((step) => {
    const y = 600 + step * 5.6
    const x = 457 + Math.sin((y - 560) / 90) * 14 - (y > 760 ? 8 : 0)
    const side = luck.pick([-1, 1])
    return tick([x + side * 7, y], [x + side * luck.between(14, 22), y + luck.between(-6, 3)])
  })
  return (
    stroke(sepia, 2, rim) +
    stroke(sepia, 1.4, 'M226 642C218 676 216 710 226 742') +
    stroke(sepia, 0.8, hairs.join('') + stemHairs.join('')) +
    stroke(sepia, 1.6, dots(stipple), ' stroke-linecap="round"')
  )
}

function leaf(luck: Chance, x: number, y: number, turn: number, size: number): string {
  const lobes = range(9).flatMap((step) => {
    const along = 20 + step * 27
    const width = Math.sin(((step + 1.6) / 10.5) * Math.PI) * 92
    return [1, -1].map((side) => lobe(luck, along, width * luck.between(0.86, 1.08), side))
  })
  const midrib = stroke(sepia, 2.2, 'M-40 4C80-8 160 6 262 0')
  return `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})">${lobes.join('')}${midrib}</g>`
}

function lobe(luck: Chance, along: number, width: number, side: number): string {
  const tip: Point = [along + width * 0.72, width * side]
  const rim: Point[] = [
    [along - 6, 2 * side],
    [along + width * 0.14, width * 0.4 * side],
    [along + width * 0.3, width * 0.46 * side],
    [along + width * 0.34, width * 0.76 * side],
    tip,
    [along + width * 0.66, width * 0.62 * side],
    [along + width * 0.84, width * 0.5 * side],
    [along + width * 0.52, width * 0.26 * side],
    [along + 16, 2 * side],
  ]
  const hatch = range(Math.round(width / 10)).map((step) => {
    const share = (step + 1) / (width / 10 + 1)
    const from: Point = [along + width * 0.66 * share, width * 0.9 * share * side]
    return tick(from, [from[0] + luck.between(8, 18) * (1 - share * 0.5), from[1] - 5 * side])
  })
  return stroke(sepia, 1.5, curve(rim)) + stroke(sepia, 0.8, hatch.join('') + tick([along, 0], tip))
}

function section(luck: Chance): string {
  const centre: Point = [160, 1020]
  const walls = range(9).map((ray) => strand([polar(centre, 14, ray * 40), polar(centre, 56, ray * 40 + 4)]))
  const spots = range(110).map(() => polar(centre, luck.between(18, 52), luck.between(0, 360)))
  const seeds = stroke(sepia, 3, dots(spots), ' stroke-linecap="round"')
  return `${disc('none', centre, 62, ` stroke="${sepia}" stroke-width="2.2"`)}${disc('none', centre, 56, ` stroke="${sepia}" stroke-width=".8"`)}${stroke(sepia, 1.2, walls.join(''))}${seeds}`
}

const scaleBar = (x: number, y: number) =>
  stroke(sepia, 1.6, `M${x} ${y}h118M${x} ${y - 7}v14M${x + 59} ${y - 4}v8M${x + 118} ${y - 7}v14`)

/** One fern frond, its crozier and a pinna from below, 900 by 1200. */
export function frond(page: Sheet): string {
  const luck = chance('frond')
  const spine = range(61).map((step): Point => {
    const share = step / 60
    return [400 + share * 330 - 150 * share ** 2.4, 1120 - share * 960 + 30 * Math.sin(share * 3)]
  })
  const pinnae = range(32).flatMap((step) => [1, -1].map((side) => pinna(luck, spine, 0.16 + step * 0.026, side)))
  const blades = `<path id="frond-blades" d="${pinnae.map(({ blade }) => blade).join('')}"/>`
  const tint = `<use href="#frond-blades" fill="#7f9a6c" opacity=".5" filter="url(#frond-wash)"/>`
  const ink = `<use href="#frond-blades" fill="none" stroke="${sepia}" stroke-width="1.3"/>${stroke(sepia, 0.8, pinnae.map(({ veins }) => veins).join(''))}`
  return drawing(
    page,
    `<defs>${wash('frond-wash', 3, '0.02', 14)}${tooth('frond-tooth', 8, 0.07)}${blades}</defs>${box('#f6f1e4', 0, 0, 900, 1200)}${tint}${ink}${stroke(sepia, 5, curve(spine.filter((_, index) => index % 4 === 0)), ' stroke-linecap="round"')}${crozier(luck)}${scaleBar(90, 1120)}${covered('frond-tooth')}`,
  )
}

function pinna(luck: Chance, spine: Point[], share: number, side: number) {
  const foot = spine[Math.round(share * 60)] ?? [0, 0]
  const ahead = spine[Math.min(60, Math.round(share * 60) + 1)] ?? foot
  const along = (Math.atan2(ahead[1] - foot[1], ahead[0] - foot[0]) * 180) / Math.PI
  const reach =
    285 * Math.sin(Math.min(1, (share - 0.1) * 3.2) * 1.57) * (1.04 - share) ** 0.75 * luck.between(0.94, 1.04)
  const turn = along + side * (82 - share * 34)
  const place = (out: number, across: number): Point => {
    const droop = polar(foot, out, turn + side * (out / 236) * 12)
    return polar(droop, across, turn + 90)
  }
  const width = 5 + reach * 0.055
  const upper = range(4).map((step) => place(reach * (step / 4) + 4, -width * Math.sin((step + 0.9) * 0.72) * 0.95))
  const lower = range(4)
    .map((step) => place(reach * (step / 4) + 4, width * Math.sin((step + 0.9) * 0.72)))
    .reverse()
  const veins = range(Math.round(reach / 26)).map((step) => {
    const out = 12 + step * 26
    const half = width * 0.8 * (1 - (out / reach) ** 3)
    return `${tick(place(out, 0), place(out + 7, half))}${tick(place(out, 0), place(out + 7, -half))}`
  })
  const blade = curve([...upper, place(reach, 0), ...lower], true)
  return { blade, veins: `${veins.join('')}${tick(place(0, 0), place(reach, 0))}` }
}

function crozier(luck: Chance): string {
  const coil = range(64).map((step): Point => polar([166, 330], 74 * (1 - step / 74), 30 - step * 15))
  const stalk: Point[] = [
    [196, 700],
    [216, 600],
    [236, 480],
    [240, 400],
  ]
  const line = curve([...stalk, ...coil])
  const scales = range(120).map((step) => {
    const spot = coil[step % 64] ?? [0, 0]
    const low: Point = [200 + ((700 - step * 2.4) % 40) * 0.2 + (step - 64) * 0.6, 690 - (step - 64) * 5]
    const base = step < 64 ? spot : low
    return tick(base, polar(base, luck.between(8, 18), luck.between(0, 360)))
  })
  return (
    stroke(sepia, 16, line, ' stroke-linecap="round"') +
    stroke('#f6f1e4', 12, line, ' stroke-linecap="round"') +
    stroke('#93a57f', 12, line, ' opacity=".35"') +
    stroke(sepia, 1.2, scales.join(''))
  )
}
