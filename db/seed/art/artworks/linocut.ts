import { type Chance, chance } from '../chance.ts'
import { box, curve, disc, drawing, fill, group, type Point, polar, range, type Sheet, sliver } from '../paper.ts'
import { covered, specks, tooth } from '../texture.ts'

const paper = '#f1e9d8'
const ink = '#1d2a3a'

/** A curlew before a low sun, 900 by 1200. */
export function curlew(page: Sheet): string {
  const luck = chance('curlew')
  const sun: Point = [600, 420]
  const block = `${box(ink, 80, 80, 740, 1000)}${fill(paper, skyCuts(luck, sun) + waterCuts(luck) + mudCuts(luck))}`
  const warm = disc('#e2893b', [596, 424], 150) + fill('#e2893b', glitter(luck), ' opacity=".95"')
  const bird = group(
    `stroke="${paper}" stroke-width="11" stroke-linejoin="round" paint-order="stroke"`,
    fill(ink, body),
  )
  return drawing(
    page,
    `<defs>${specks('curlew-ink', 4, 9, -6.1)}${specks('curlew-sun', 9, 8, -5.2)}${tooth('curlew-tooth', 2)}</defs>${box(paper, 0, 0, 900, 1200)}` +
      group('filter="url(#curlew-sun)"', warm) +
      group('filter="url(#curlew-ink)"', `${block}${bird}${legs}${fill(paper, plumage(luck))}${reeds(luck)}`) +
      group('filter="url(#curlew-sun)" style="mix-blend-mode:multiply"', warm) +
      signature +
      covered('curlew-tooth'),
  )
}

const body =
  'M352 612C332 668 348 752 428 782C520 814 612 772 690 690C722 668 764 652 800 648C752 630 716 634 676 618C606 562 532 532 468 528C444 510 430 486 428 446C426 404 430 380 416 348C398 316 346 312 322 344C232 352 156 420 128 566C170 448 238 384 324 376C344 398 356 436 352 500C346 540 352 574 352 612Z'

const legs = `<path d="M470 770L486 872L470 1002M470 1002L430 1014M470 1002L506 1016M548 772L572 868L566 990M566 990L528 1004M566 990L602 1002" fill="none" stroke="${paper}" stroke-width="24" stroke-linejoin="round"/><path d="M470 770L486 872L470 1002M470 1002L430 1014M470 1002L506 1016M548 772L572 868L566 990M566 990L528 1004M566 990L602 1002" fill="none" stroke="${ink}" stroke-width="11" stroke-linejoin="round"/>`

function skyCuts(luck: Chance, sun: Point): string {
  const rings = range(24).flatMap((ring) => {
    const radius = 172 + ring * 24
    return range(Math.round(radius / 13)).map((step) => {
      const turn = (step / Math.round(radius / 13)) * 360 + luck.about(0, 3)
      const reach = luck.between(22, 44) * (1 + ring / 24)
      const from = polar(sun, radius + luck.about(0, 5), turn)
      const to = polar(sun, radius + luck.about(0, 5), turn + (reach / radius) * 57)
      return inside(from, 92, 92, 808, 700) && inside(to, 92, 92, 808, 700)
        ? sliver(from, to, Math.max(2.2, 8 - ring * 0.26) * luck.between(0.7, 1.15), -3)
        : ''
    })
  })
  return rings.join('') + discOut(sun, 152)
}

