import { chance } from '../chance.ts'
import { box, curve, disc, drawing, fill, group, moved, outline, type Point, polar, range, stroke } from '../paper.ts'
import { covered, tooth } from '../texture.ts'

const defs = `<defs>${tooth('tooth', 4, 0.08)}<filter id="lift" x="-20%" y="-20%" width="140%" height="140%"><feDropShadow dx="10" dy="16" stdDeviation="12" flood-color="#1a0f05" flood-opacity=".45"/></filter><radialGradient id="lamp" cx=".5" cy=".42" r=".75"><stop stop-color="#fff3cf"/><stop offset=".45" stop-color="#f6d18b"/><stop offset="1" stop-color="#8a5326"/></radialGradient></defs>`

/** Three diatoms cut from one sheet that was folded, in front of a lamp, 1200 by 900. */
export function diatoms(held: boolean): string {
  const middle = held ? diatom([600, 440], 140, 12) : ragged([600, 440], 128)
  const holes = [diatom([285, 440], 120, 8), middle, diatom([915, 440], 120, 10)].join('')
  return drawing(
    { width: 1200, height: 900 },
    defs +
      box('url(#lamp)', 0, 0, 1200, 900) +
      group(
        'filter="url(#lift)"',
        moved(0, 0, held ? -1.5 : 1, 1, fill('#1d2b3f', `M90 210H1110V670H90Z${holes}`, ' fill-rule="evenodd"')),
      ) +
      stroke('#31456a', 2, 'M345 210V670M600 210V300M600 580V670M855 210V670', ' opacity=".7"') +
      (held ? '' : fallen) +
      covered('tooth'),
  )
}

// The rim stays joined to its ribs; only what lies between them is cut away.
function diatom(centre: Point, radius: number, ribs: number): string {
  const turn = 360 / ribs
  const windows = range(ribs).flatMap((n) => {
    const [from, to] = [n * turn + 4, (n + 1) * turn - 4]
    const outer = [
      polar(centre, radius, from),
      polar(centre, radius * 1.02, (from + to) / 2),
      polar(centre, radius, to),
    ]
    const inner = [polar(centre, radius * 0.58, to - 2), polar(centre, radius * 0.58, from + 2)]
    const bead = polar(centre, radius * 0.4, (from + to) / 2)
    return [outline(...outer, ...inner), round(bead, radius * 0.07)]
  })
  return windows.join('') + round(centre, radius * 0.17)
}

const round = ([x, y]: Point, radius: number) =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0Z`

function ragged(centre: Point, radius: number): string {
  const luck = chance('diatom that fell')
  return curve(
    range(26).map((n) => polar(centre, radius + luck.about(0, 7), n * (360 / 26))),
    true,
  )
}

const fallen = moved(
  640,
  780,
  14,
  1,
  group('filter="url(#lift)"', fill('#1d2b3f', ragged([0, 0], 118) + diatom([0, 0], 88, 12), ' fill-rule="evenodd"')),
)

/** Eleven pieces before a lamp; the seventh has a corner its maker is ashamed of, 1000 by 1200. */
export function lampWindow(): string {
  const luck = chance('eleven pieces')
  const cells = PLACES.map(([x, y, size], n) =>
    cell([x, y], size, { luck, corners: n === 6 ? 5 : 11, turn: n === 6 ? 40 : 0 }),
  )
  return drawing(
    { width: 1000, height: 1200 },
    `<defs>${tooth('tooth', 6, 0.08)}<radialGradient id="lamp" cx=".5" cy=".5" r=".62"><stop stop-color="#fff8e0"/><stop offset=".5" stop-color="#ffd27a"/><stop offset="1" stop-color="#e08a3a"/></radialGradient><filter id="halo" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="26"/></filter><filter id="far" x="-40%" y="-40%" width="180%" height="180%"><feGaussianBlur stdDeviation="80"/></filter></defs>` +
      box('#14181f', 0, 0, 1000, 1200) +
      disc('#e9a24c', [500, 590], 360, ' opacity=".4" filter="url(#far)"') +
      fill('#0b0f15', 'M190 130H810V1040H190Z') +
      group('filter="url(#halo)" opacity=".8"', fill('#f0a94e', cells.join(''))) +
      fill('url(#lamp)', cells.join('')) +
      stroke('#7a3f16', 2, cells.map((_, n) => veins(n)).join(''), ' opacity=".4"') +
      fill('#2a2118', 'M150 1040H850L900 1200H100Z') +
      covered('tooth'),
  )
}

const PLACES: [x: number, y: number, size: number][] = [
  [330, 250, 92],
  [545, 230, 84],
  [715, 300, 72],
  [270, 450, 62],
  [450, 440, 100],
  [660, 480, 88],
  [300, 640, 84],
  [500, 660, 92],
  [705, 690, 80],
  [390, 870, 98],
  [620, 880, 104],
]

type Shape = { luck: ReturnType<typeof chance>; corners: number; turn: number }

const cell = (centre: Point, size: number, { luck, corners, turn }: Shape) => {
  const points = range(corners).map((n) => polar(centre, size * luck.between(0.86, 1.06), turn + n * (360 / corners)))
  return corners < 6 ? outline(...points) : curve(points, true)
}

const veins = (n: number) => {
  const [x, y, size] = PLACES[n] ?? [0, 0, 0]
  return range(5)
    .map(
      (vein) =>
        `M${x} ${y}L${polar([x, y], size * 0.72, vein * 72 + n * 20)
          .map(Math.round)
          .join(' ')}`,
    )
    .join('')
}
