import { type Chance, chance } from '../chance.ts'
import {
  box,
  curve,
  drawing,
  fill,
  group,
  outline,
  type Point,
  range,
  type Sheet,
  sliver,
  stroke,
  tick,
} from '../paper.ts'
import { covered, tooth, wash } from '../texture.ts'

const sheetWhite = '#f9f6ee'

/** A reef flat at low water in seven washes, 1200 by 800. */
export function reefFlat(page: Sheet): string {
  const luck = chance('reef')
  const pool = (colour: string, opacity: number, points: Point[]) =>
    fill(colour, curve(points, true), ` opacity="${opacity}"`)
  const band = (top: number, bottom: number, sway: number): Point[] => [
    ...range(9).map((step): Point => [40 + step * 140, top + luck.about(0, sway)]),
    ...range(9).map((step): Point => [1160 - step * 140, bottom + luck.about(0, sway)]),
  ]
  const sky = pool('#8fb6d6', 0.5, band(60, 250, 16)) + pool('#f0b48f', 0.34, band(210, 300, 10)) + clouds(luck)
  const sea =
    pool('#2f6f9f', 0.62, band(304, 352, 3)) +
    pool('#4aa7b0', 0.5, band(346, 470, 10)) +
    pool('#8fd0c0', 0.45, band(452, 600, 18)) +
    pool('#e7cf9b', 0.5, band(580, 752, 20))
  const corals = range(17).map(() => {
    const [x, y] = [luck.between(90, 1110), luck.between(430, 690)]
    const size = 18 + (y - 400) * 0.16
    const rim = range(7).map(
      (side): Point => [
        x + Math.cos(side * 0.9) * size * luck.between(1.2, 2.6),
        y + Math.sin(side * 0.9) * size * luck.between(0.24, 0.5),
      ],
    )
    return pool(luck.pick(['#7a4f6d', '#b5654f', '#3f6f6a', '#8f6a3f']), 0.5, rim)
  })
  return drawing(
    page,
    `<defs>${wash('reef-wash', 12, '0.009', 36)}${wash('reef-small', 4, '0.02', 18)}${tooth('reef-tooth', 7, 0.13, '0.35')}</defs>${box(sheetWhite, 0, 0, 1200, 800)}` +
      group('filter="url(#reef-wash)" style="mix-blend-mode:multiply"', sky + sea) +
      group(
        'filter="url(#reef-small)" style="mix-blend-mode:multiply"',
        corals.join('') + far + wader(392, 600, 1) + wader(446, 618, 0.92) + reflections,
      ) +
      fill(sheetWhite, sparkle(luck), ' opacity=".85"') +
      covered('reef-tooth'),
  )
}

const clouds = (luck: Chance) =>
  range(4)
    .map(
      (step) =>
        `<ellipse cx="${220 + step * 260}" cy="${luck.whole(110, 180)}" rx="${luck.whole(70, 130)}" ry="${luck.whole(16, 30)}" fill="${sheetWhite}" opacity=".8"/>`,
    )
    .join('')

const far =
  fill('#3f6a63', 'M690 306C740 282 800 276 850 286C900 270 980 272 1040 296L1090 308L690 310Z', ' opacity=".75"') +
  fill(
    '#2f4f4c',
    'M842 290l-8-40 3 0 8 40zM834 252q-20-6-28 6q16-8 28-4q14-8 26 2q-10-10-26-4zM930 288l6-34 3 0-4 34zM938 256q-18-8-26 4q14-6 26-2q12-6 22 4q-6-12-22-6z',
    ' opacity=".8"',
  )

