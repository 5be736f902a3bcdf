import { type Chance, chance } from '../chance.ts'
import { box, drawing, group, type Point, range, type Sheet, stroke, tick } from '../paper.ts'
import { covered, tooth, wander } from '../texture.ts'

type Row = { colour: string; thick: number; marks: string[] }

const thread = {
  navy: '#1f3a5f',
  teal: '#2a7f86',
  rust: '#c4512d',
  ochre: '#d99a2b',
  moss: '#5f7a3a',
  plum: '#7a3350',
  cream: '#f8f2e2',
}

/** A sampler stitched on a ferry, 800 by 1100. */
export function longCrossing(page: Sheet): string {
  const luck = chance('long-crossing')
  const rows: Row[] = [
    ...border(luck, 84, thread.navy, thread.rust),
    ...sun(luck),
    ...gulls(),
    ...ferry(luck),
    ...waves(luck),
    ...knots(),
    ...fish(luck),
    ...kelp(luck),
    ...border(luck, 988, thread.teal, thread.ochre),
  ]
  const stitched = rows.map(({ colour, thick, marks }) => stroke(colour, thick, marks.join('')))
  const sheen = rows.map(({ marks }) => marks.join('')).join('')
  return drawing(
    page,
    `<defs><pattern id="linen" width="5" height="5" patternUnits="userSpaceOnUse"><path d="M0 1h5M0 3.5h5" stroke="#a89472" stroke-width=".9" opacity=".55"/><path d="M1 0v5M3.5 0v5" stroke="#fffaf0" stroke-width=".9" opacity=".5"/></pattern>${wander('linen-edge', 3, '0.04', 10)}${tooth('linen-tooth', 8, 0.16, '0.3')}<filter id="stitch-shade" x="-5%" y="-5%" width="110%" height="110%"><feDropShadow dx="1.2" dy="2" stdDeviation="1" flood-color="#2a1d10" flood-opacity=".5"/></filter></defs>${box('#6f7d7a', 0, 0, 800, 1100)}` +
      group(
        'filter="url(#linen-edge)"',
        `${box('#3f4b49', 46, 50, 712, 1012, ' opacity=".5"')}${box('#dccdae', 40, 40, 712, 1012)}${box('url(#linen)', 40, 40, 712, 1012)}${fray(luck)}`,
      ) +
      group(
        'filter="url(#stitch-shade)" stroke-linecap="round"',
        `${stitched.join('')}${stroke('#fff', 1, sheen.length < 16000 ? sheen : '', ' opacity=".22"')}`,
      ) +
      covered('linen-tooth'),
  )
}

const fray = (luck: Chance) =>
  stroke(
    '#c9b78f',
    2,
    range(110)
      .map(
        (step) =>
          `M${46 + step * 6.4} 1050l${luck.whole(-3, 3)} ${luck.whole(6, 16)}M${46 + step * 6.4} 42l${luck.whole(-3, 3)} ${luck.whole(-14, -5)}`,
      )
      .join(''),
  )

const cross = (x: number, y: number, size = 7) => `M${x} ${y}l${size} ${size}m0-${size}l-${size} ${size}`

const motif = ['..#..', '.#.#.', '#.#.#', '.#.#.', '..#..']

function border(luck: Chance, top: number, first: string, second: string): Row[] {
  const diamonds = range(14).map((column) =>
    motif
      .flatMap((line, down) =>
        [...line].map((mark, across) => (mark === '#' ? cross(76 + column * 46 + across * 8, top + down * 8) : '')),
      )
      .join(''),
  )
  const rail = (y: number) =>
    range(40).map((step) => tick([72 + step * 16.4 + luck.about(0, 1), y], [82 + step * 16.4, y + luck.about(0, 1)]))
  return [
    { colour: first, thick: 2.6, marks: diamonds.filter((_, index) => index % 2 === 0) },
    { colour: second, thick: 2.6, marks: diamonds.filter((_, index) => index % 2) },
    { colour: first, thick: 3.4, marks: [...rail(top - 14), ...rail(top + 54)] },
  ]
}

function sun(luck: Chance): Row[] {
  const seeds = range(210).map(() => {
    const [turn, reach] = [luck.between(0, 6.28), luck.next() ** 0.5 * 52]
    const spot: Point = [590 + Math.cos(turn) * reach, 258 + Math.sin(turn) * reach]
    const lean = luck.between(0, 6.28)
    return tick(spot, [spot[0] + Math.cos(lean) * 7, spot[1] + Math.sin(lean) * 7])
  })
  const rays = range(28).map((ray) => {
    const turn = ray * 0.2244
    const [from, to] = [64, ray % 2 ? 82 : 98]
    return tick(
      [590 + Math.cos(turn) * from, 258 + Math.sin(turn) * from],
      [590 + Math.cos(turn) * to, 258 + Math.sin(turn) * to],
    )
  })
  return [
    { colour: thread.ochre, thick: 3.4, marks: seeds },
    { colour: thread.rust, thick: 3.6, marks: rays },
  ]
}

