import { chance } from '../chance.ts'
import { box, drawing, fill, group, range, type Sheet, short, stroke } from '../paper.ts'
import { covered, tooth, wander } from '../texture.ts'

type Log = [colour: string, rows: number][]

const barents: Log = [
  ['#2b3f55', 5],
  ['#e9e2d2', 1],
  ['#5f7f96', 3],
  ['#2b3f55', 2],
  ['#a9653a', 1],
  ['#e9e2d2', 4],
  ['#8fa7b3', 3],
  ['#6b4a2c', 3],
  ['#e9e2d2', 1],
  ['#2b3f55', 3],
  ['#5f7f96', 2],
  ['#c9433a', 1],
  ['#2b3f55', 6],
]

const harbour: Log = [
  ['#7a2f2a', 8],
  ['#d8a24a', 1],
  ['#7a2f2a', 2],
  ['#efe6d2', 2],
  ['#3f5a4c', 6],
  ['#efe6d2', 1],
  ['#3f5a4c', 3],
  ['#d8a24a', 2],
  ['#7a2f2a', 4],
  ['#efe6d2', 1],
  ['#7a2f2a', 7],
]

const herring: Log = [
  ['#e4e0d4', 3],
  ['#8d9a9f', 2],
  ['#e4e0d4', 2],
  ['#5a6b74', 4],
  ['#c8ced0', 3],
  ['#8d9a9f', 4],
  ['#36454e', 2],
  ['#c8ced0', 2],
  ['#5a6b74', 3],
  ['#e4e0d4', 4],
  ['#8d9a9f', 8],
]

const daughter: Log = [
  ['#f0c34a', 3],
  ['#2f6f86', 3],
  ['#f4ead2', 1],
  ['#e0723c', 3],
  ['#f4ead2', 1],
  ['#2f6f86', 4],
  ['#7fb0a6', 3],
  ['#f4ead2', 1],
  ['#f0c34a', 4],
  ['#2f6f86', 1],
  ['#f0c34a', 13],
]

/** Jumpers that are the logbook of one trip, 1000 by 1000. */
export const logbookJumper = (page: Sheet): string => jumper(page, barents, '#d9cdb8', '#22303f')
export const harbourJumper = (page: Sheet): string => jumper(page, harbour, '#cdd3cb', '#4f201d')
export const herringJumper = (page: Sheet): string => jumper(page, herring, '#c2b8a6', '#4b5961')
export const daughtersJumper = (page: Sheet): string => jumper(page, daughter, '#e3d9cd', '#245266')

function jumper(page: Sheet, log: Log, floor: string, edge: string): string {
  const rows = log.flatMap(([colour, count]) => range(count).map(() => colour))
  const knit = rows.map((colour, row) => {
    const y = 170 + row * 21
    return stroke(
      colour,
      13,
      `M${range(46)
        .map((stitch) => `${90 + stitch * 18} ${y}l9 17 9-17`)
        .join('M')}`,
      ' stroke-linecap="round"',
    )
  })
  const body =
    'M392 168Q500 232 608 168L712 204Q800 236 846 330L960 690L838 742L742 520L752 900Q500 932 248 900L258 520L162 742L40 690L154 330Q200 236 288 204Z'
  return drawing(
    page,
    `<defs><clipPath id="jumper"><path d="${body}"/></clipPath>${wander('jumper-edge', 4, '0.05', 7)}${tooth('jumper-tooth', 6, 0.16)}</defs>${box(floor, 0, 0, 1000, 1000)}${group('filter="url(#jumper-edge)"', `<path d="${body}" fill="#00000030" transform="translate(12 18)"/><path d="${body}" fill="${edge}"/>${group('clip-path="url(#jumper)"', knit.join(''))}${stroke(edge, 20, 'M392 170Q500 236 608 170')}${stroke(edge, 24, 'M250 892Q500 924 750 892M44 682L158 732M956 682L842 732')}${stroke('#00000024', 10, 'M258 520L262 690M742 520L738 690')}`)}${covered('jumper-tooth')}`,
  )
}