const wader = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path d="M-4-64q-16 4-14 30l4 22h24l4-22q4-28-10-30z" fill="#b0432f" opacity=".85"/><path d="M-12-14L-10 6M8-14L8 6" stroke="#3a2b2b" stroke-width="6" opacity=".8"/><circle cy="-74" r="9" fill="#3a2b2b" opacity=".85"/><path d="M12-46q18 14 20 26M26-22h18l-3 18h-12z" fill="none" stroke="#3a2b2b" stroke-width="4" opacity=".75"/></g>`

const reflections = fill(
  '#b0432f',
  'M380 612q12 40 2 62q18-20 22-62zM436 630q10 30 4 48q14-16 18-48z',
  ' opacity=".34"',
)

function sparkle(luck: Chance): string {
  return range(70)
    .map(() => {
      const [x, y] = [luck.between(70, 1120), luck.between(316, 560)]
      return sliver([x, y], [x + luck.between(8, 16 + (y - 300) * 0.1), y], 1.4)
    })
    .join('')
}

const line = '#2b2a33'
const walls: [string, ...string[]] = ['#e9b9a0', '#f0d9a8', '#b9cbd0', '#d99a86', '#c7d2b4', '#e6c3b7', '#a9bccb']

/** A quay in drizzle, pen and wash, 1600 by 660. */
export function quayStreet(page: Sheet): string {
  const luck = chance('quay')
  const houses = frontages(luck)
  const tints = houses.map(({ tint }) => tint).join('')
  return drawing(
    page,
    `<defs>${wash('quay-wash', 21, '0.014', 22)}${tooth('quay-tooth', 7, 0.1, '0.4')}</defs>${box(sheetWhite, 0, 0, 1600, 660)}` +
      group('filter="url(#quay-wash)" style="mix-blend-mode:multiply"', `${skyWash}${tints}${waterWash}`) +
      group(
        `fill="none" stroke="${line}" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"`,
        houses.map(({ pen }) => `<path d="${pen}"/>`).join('') + quayside(luck) + boats,
      ) +
      people +
      stroke(line, 0.9, drizzle(luck), ' opacity=".4"') +
      covered('quay-tooth'),
  )
}

const skyWash =
  fill('#8c9cab', 'M40 60Q400 30 800 56T1560 50L1560 200Q1200 170 800 214T40 190Z', ' opacity=".38"') +
  fill('#6f7f92', 'M900 60Q1200 30 1560 70L1560 130Q1200 110 900 120Z', ' opacity=".3"')

const waterWash =
  fill('#7d97a3', 'M50 506Q420 496 800 508T1552 500L1552 612Q1100 630 760 612T50 616Z', ' opacity=".45"') +
  fill('#cf8d74', 'M330 520l40 0-8 84-28 0zM1010 520l50 0-12 76-30 0z', ' opacity=".35"') +
  fill('#e8cf9a', 'M180 520l60 0-8 70-40 0zM770 520l40 0-6 80-28 0z', ' opacity=".4"')

function frontages(luck: Chance): { pen: string; tint: string }[] {
  const houses: { pen: string; tint: string }[] = []
  for (let left = 70; left < 1500; ) {
    const width = luck.between(88, 152)
    const top = luck.between(150, 252)
    houses.push(house(luck, left, Math.min(width, 1536 - left), top))
    left += width + luck.about(1, 2)
  }
  return houses
}

