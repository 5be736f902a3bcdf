import { type Chance, chance, noise } from '../chance.ts'
import { setLine } from '../lettering/set.ts'
import {
  at,
  box,
  curve,
  disc,
  dots,
  drawing,
  fill,
  group,
  outline,
  type Point,
  range,
  type Sheet,
  stroke,
} from '../paper.ts'

const sea = '#a9cdd0'
const land = '#f3ead6'
const shade = '#2f5d4e'
const roof = '#d8c3a0'

/** Where a town has shade at noon, 1200 by 850. */
export function shadeMap(page: Sheet): string {
  const luck = chance('shade-map')
  const town = blocks(luck)
  return drawing(
    page,
    `<defs><clipPath id="map-land"><path d="${shore}"/></clipPath></defs>${box(sea, 0, 0, 1200, 850)}${stroke(
      '#8fbcc2',
      2,
      range(4)
        .map(
          (ring) =>
            `M0 ${214 - ring * 24}C200 ${170 - ring * 24} 420 ${226 - ring * 26} 640 ${186 - ring * 26}S1010 ${120 - ring * 20} 1200 ${170 - ring * 22}`,
        )
        .join(''),
    )}${fill('#dfe9d8', reef, ' opacity=".8"')}${fill(land, shore, ' stroke="#c9b993" stroke-width="3"')}` +
      group(
        'clip-path="url(#map-land)"',
        `${park}${streets}${fill(roof, town.roofs, ' stroke="#c2a87d" stroke-width=".8"')}${fill(shade, town.cast, ' opacity=".62"')}<defs><path id="map-trees" d="${dots(trees(luck))}"/></defs><g stroke-linecap="round"><use href="#map-trees" stroke="${shade}" stroke-width="15" opacity=".78"/><use href="#map-trees" x="-2" y="-2" stroke="#5f9a7c" stroke-width="7"/></g>${lagoon}`,
      ) +
      wharf +
      walk +
      places +
      key,
  )
}

const shore = 'M0 246C120 206 260 262 400 240S600 196 700 222S900 176 1010 158S1140 204 1200 190V850H0Z'
const reef = 'M0 96C200 60 380 120 560 84S900 30 1200 66V84C900 54 760 92 580 106S200 84 0 122Z'
const lagoon = fill(sea, 'M-20 700C120 640 260 690 330 740S420 830 470 870H-20Z', ' stroke="#c9b993" stroke-width="3"')
const park = fill('#cfdcb4', 'M520 300L690 282L708 402L534 424Z')

const frame = ([across, down]: Point): Point => [
  Math.round(60 + across * 0.985 + down * 0.12 + Math.sin(down / 160) * 14),
  Math.round(250 - across * 0.06 + down * 0.96 + Math.sin(across / 210) * 12),
]

const lanes = [0, 96, 204, 300, 404, 500]
const roads = [-40, 90, 196, 318, 452, 590, 690, 812, 930, 1060, 1180]

const streets = (() => {
  const along = lanes.map((down) => curve(range(13).map((step) => frame([step * 100 - 60, down]))))
  const cross = roads.map((across, index) =>
    curve(range(7).map((step) => frame([across + (index % 3) * step * 3, step * 110 - 30]))),
  )
  const all = [...along, ...cross].join('')
  const main = [along[2], cross[4], along[0]].join('')
  return (
    stroke('#e2d3b2', 13, all) + stroke('#fffdf6', 10, all) + stroke('#e6c58a', 17, main) + stroke('#fff3d4', 13, main)
  )
})()

