import { box, disc, drawing, fill, group, outline, type Point, range, type Sheet, stroke } from '../paper.ts'
import { covered, tooth } from '../texture.ts'

type Spot = [x: number, y: number, z: number]
type Faces = [top: string, left: string, right: string]

const flat = ([x, y, z]: Spot): Point => [500 + (x - y) * 0.866, 672 + (x + y) * 0.48 - z]

const face = (colour: string, ...spots: Spot[]) => fill(colour, outline(...spots.map(flat)))

/** A room built to see where a larger desk would go, 1000 by 1000. */
export function studyRoom(page: Sheet): string {
  return drawing(
    page,
    `<defs><radialGradient id="room-air" cx=".5" cy=".42" r=".75"><stop stop-color="#f0c9a4"/><stop offset="1" stop-color="#d98f74"/></radialGradient><radialGradient id="room-lamp"><stop stop-color="#fff2c4" stop-opacity=".9"/><stop offset="1" stop-color="#fff2c4" stop-opacity="0"/></radialGradient>${tooth('room-tooth', 4, 0.05)}</defs>${box('url(#room-air)', 0, 0, 1000, 1000)}<ellipse cx="500" cy="880" rx="420" ry="90" fill="#9c5a48" opacity=".35"/>${shell}${windowPane}${shelf}${bed}${rug}${desk}${plant}${poster}${glow}${covered('room-tooth')}`,
  )
}

const block = ([x, y, z]: Spot, [wide, deep, high]: Spot, [top, left, right]: Faces) =>
  face(top, [x, y, z + high], [x + wide, y, z + high], [x + wide, y + deep, z + high], [x, y + deep, z + high]) +
  face(left, [x, y + deep, z], [x + wide, y + deep, z], [x + wide, y + deep, z + high], [x, y + deep, z + high]) +
  face(right, [x + wide, y, z], [x + wide, y + deep, z], [x + wide, y + deep, z + high], [x + wide, y, z + high])

const boards = range(10)
  .map((step) =>
    face(
      step % 2 ? '#b9825a' : '#c28c63',
      [-200 + step * 42, -200, 0],
      [-158 + step * 42, -200, 0],
      [-158 + step * 42, 220, 0],
      [-200 + step * 42, 220, 0],
    ),
  )
  .join('')

const shell =
  block([-214, -214, -26], [448, 448, 22], ['#8a5b41', '#6b4433', '#5a382b']) +
  boards +
  face('#35566b', [-200, -200, 0], [220, -200, 0], [220, -200, 420], [-200, -200, 420]) +
  face('#2a4559', [-200, -200, 0], [-200, 220, 0], [-200, 220, 420], [-200, -200, 420]) +
  face('#e9dcc4', [-214, -214, 420], [220, -214, 420], [220, -200, 420], [-214, -200, 420]) +
  face('#d9c8ac', [-214, -214, 420], [-200, -214, 420], [-200, 220, 420], [-214, 220, 420]) +
  face('#f1e7d3', [220, -214, 0], [220, -200, 0], [220, -200, 420], [220, -214, 420]) +
  face('#cdbb9d', [-214, 220, 0], [-200, 220, 0], [-200, 220, 420], [-214, 220, 420]) +
  face('#24394a', [-200, -198, 0], [220, -198, 0], [220, -198, 16], [-200, -198, 16])

const hillRow = (base: number, colour: string, lift: number): string =>
  face(
    colour,
    ...range(9).map((step): Spot => [-30 + step * 22.5, -198, base + Math.sin(step * 1.3 + base) * lift]),
    [150, -198, 190],
    [-30, -198, 190],
  )

const windowPane =
  face('#e9dcc4', [-40, -199, 180], [160, -199, 180], [160, -199, 360], [-40, -199, 360]) +
  face('#f6b77e', [-30, -198, 190], [150, -198, 190], [150, -198, 350], [-30, -198, 350]) +
  disc('#fff0c9', flat([96, -198, 300]), 22) +
  hillRow(270, '#d98a77', 9) +
  hillRow(248, '#a96d78', 8) +
  hillRow(226, '#6f5570', 7) +
  stroke(
    '#e9dcc4',
    7,
    `M${flat([60, -198, 190]).join(' ')}L${flat([60, -198, 350]).join(' ')}M${flat([-30, -198, 270]).join(' ')}L${flat([150, -198, 270]).join(' ')}`,
  )

const spines: [string, number][] = [
  ['#e07a4f', 40],
  ['#f0d9a0', 34],
  ['#7fa79a', 44],
  ['#c94f3d', 38],
  ['#e9dcc4', 30],
  ['#5a8298', 42],
  ['#d9a441', 36],
  ['#b56a7a', 40],
]