/** A kantha quilt: three layers, one running stitch, 1000 by 1200. */
export function kantha(page: Sheet): string {
  const luck = chance('forty-first')
  const ripples = range(19).map((ring) =>
    stroke(
      luck.pick(['#c22f35', '#2f6b5c', '#35508a', '#c22f35', '#8a4a7a']),
      3.2,
      `M500 ${560 - ring * 26}C${500 + ring * 34} ${560 - ring * 30} ${500 + ring * 34} ${620 + ring * 26} 500 ${650 + ring * 28}C${500 - ring * 34} ${620 + ring * 26} ${500 - ring * 34} ${560 - ring * 30} 500 ${560 - ring * 26}Z`,
      ` stroke-dasharray="${luck.whole(9, 12)} ${luck.whole(7, 9)}" stroke-linecap="round"`,
    ),
  )
  const petals = range(8).map(
    (petal) =>
      `<path d="M500 605C470 560 476 500 500 470C524 500 530 560 500 605Z" transform="rotate(${petal * 45} 500 605)"/>`,
  )
  const fish = [
    [190, 260, 20],
    [810, 260, 160],
    [190, 960, -20],
    [810, 960, 200],
  ].map(
    ([x = 0, y = 0, turn = 0]) =>
      `<path d="M-70 0Q-10-48 50 0L84-26V26L50 0Q-10 48-70 0Z" transform="translate(${x} ${y}) rotate(${turn})"/>`,
  )
  const edge = range(26).flatMap((leaf) => [
    `M${74 + leaf * 34} 66q14 10 0 26q-14-16 0-26z`,
    `M${74 + leaf * 34} 1108q14 10 0 26q-14-16 0-26z`,
  ])
  return drawing(
    page,
    `<defs><clipPath id="kantha-cloth"><rect x="40" y="40" width="920" height="1120"/></clipPath>${wander('kantha-edge', 8, '0.02', 10)}${tooth('kantha-tooth', 9, 0.14)}</defs>${box('#b9a58a', 0, 0, 1000, 1200)}${group('filter="url(#kantha-edge)"', `${box('#f4eee0', 40, 40, 920, 1120)}${box('#9c2530', 40, 40, 920, 20)}${box('#9c2530', 40, 1140, 920, 20)}${box('#9c2530', 40, 100, 920, 6)}${box('#9c2530', 40, 1094, 920, 6)}${fill('#2f6b5c', edge.join(''))}${group('clip-path="url(#kantha-cloth)"', ripples.join(''))}${group('fill="#e8b93f" stroke="#c22f35" stroke-width="4" stroke-dasharray="9 6"', petals.join(''))}${group('fill="#f4eee0" stroke="#35508a" stroke-width="5" stroke-dasharray="10 6"', fish.join(''))}<circle cx="500" cy="605" r="30" fill="#c22f35"/>`)}${covered('kantha-tooth')}`,
  )
}

/** A round raffia bag, counted in school fees, 1000 by 1000. */
export const raffiaBag = (page: Sheet): string => bag(page, { seed: 'raffia', wall: '#8fb8a6', marks: BARK })
export const indigoBag = (page: Sheet): string =>
  bag(page, { seed: 'raffia-tide', wall: '#e6c9a4', marks: { 2: '#2d4a78', 3: '#2d4a78', 6: '#5f86a8' } })
export const veranda = (page: Sheet): string =>
  bag(page, {
    seed: 'raffia-seven',
    wall: '#c7a9a0',
    marks: { 1: '#7a4a2c', 4: '#3f6b4a', 6: '#7a4a2c', 8: '#c4453a' },
  })
export const plainBag = (page: Sheet): string =>
  bag(page, { seed: 'raffia-plain', wall: '#7f98ad', marks: { 8: '#8a6a3c' } })

// Which ring of nine has a colour of its own.
type Bag = { seed: string; wall: string; marks: Record<number, string> }

const BARK = { 5: '#c4453a', 7: '#2f7a6b' }

function bag(page: Sheet, { seed, wall, marks }: Bag): string {
  const luck = chance(seed)
  const rings = range(26).map((ring) => {
    const radius = 20 + ring * 13
    const colour = marks[ring % 9] ?? luck.pick(['#dcb876', '#e3c48a', '#d2a95f'])
    const stitch = short(9 + luck.between(0, 2))
    return `<circle cx="500" cy="590" r="${radius}" fill="none" stroke="${colour}" stroke-width="12.4" stroke-dasharray="${stitch} 1.6" transform="rotate(${ring * 7} 500 590)"/>`
  })
  return drawing(
    page,
    `<defs>${wander('raffia-edge', 3, '0.06', 6)}${tooth('raffia-tooth', 4, 0.12)}</defs>${box(wall, 0, 0, 1000, 1000)}<ellipse cx="510" cy="930" rx="330" ry="26" fill="#00000030"/>${group('filter="url(#raffia-edge)"', `${stroke('#b98a4a', 26, 'M300 380C300 60 700 60 700 380')}${stroke('#e3c48a', 6, 'M294 380C294 52 706 52 706 380', ' stroke-dasharray="16 8"')}<circle cx="500" cy="590" r="352" fill="#b98a4a"/>${rings.join('')}<circle cx="500" cy="590" r="13" fill="#c4453a"/>`)}${covered('raffia-tooth')}`,
  )
}