function house(luck: Chance, left: number, width: number, top: number) {
  const wobble = () => luck.about(0, 2.4)
  const gable = luck.next() < 0.45
  const peak = luck.between(44, 70)
  const ridge: Point[] = gable
    ? [[left + width / 2 + wobble(), top - peak]]
    : [
        [left + 14, top - 34 + wobble()],
        [left + width - 14, top - 34 + wobble()],
      ]
  const corners: Point[] = [
    [left + wobble(), 478 + wobble()],
    [left + wobble(), top + wobble()],
    ...ridge,
    [left + width + wobble(), top + wobble()],
    [left + width + wobble(), 478 + wobble()],
  ]
  const floors = Math.floor((410 - top) / 66)
  const columns = width > 120 ? 3 : 2
  const windows = range(floors).flatMap((floor) =>
    range(columns).map((column) => pane(luck, left + width * ((column + 0.5) / columns), top + 26 + floor * 66)),
  )
  const chimney = `M${at10(left + width * 0.74)} ${at10(top - (gable ? 34 : 33))}v-38h18v${gable ? 52 : 38}`
  const eaves = gable
    ? ''
    : `M${at10(left - 3)} ${at10(top)}h${at10(width + 6)}${range(7)
        .map((tile) => `M${at10(left + 18 + (tile * (width - 30)) / 7)} ${at10(top - 32)}l-3 30`)
        .join('')}`
  const door = `M${at10(left + width * 0.14)} 478v-52h26v52M${at10(left + width * 0.14 + 19)} 452v3`
  const shop = `M${at10(left + width * 0.46)} 474v-48h${at10(width * 0.44)}v48M${at10(left + width * 0.42)} 424h${at10(width * 0.52)}l6 14h-${at10(width * 0.52 + 12)}z`
  const dark = windows.map(({ glass }) => glass).join('')
  const facade = outline(...corners)
  const tint =
    fill(luck.pick(walls), facade, ' opacity=".72"') +
    fill('#5c6f82', dark, ' opacity=".5"') +
    (gable
      ? ''
      : fill(
          '#7f6a70',
          outline(corners[1] ?? [0, 0], corners[2] ?? [0, 0], corners[3] ?? [0, 0], corners[4] ?? [0, 0]),
          ' opacity=".5"',
        )) +
    fill(luck.pick(['#8f3f35', '#2f5f6a', '#3f6a52']), `M${at10(left + width * 0.14)} 478v-52h26v52z`, ' opacity=".7"')
  return {
    pen: facade.replace('Z', '') + chimney + eaves + door + shop + windows.map(({ frame }) => frame).join(''),
    tint,
  }
}

const at10 = (value: number) => Math.round(value)

function pane(luck: Chance, x: number, y: number) {
  const [left, top, wide, tall] = [at10(x - 12 + luck.about(0, 1.5)), at10(y + luck.about(0, 2)), 24, 38]
  return {
    frame: `M${left} ${top}h${wide}v${tall}h-${wide}zM${left + 12} ${top + 1}l${luck.whole(-1, 1)} ${tall - 2}M${left + 1} ${top + 18}h${wide - 3}M${left - 4} ${top + tall + 3}h${wide + 8}`,
    glass: `M${left} ${top}h${wide}v${tall}h-${wide}z`,
  }
}

function quayside(luck: Chance): string {
  const stones = range(42).map(
    (step) =>
      `M${70 + step * 35 + luck.whole(-6, 6)} ${luck.whole(484, 490)}l${luck.whole(-3, 3)} ${luck.whole(7, 12)}`,
  )
  const ripples = range(54).map(() => {
    const [x, y] = [luck.whole(70, 1480), luck.whole(516, 604)]
    return `M${x} ${y}q${luck.whole(8, 16)} ${luck.whole(-4, 4)} ${luck.whole(20, 56)} 0`
  })
  return `<path d="M46 480Q800 474 1554 481M48 502Q700 506 1552 500${stones.join('')}${ripples.join('')}"/>`
}

const boats = `<path d="M392 530q60 22 150-2l-16 30q-60 10-114 0zM452 528v-120M452 412l60 96-60 6M452 424l-40 84M1120 534q70 20 170-4l-20 34q-70 10-130 0zM1150 530v-30h62v28M1180 500v-74l0 0M1162 508h16v12h-16zM1188 508h14v12h-14z"/>`

const people =
  fill(
    line,
    'M690 480v-30q0-10 8-10t8 10v30zM698 436a6 6 0 1 1 .1 0zM676 426q22-26 46 0q-12-6-23 0q-12-6-23 0zM1374 480l3-30q0-9 8-9t8 9l3 30zM1385 438a6 6 0 1 1 .1 0zM1402 480v-20q0-6 5-6t5 6v20zM1407 452a4 4 0 1 1 .1 0z',
  ) + stroke(line, 2, 'M699 424v40')

const drizzle = (luck: Chance) =>
  range(190)
    .map(() => {
      const start: Point = [luck.between(60, 1560), luck.between(50, 470)]
      return tick(start, [start[0] - luck.between(3, 7), start[1] + luck.between(12, 26)])
    })
    .join('')
