import { type Chance, chance } from '../chance.ts'
import {
  box,
  curve,
  disc,
  drawing,
  fill,
  group,
  outline,
  type Point,
  polar,
  range,
  type Sheet,
  stroke,
} from '../paper.ts'
import { covered, tooth } from '../texture.ts'

const veneers = {
  sycamore: '#e9d6b0',
  oak: '#c39a62',
  walnut: '#6a4630',
  rosewood: '#4b2a22',
  cherry: '#b06a43',
  ash: '#d9bf92',
}

type Veneer = keyof typeof veneers

const grainOf = (name: Veneer, seed: number, turn: number) =>
  `<filter id="grain-${name}" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="${turn ? '.16 .007' : '.007 .16'}" numOctaves="4" seed="${seed}"/><feColorMatrix values="0 0 0 0 .16 0 0 0 0 .08 0 0 0 0 .03 1.7 0 0 0 -.62"/><feComposite in2="SourceAlpha" operator="in"/><feMerge><feMergeNode in="SourceGraphic"/><feMergeNode/></feMerge></filter>`

const names: Veneer[] = ['sycamore', 'oak', 'walnut', 'rosewood', 'cherry', 'ash']

const grains = names.map((name, index) => grainOf(name, index * 7 + 2, index % 2)).join('')

/** Round trays with a star, 1000 by 1000. */
export const twelvePoints = (page: Sheet): string => tray(page, 12, veneers, '#b9c2bd')

export const eightPoints = (page: Sheet): string =>
  tray(page, 8, { ...veneers, sycamore: '#f0e2c4', walnut: '#3f2a20', oak: '#8a5a34', cherry: '#c9793f' }, '#c9b8a0')

export const twentyPoints = (page: Sheet): string =>
  tray(page, 20, { ...veneers, rosewood: '#6d2f26', cherry: '#d08a4a', ash: '#efd9a8', oak: '#a9803f' }, '#8f9aa3')

export const sixPoints = (page: Sheet): string =>
  tray(page, 6, { ...veneers, sycamore: '#f4ecd8', walnut: '#8a5a3a', rosewood: '#2b1a16', ash: '#e9d2a0' }, '#7d6a5a')

function tray(page: Sheet, points: number, wood: Record<Veneer, string>, cloth: string): string {
  const [full, half] = [360 / points, 180 / points]
  const cuts: Record<Veneer, string[]> = { sycamore: [], oak: [], walnut: [], rosewood: [], cherry: [], ash: [] }
  const star = (veneer: Veneer, ...points: Point[]) => cuts[veneer].push(outline(...points))
  for (const point of range(points)) {
    const turn = point * full - 90
    const spot = (radius: number, lean: number) => polar([500, 490], radius, turn + lean)
    star('sycamore', [500, 490], spot(150, 0), spot(92, half))
    star('walnut', [500, 490], spot(150, 0), spot(92, -half))
    star('cherry', spot(150, 0), spot(92, half), spot(188, half))
    star('oak', spot(150, 0), spot(92, -half), spot(188, -half))
    star('rosewood', spot(150, 0), spot(188, half), spot(280, 0))
    star('ash', spot(150, 0), spot(188, -half), spot(280, 0))
    star('sycamore', spot(280, 0), spot(188, half), spot(280, full))
    star('walnut', spot(280, 0), spot(318, half), spot(280, full))
    star('cherry', spot(280, 0), spot(318, half), spot(318, -half))
  }
  const inlay = names.map((name) =>
    group(`filter="url(#grain-${name})"`, fill(wood[name], cuts[name].join(''), ' stroke="#2a1710" stroke-width=".9"')),
  )
  return drawing(
    page,
    `<defs>${grains}${tooth('tray-tooth', 5, 0.06)}<filter id="tray-blur" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="16"/></filter><radialGradient id="tray-shine" cx=".36" cy=".3" r=".8"><stop stop-color="#fff" stop-opacity=".28"/><stop offset=".6" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#1a0d07" stop-opacity=".34"/></radialGradient></defs>${box(cloth, 0, 0, 1000, 1000)}${box('#1c1410', 0, 620, 1000, 380, ' opacity=".08"')}${disc('#1c1410', [524, 530], 424, ' opacity=".5" filter="url(#tray-blur)"')}` +
      group('filter="url(#grain-walnut)"', disc('#5a3a28', [500, 490], 424)) +
      group('filter="url(#grain-oak)"', disc('#c9a06a', [500, 490], 372)) +
      inlay.join('') +
      rims +
      disc('url(#tray-shine)', [500, 490], 424) +
      covered('tray-tooth'),
  )
}

const rims = `<g fill="none">${[
  [424, '#3a2318', 5],
  [398, '#8a5d3f', 3],
  [378, '#24140d', 9],
  [352, '#e9d6b0', 4],
  [340, '#3a2318', 7],
]
  .map(
    ([radius, colour, width]) => `<circle cx="500" cy="490" r="${radius}" stroke="${colour}" stroke-width="${width}"/>`,
  )
  .join('')}</g>`

const sawn = (luck: Chance, width: number, height: number, count: number) =>
  range(count)
    .map((step) => {
      const y = (step + 0.5) * (height / count)
      return curve(range(6).map((part): Point => [(part * width) / 5, y + luck.about(0, height / count / 2.4)]))
    })
    .join('')