const shelf =
  block([-198, -60, 250], [44, 180, 8], ['#d9a878', '#b9825a', '#9c6a48']) +
  spines
    .map(([colour, high], index) =>
      block([-192, -50 + index * 18, 258], [30, 14, high], [colour, shade(colour, 0.82), shade(colour, 0.68)]),
    )
    .join('') +
  block([-198, -60, 330], [44, 120, 8], ['#d9a878', '#b9825a', '#9c6a48']) +
  block([-190, -46, 338], [28, 28, 30], ['#f4ead6', '#d9c8ac', '#b9a98e']) +
  block([-190, 6, 338], [26, 40, 20], ['#7fa79a', '#5f8a7d', '#4a6f64'])

function shade(colour: string, share: number): string {
  const parts = [1, 3, 5].map((start) => Math.round(Number.parseInt(colour.slice(start, start + 2), 16) * share))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

const bed =
  block([-196, 60, 0], [170, 150, 40], ['#8a5b41', '#6b4433', '#5a382b']) +
  block([-192, 64, 40], [164, 142, 24], ['#f4ead6', '#d9c8ac', '#c2b193']) +
  block([-120, 62, 42], [94, 146, 26], ['#d9694a', '#b5503a', '#98402f']) +
  block([-186, 84, 64], [46, 96, 16], ['#fffaf0', '#e3d8c3', '#cdbfa6'])

const rug =
  face('#5a8298', [20, 20, 1], [190, 20, 1], [190, 190, 1], [20, 190, 1]) +
  face('#e9dcc4', [34, 34, 1], [176, 34, 1], [176, 176, 1], [34, 176, 1]) +
  face('#c94f3d', [48, 48, 1], [162, 48, 1], [162, 162, 1], [48, 162, 1]) +
  face('#f0d9a0', [105, 62, 1], [148, 105, 1], [105, 148, 1], [62, 105, 1])

const wood: Faces = ['#e0b384', '#b9825a', '#9c6a48']

const desk =
  [
    [-6, -188],
    [206, -188],
    [-6, -98],
    [206, -98],
  ]
    .map(([x = 0, y = 0]) => block([x, y, 0], [8, 8, 110], wood))
    .join('') +
  block([-14, -196, 110], [232, 106, 12], wood) +
  face('#7fa79a', [30, -180, 123], [126, -180, 123], [126, -110, 123], [30, -110, 123]) +
  face('#fffaf0', [44, -172, 124], [104, -172, 124], [104, -122, 124], [44, -122, 124]) +
  face('#c94f3d', [56, -160, 124.5], [76, -164, 124.5], [90, -140, 124.5], [66, -132, 124.5]) +
  block([150, -186, 122], [52, 8, 56], ['#2a3440', '#35424f', '#222b35']) +
  face('#8fd0c4', [154, -177, 128], [198, -177, 128], [198, -177, 172], [154, -177, 172]) +
  stroke(
    '#2a3440',
    6,
    `M${flat([6, -178, 122]).join(' ')}L${flat([6, -178, 190]).join(' ')}L${flat([34, -166, 208]).join(' ')}`,
    ' stroke-linejoin="round" stroke-linecap="round"',
  ) +
  fill('#e07a4f', `M${flat([34, -166, 222]).join(' ')}l26 22-40 10z`) +
  block([60, -60, 0], [52, 52, 56], ['#e9c98f', '#c9a266', '#a98450'])

const plant =
  block([176, -60, 0], [36, 36, 40], ['#6b4433', '#c9694a', '#a9523a']) +
  group(
    `transform="translate(${flat([194, -42, 44]).map(Math.round).join(' ')})"`,
    [-64, -38, -12, 14, 40, 66]
      .map(
        (turn, index) =>
          `<path d="M0 0C-16-40-14-84 0-${112 + (index % 3) * 14}C14-84 16-40 0 0Z" fill="${index % 2 ? '#3f7a5c' : '#2f6049'}" transform="rotate(${turn})"/>`,
      )
      .join(''),
  )

const poster =
  face('#f4ead6', [-199, 120, 200], [-199, 200, 200], [-199, 200, 330], [-199, 120, 330]) +
  face('#d9694a', [-198, 130, 212], [-198, 190, 212], [-198, 190, 262], [-198, 130, 240]) +
  face('#e9b25a', [-198, 130, 240], [-198, 190, 262], [-198, 190, 318], [-198, 130, 318])

const glow = `<circle cx="${Math.round(flat([50, -160, 170])[0])}" cy="${Math.round(flat([50, -160, 170])[1])}" r="150" fill="url(#room-lamp)" opacity=".5"/>`
