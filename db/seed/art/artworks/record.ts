import { chance } from '../chance.ts'
import { setLine } from '../lettering/set.ts'
import { box, disc, drawing, fill, group, type Point, range, type Sheet, sliver, stroke } from '../paper.ts'
import { covered, specks, tooth } from '../texture.ts'

const dark = '#14213d'
const cream = '#f3e6c8'

/** A record sleeve: a bridge before dawn, 1000 by 1000. */
export function bridgeAtFive(page: Sheet): string {
  const luck = chance('bridge-at-five')
  const bands = ['#14213d', '#243a63', '#5b4b7a', '#a65b6e', '#df7f55', '#f3b25f'].map((colour, index) =>
    box(colour, 0, index * 96, 1000, 110),
  )
  const glints = range(130).map(() => {
    const depth = luck.next() ** 1.4
    const [x, y] = [640 + luck.about(0, 90 + depth * 300), 604 + depth * 380]
    const half = 8 + depth * 46
    return sliver([x - half, y], [x + half, y], 2 + depth * 5)
  })
  return drawing(
    page,
    `<defs>${specks('record-ink', 8, 9, -6.3)}${tooth('record-tooth', 4, 0.13)}<clipPath id="record-sea"><rect y="576" width="1000" height="424"/></clipPath></defs>${group('filter="url(#record-ink)"', `${box(dark, 0, 0, 1000, 1000)}${bands.join('')}${disc('#ffe3a3', [640, 560], 118)}${box('#1b2c50', 0, 576, 1000, 424)}${group('clip-path="url(#record-sea)"', fill('#f3b25f', glints.join('')))}${deck()}${boat}`)}${type}${covered('record-tooth')}`,
  )
}

function deck(): string {
  const road = 'M0 398C260 420 520 470 1000 556L1000 578C520 500 260 452 0 436Z'
  const legs = range(17).map((step) => {
    const share = step / 16
    const x = 30 + share ** 0.82 * 950
    const top = 424 + share ** 1.05 * 134
    const size = 1 - share * 0.9
    return `M${x} ${top}h${26 * size}V${Math.min(960, 590 + 330 * size)}h${-26 * size}z`
  })
  const lamps = range(17).map((step): Point => [20 + (step / 16) ** 0.82 * 960, 404 + (step / 16) ** 1.05 * 142])
  const posts = lamps.map(
    ([x, y], index) =>
      `M${x.toFixed(0)} ${y.toFixed(0)}v${(-120 * (1 - index / 18)).toFixed(0)}h${(22 * (1 - index / 18)).toFixed(0)}`,
  )
  const lights = lamps.map(([x, y], index) =>
    disc('#ffe3a3', [x + 24 * (1 - index / 18), y - 118 * (1 - index / 18)], 9 * (1 - index / 20)),
  )
  return `${fill('#0d1428', road + legs.join(''))}${stroke('#0d1428', 5, posts.join(''))}${lights.join('')}${bus}`
}

const bus = `<g transform="translate(196 362) rotate(5)">${box('#f0b429', 0, 0, 118, 50, ' rx="6"')}${box('#0d1428', 8, 9, 102, 18)}${box('#0d1428', 0, 33, 118, 5)}${disc('#0d1428', [26, 52], 11)}${disc('#0d1428', [92, 52], 11)}${range(
  5,
)
  .map((index) => box('#f0b429', 26 + index * 19, 9, 4, 18))
  .join('')}</g>`

const boat = `<g transform="translate(150 66)">${fill('#0d1428', 'M360 760C420 790 560 790 640 752C610 806 400 812 360 760Z')}${stroke('#0d1428', 8, 'M456 776L440 690M440 690l-14 34M440 690q-8-22 4-30')}${disc('#0d1428', [444, 662], 14)}${fill('#0d1428', 'M424 700q20-26 40 4l6 74h-44z')}${stroke('#0d1428', 5, 'M500 640L392 830')}</g>`

const type =
  setLine('Third Bridge,', 56, 132, { face: 'black', size: 104, colour: cream }) +
  setLine('5 a.m.', 56, 228, { face: 'black', size: 104, colour: cream }) +
  setLine('eleven instrumentals by Seun', 58, 944, { size: 25, colour: cream, space: 1 }) +
  setLine('33', 942, 944, { size: 25, colour: cream, align: 1 })