const discOut = ([x, y]: Point, radius: number) =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0Z`

function waterCuts(luck: Chance): string {
  return range(13)
    .flatMap((row) =>
      range(9).map((step) => {
        const x = 96 + step * 82 + luck.between(-34, 20)
        const y = 716 + row * 15 + luck.about(0, 4)
        const reach = Math.min(luck.between(40, 110), 804 - x)
        return luck.next() < 0.82 ? sliver([x, y], [x + reach, y + luck.about(0, 3)], luck.between(1.8, 4.2)) : ''
      }),
    )
    .join('')
}

function glitter(luck: Chance): string {
  return range(12)
    .map((row) => {
      const half = luck.between(16, 46) + row * 3
      return sliver([600 - half, 716 + row * 16], [600 + half * 0.9, 718 + row * 16], 5)
    })
    .join('')
}

function mudCuts(luck: Chance): string {
  return range(46)
    .map(() => {
      const [x, y] = [luck.between(96, 720), luck.between(930, 1064)]
      return sliver([x, y], [Math.min(806, x + luck.between(20, 86)), y + luck.about(0, 5)], luck.between(1.4, 4))
    })
    .join('')
}

function plumage(luck: Chance): string {
  const back = range(9).flatMap((row) =>
    range(11).map((step) => {
      const x = 404 + step * 27 + row * 9 + luck.about(0, 3)
      const y = 560 + row * 23 + step * 5 + luck.about(0, 3)
      return under(x, y)
        ? `${sliver([x, y], [x + 17, y + 9], 3.4, 3)}${sliver([x + 17, y + 9], [x + 2, y + 13], 2.6, 2)}`
        : ''
    }),
  )
  const neck = range(26).map((step) => {
    const [x, y] = [366 + (step % 4) * 15 + luck.about(0, 3), 388 + Math.floor(step / 4) * 27 + luck.about(0, 5)]
    return sliver([x, y], [x + 2, y + 15], 2.8)
  })
  return back.join('') + neck.join('') + discOut([360, 348], 8)
}

const under = (x: number, y: number) =>
  x < 700 - (y - 640) * 0.9 && y > 536 + (x - 440) * 0.3 && y < 770 - (x - 480) * 0.35

function reeds(luck: Chance): string {
  const blades = range(11).map((step) => {
    const foot: Point = [96 + step * 15, 1076]
    const tip: Point = [foot[0] + luck.between(-14, 50), luck.between(730, 940)]
    return sliver(foot, tip, luck.between(6, 10), luck.between(-16, 16))
  })
  return group(`stroke="${paper}" stroke-width="5" paint-order="stroke"`, fill(ink, blades.join('')))
}

const inside = ([x, y]: Point, left: number, top: number, right: number, bottom: number) =>
  x > left && x < right && y > top && y < bottom

const signature = `<g fill="none" stroke="#6b6257" stroke-width="2" stroke-linecap="round"><path d="M92 1112v16M101 1108l-6 22M108 1112v16M116 1112l-6 16M124 1128h10M136 1112l8 4-8 5 9 6M684 1116v12M684 1108v1M690 1126c8-18 14-18 12 0 6-14 12-14 12 0 6-14 10-14 12 0M734 1108c0 8 0 12-2 20M734 1120l12-10M738 1118l12 10M758 1122c10 0 8-10 2-8-8 4-4 16 8 12 14-4 22-10 34-8"/></g>`

/** One carved block of leaf and berry, printed nine times by hand, 1000 by 1000. */
export function hawthorn(page: Sheet): string {
  const luck = chance('hawthorn')
  const block = `${box('#24463a', 6, 6, 288, 288)}${fill('#efe6d2', sprig(luck))}${fill('#efe6d2', foliage(), ' fill-rule="evenodd"')}`
  const prints = range(9).map((spot) => {
    const [column, row] = [spot % 3, Math.floor(spot / 3)]
    const place = `translate(${50 + column * 300 + luck.about(0, 3)} ${50 + row * 300 + luck.about(0, 3)})`
    const flip = (column + row) % 2 ? ' translate(300 0) scale(-1 1)' : ''
    return `<g transform="${place} rotate(${luck.about(0, 0.5).toFixed(2)})${flip}" opacity="${luck.between(0.9, 1).toFixed(2)}"><use href="#hawthorn-block"/><use href="#hawthorn-berries" x="${luck.about(1, 3).toFixed(1)}" y="${luck.about(1, 3).toFixed(1)}"/></g>`
  })
  return drawing(
    page,
    `<defs>${specks('hawthorn-ink', 12, 9, -6)}${tooth('hawthorn-tooth', 3)}<g id="hawthorn-block">${block}</g><g id="hawthorn-berries">${berries}</g></defs>${box('#efe6d2', 0, 0, 1000, 1000)}` +
      group('filter="url(#hawthorn-ink)"', prints.join('')) +
      covered('hawthorn-tooth'),
  )
}

const berrySpots: Point[] = [
  [62, 214],
  [88, 238],
  [56, 246],
  [228, 62],
  [250, 88],
  [218, 96],
  [158, 158],
]

const berries = berrySpots
  .map(([x, y]) => `${disc('#b3392c', [x, y], 13)}<path d="M${x + 3} ${y - 9}l3 3 4-2-2 4z" fill="#efe6d2"/>`)
  .join('')

function sprig(luck: Chance): string {
  const stem =
    'M20 288C70 236 120 210 150 150C180 92 226 60 284 16L290 26C236 70 192 104 164 158C132 220 84 246 32 296Z'
  const chatter = range(70).map(() => {
    const [x, y] = [luck.between(14, 280), luck.between(14, 280)]
    return sliver([x, y], [x + luck.between(-9, 9), y + luck.between(6, 12)], 1.3)
  })
  const holes = berrySpots.map((spot) => discOut(spot, 16))
  return stem + chatter.join('') + holes.join('')
}

const leaves: [Point, number, number][] = [
  [[66, 240], -150, 0.86],
  [[104, 204], 58, 1.16],
  [[122, 184], -128, 1.2],
  [[160, 140], 34, 1.16],
  [[182, 106], -118, 1.08],
  [[224, 72], 58, 0.98],
  [[246, 50], -104, 0.56],
  [[44, 264], 82, 0.5],
  [[272, 28], 30, 0.4],
]

const foliage = () => leaves.map(([foot, turn, size]) => leaf(foot, turn, size)).join('')

const lobes: [along: number, across: number][] = [
  [0, 0],
  [12, 4],
  [24, 24],
  [30, 25],
  [36, 21],
  [38, 10],
  [46, 12],
  [58, 33],
  [66, 32],
  [69, 24],
  [66, 12],
  [74, 11],
  [86, 16],
  [91, 12],
  [95, 6],
  [97, 0],
]

function leaf(foot: Point, turn: number, size: number): string {
  const place = ([along, across]: Point): Point => {
    const [x, y] = polar([0, 0], Math.hypot(along, across) * size, turn + (Math.atan2(across, along) * 180) / Math.PI)
    return [foot[0] + x, foot[1] + y]
  }
  const back = lobes
    .slice(1, -1)
    .reverse()
    .map(([along, across]): Point => [along, -across])
  const rim = curve([...lobes, ...back].map(place), true)
  const veins = [14, 44, 70].flatMap((along) =>
    [1, -1].map((side) => sliver(place([along, 1.5 * side]), place([along + 13, 19 * side]), 1.8)),
  )
  return `${rim}${sliver(place([6, 0]), place([90, 0]), 2.4)}${veins.join('')}`
}