function blocks(luck: Chance) {
  const roofs: string[] = []
  const cast: string[] = []
  const lots = lanes
    .slice(0, -1)
    .flatMap((top, row) =>
      roads
        .slice(0, -1)
        .flatMap((left, column) =>
          lotsIn(luck, left + 16, top + 14, (roads[column + 1] ?? left) - 14, (lanes[row + 1] ?? top) - 14),
        ),
    )
  for (const [x, y, wide, deep] of lots) {
    const [centreX, centreY] = frame([x, y])
    if (centreX > 520 && centreX < 708 && centreY > 270 && centreY < 430) continue
    const corners: Point[] = [frame([x, y]), frame([x + wide, y]), frame([x + wide, y + deep]), frame([x, y + deep])]
    const tall = luck.whole(5, 13)
    const shadow = corners.map(([across, down]): Point => [across - tall, down + Math.round(tall * 0.8)])
    roofs.push(outline(...corners))
    cast.push(
      outline(
        corners[0] ?? [0, 0],
        shadow[0] ?? [0, 0],
        shadow[3] ?? [0, 0],
        shadow[2] ?? [0, 0],
        corners[2] ?? [0, 0],
        corners[3] ?? [0, 0],
      ),
    )
  }
  return { roofs: roofs.join(''), cast: cast.join('') }
}

function lotsIn(
  luck: Chance,
  left: number,
  top: number,
  right: number,
  bottom: number,
): [number, number, number, number][] {
  const columns = Math.max(1, Math.round((right - left) / 34))
  return range(columns).flatMap((column) =>
    [0, 1].flatMap((row): [number, number, number, number][] => {
      const [wide, deep] = [luck.between(15, 25), luck.between(14, 24)]
      const x = left + (column * (right - left)) / columns + luck.between(0, 5)
      return luck.next() < 0.76
        ? [[x, row ? bottom - deep - luck.between(0, 5) : top + luck.between(0, 5), wide, deep]]
        : []
    }),
  )
}

function trees(luck: Chance): Point[] {
  const grove = noise('mango')
  const scattered = range(520).flatMap((): Point[] => {
    const spot: Point = [luck.whole(10, 1190), luck.whole(190, 850)]
    return grove(spot[0] / 120, spot[1] / 120) > 0.63 ? [spot] : []
  })
  const avenue = range(30).map((step) => frame([step * 40 - 20, 192]))
  const green = range(44).map((): Point => [luck.whole(534, 692), luck.whole(296, 410)])
  return [...scattered, ...avenue, ...green]
}

const wharf = fill(
  '#cbb68f',
  'M826 186l18-4-14-96-18 4zM772 96l118-20 3 16-118 20z',
  ' stroke="#a8926a" stroke-width="2"',
)

const walk = stroke(
  '#d2452b',
  4.5,
  curve([
    [232, 664],
    [270, 560],
    [420, 470],
    [474, 420],
    [512, 350],
    [620, 352],
    [700, 300],
    [806, 208],
  ]),
  ' stroke-dasharray="2 10" stroke-linecap="round"',
)

const label = (text: string, x: number, y: number, colour = '#26403a', size = 25) =>
  setLine(text, x, y, {
    size,
    colour,
    more: ` stroke="${land}" stroke-width="52" stroke-linejoin="round" paint-order="stroke"`,
  })

const places =
  disc('#d2452b', [232, 664], 10) +
  disc('#d2452b', [806, 208], 10) +
  label('school', 250, 690) +
  label('wharf', 826, 234) +
  label('the green', 556, 376) +
  label('market', 330, 446) +
  label('lagoon', 96, 800, '#3f7480', 24) +
  setLine('reef', 300, 84, { size: 22, colour: '#5f949c', space: 5 })

const key = `${box('#fffdf6', 872, 618, 280, 184, ' rx="8" stroke="#c9b993" stroke-width="2"')}${setLine('Shade at noon', 896, 664, { face: 'black', size: 30, colour: '#26403a' })}${fill(shade, outline([896, 690], [930, 690], [930, 712], [896, 712]), ' opacity=".66"')}${setLine('wall or roof', 946, 708, { size: 19, colour: '#26403a' })}${stroke(shade, 22, `M${at([913, 738])}h0`, ' stroke-linecap="round"')}${setLine('tree', 946, 745, { size: 19, colour: '#26403a' })}${stroke('#d2452b', 4.5, 'M896 774h36', ' stroke-dasharray="2 10" stroke-linecap="round"')}${setLine('coolest walk', 946, 781, { size: 19, colour: '#26403a' })}`