/** The third box, its lid ajar, seen from the corner, 1200 by 900. */
export function thirdBox(page: Sheet): string {
  const luck = chance('third-box')
  return drawing(
    page,
    `<defs>${tooth('box-tooth', 5, 0.1)}<filter id="box-blur" x="-30%" y="-60%" width="160%" height="220%"><feGaussianBlur stdDeviation="20"/></filter>${['front', 'side', 'lid'].map((name, index) => `<linearGradient id="box-${name}" x2="${index === 2 ? '.3' : '1'}" y2="${index === 2 ? '1' : '.2'}"><stop stop-color="${['#d7a76a', '#9c6a3c', '#e6bd84'][index]}"/><stop offset="1" stop-color="${['#b98046', '#7a4f2b', '#cb9657'][index]}"/></linearGradient>`).join('')}</defs>${box('#e9e2d3', 0, 0, 1200, 900)}${box('#d9cfbb', 0, 560, 1200, 340)}${bench}` +
      `<path d="M210 690L640 800L1080 640L1000 600L300 640Z" fill="#2a1c10" opacity=".45" filter="url(#box-blur)"/>` +
      panel('front', 'matrix(1 .21 0 1 230 424)', 430, 270, sawn(luck, 430, 270, 20)) +
      panel('side', 'matrix(1 -.37 0 1 660 514.3)', 330, 270, sawn(luck, 330, 270, 18)) +
      inside +
      tails +
      lid(luck) +
      chips(luck) +
      covered('box-tooth'),
  )
}

const panel = (name: string, matrix: string, width: number, height: number, grain: string) =>
  `<g transform="${matrix}">${box(`url(#box-${name})`, 0, 0, width, height)}${stroke('#5a3416', 1.4, grain, ' opacity=".4"')}<rect width="${width}" height="${height}" fill="none" stroke="#4a2a12" stroke-width="2.5"/></g>`

const inside = `<clipPath id="box-mouth"><path d="M230 424L560 302L990 392.2L660 514.3Z"/></clipPath>${group('clip-path="url(#box-mouth)"', `${fill('#3d2413', 'M230 424L560 302L990 392.2L660 514.3Z')}${fill('#5c3a1f', 'M230 424L560 302V400L260 520Z')}${fill('#7a5230', 'M560 302L990 392.2V480L560 380Z')}`)}${stroke('#e6bd84', 9, 'M230 424L660 514.3L990 392.2', ' stroke-linejoin="round"')}${stroke('#4a2a12', 1.6, 'M236 431L660 520L986 399')}`

const tails = range(4)
  .map((index) => {
    const y = 16 + index * 66
    const front = `<g transform="matrix(1 .21 0 1 230 424)">${fill('#8a5a30', `M430 ${y + 10}L388 ${y}V${y + 46}L430 ${y + 36}Z`, ' stroke="#3f230e" stroke-width="2"')}${stroke('#3f230e', 1, `M396 ${y + 12}L428 ${y + 16}M396 ${y + 24}L428 ${y + 24}M396 ${y + 34}L428 ${y + 31}`, ' opacity=".5"')}</g>`
    const side = `<g transform="matrix(1 -.37 0 1 660 514.3)">${fill('#dcb078', `M0 ${y + 36}L40 ${y + 36}V${Math.min(y + 76, 268)}H0Z`, ' stroke="#3f230e" stroke-width="2"')}${range(
      3,
    )
      .map(
        (ring) =>
          `<path d="M6 ${y + 40 + ring * 10}q14 8 28 0" fill="none" stroke="#8a5a30" stroke-width="1.4" opacity=".7"/>`,
      )
      .join('')}</g>`
    return front + side
  })
  .join('')

const lid = (luck: Chance) =>
  `<g transform="translate(12 30)">${fill('#8a5a30', 'M320 330L760 418L760 444L320 356Z')}${fill('#6b431f', 'M760 418L1070 300L1070 326L760 444Z')}${fill('url(#box-lid)', 'M320 330L640 216L1070 300L760 418Z', ' stroke="#4a2a12" stroke-width="2.5"')}<g transform="matrix(1 .2 -.94 .335 640 216)" clip-path="none">${stroke('#6b4220', 1.6, sawn(luck, 424, 330, 13), ' opacity=".5"')}</g>${fill('#4a2a12', 'M640 312q46-22 96 2q-50 26-96-2z')}${fill('#c9975c', 'M650 306q40-18 80 2q-40 20-80-2z')}</g>`

const bench = stroke(
  '#c4b698',
  2,
  'M0 620Q400 612 1200 634M0 700Q500 690 1200 716M0 790Q600 776 1200 806M0 870Q400 860 1200 878',
)

function chips(luck: Chance): string {
  const curls = range(9).map(() => {
    const [x, y] =
      luck.next() < 0.5
        ? [luck.between(90, 330), luck.between(720, 850)]
        : [luck.between(820, 1120), luck.between(700, 850)]
    const size = luck.between(14, 26)
    const coil = range(15).map(
      (step): Point => [
        x + Math.cos(step * 0.7) * size * (1 - step / 18) + step * 1.5,
        y + Math.sin(step * 0.7) * size * 0.62 * (1 - step / 18),
      ],
    )
    return (
      stroke('#b98046', 9, curve(coil), ' stroke-linecap="round"') +
      stroke('#e9c592', 5.5, curve(coil), ' stroke-linecap="round"')
    )
  })
  return curls.join('')
}