const gulls = (): Row[] => [
  {
    colour: thread.cream,
    thick: 4,
    marks: [
      [150, 226],
      [226, 196],
      [304, 236],
      [400, 190],
      [470, 222],
    ].map(([x = 0, y = 0]) => `M${x - 26} ${y - 8}l12-6m2 1l11 12m2 0l11-12m2-1l13 5`),
  },
]

function ferry(luck: Chance): Row[] {
  const satin = (left: number, right: number, top: number, bottom: number, lean = 0) =>
    range(Math.round((right - left) / 4)).map((step) =>
      tick([left + step * 4 + lean, top + luck.about(0, 1.4)], [left + step * 4, bottom + luck.about(0, 1.4)]),
    )
  const hull = range(74).map((step) => {
    const x = 148 + step * 5
    const end = step < 8 ? 442 + step * 3 : step > 66 ? 466 - (step - 66) * 4 : 466
    return tick([x, 420 + luck.about(0, 1)], [x + 1, end])
  })
  return [
    { colour: thread.navy, thick: 5, marks: hull },
    { colour: thread.cream, thick: 4, marks: [...satin(196, 470, 384, 416), ...satin(236, 408, 352, 380)] },
    { colour: thread.rust, thick: 4, marks: satin(300, 340, 312, 348, 4) },
    {
      colour: thread.teal,
      thick: 5,
      marks: range(9).map((window) => tick([214 + window * 29, 400], [222 + window * 29, 400])),
    },
    { colour: thread.navy, thick: 3, marks: ['M430 350v-44', 'M430 308l30 10', 'M430 318l22 10'] },
  ]
}

const waves = (luck: Chance): Row[] =>
  [thread.teal, thread.navy, thread.teal, thread.cream].map((colour, line) => ({
    colour,
    thick: line === 3 ? 3 : 4.4,
    marks: range(46).map((step) => {
      const [x, y] = [78 + step * 14.2, 494 + line * 21 + Math.sin(step / 2.1 + line) * 8]
      return tick([x, y], [x + 11, 494 + line * 21 + Math.sin((step + 1) / 2.1 + line) * 8 + luck.about(0, 1)])
    }),
  }))

function knots(): Row[] {
  const dashes = (spots: Point[]) =>
    spots
      .slice(0, -1)
      .map((spot, index) =>
        tick(spot, [
          spot[0] + ((spots[index + 1] ?? spot)[0] - spot[0]) * 0.8,
          spot[1] + ((spots[index + 1] ?? spot)[1] - spot[1]) * 0.8,
        ]),
      )
  const eight = (x: number) =>
    range(41).map((step): Point => [x + Math.sin((step / 40) * 6.28) * 44, 632 + Math.sin((step / 40) * 12.56) * 26])
  const reef = (x: number, flip: number) =>
    range(31).map(
      (step): Point => [x + flip * (Math.cos((step / 30) * 3.14 - 1.57) * 50 - 12), 632 + (step / 30 - 0.5) * 52],
    )
  const rope = (x: number) => range(16).map((step): Point => [x + step * 5, 632 + Math.sin(step / 1.4) * 9])
  return [
    { colour: thread.rust, thick: 5, marks: [...dashes(eight(180)), ...dashes(eight(610))] },
    { colour: thread.plum, thick: 5, marks: [...dashes(reef(378, 1)), ...dashes(rope(264))] },
    { colour: thread.ochre, thick: 5, marks: [...dashes(reef(416, -1)), ...dashes(rope(456))] },
  ]
}

function fish(luck: Chance): Row[] {
  const bodies = range(6).map((index) => {
    const x = 104 + index * 106
    const scales = range(15).map((step) => {
      const half = Math.sin(((step + 1.5) / 17) * 3.14) * 21
      return tick([x + step * 4, 738 - half], [x - 4 + step * 4, 738 + half + luck.about(0, 1)])
    })
    const tail = range(5).map((step) => tick([x + 64, 738], [x + 84, 722 + step * 8]))
    return [...scales, ...tail]
  })
  return [thread.teal, thread.rust, thread.plum].map((colour, turn) => ({
    colour,
    thick: 4.2,
    marks: bodies.filter((_, index) => index % 3 === turn).flat(),
  }))
}

function kelp(luck: Chance): Row[] {
  const stems = range(11).map((plant) => {
    const x = 104 + plant * 60
    const tall = luck.between(86, 136)
    return range(Math.round(tall / 11)).flatMap((step) => {
      const y = 940 - step * 11
      const sway = Math.sin(step / 2 + plant) * 7
      const leaf = step > 1 ? [tick([x + sway, y], [x + sway + (step % 2 ? 17 : -17), y - 13])] : []
      return [tick([x + sway, y], [x + Math.sin((step + 1) / 2 + plant) * 7, y - 9]), ...leaf]
    })
  })
  return [thread.moss, thread.teal].map((colour, turn) => ({
    colour,
    thick: 4,
    marks: stems.filter((_, index) => index % 2 === turn).flat(),
  }))
}
