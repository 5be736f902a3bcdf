import { fill, polar, range, stroke } from '../paper.ts'
import type { Cut, Look } from './look.ts'

type Hair = { back: string; front: string }
type Paint = { colour: string; light: string; left: number; right: number }

const puffs = (colour: string, spots: [x: number, y: number, radius: number][]) =>
  spots.map(([x, y, radius]) => `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>`).join('')

const around = (count: number, radius: number, from: number, to: number, size: number): [number, number, number][] =>
  range(count).map((step) => {
    const [x, y] = polar([160, 132], radius, from + ((to - from) * step) / (count - 1))
    return [Math.round(x), Math.round(y), size - (step % 3) * 2]
  })

const cap = ({ left, right }: Paint, low: number, dip: number) =>
  `M${left - 5} ${low}C${left - 12} 62 ${right + 12} 62 ${right + 5} ${low}C${right + 2} ${low - 22} ${right - 12} ${dip} 160 ${dip}C${left + 12} ${dip} ${left - 2} ${low - 22} ${left - 5} ${low}Z`

const twist: [x: number, y: number, lean: number][] = [
  [122, 74, -9],
  [135, 64, -6],
  [148, 58, -3],
  [161, 56, 1],
  [174, 58, 4],
  [187, 64, 7],
  [198, 74, 9],
]

const cuts: Record<Cut, (paint: Paint) => Hair> = {
  bob: (paint) => ({
    back: fill(
      paint.colour,
      `M${paint.left - 18} 206C${paint.left - 26} 96 ${paint.left} 66 160 64C${paint.right} 66 ${paint.right + 26} 96 ${paint.right + 18} 206C${paint.right} 214 ${paint.left} 214 ${paint.left - 18} 206Z`,
    ),
    front:
      fill(
        paint.colour,
        `M${paint.left - 8} 158C${paint.left - 14} 84 ${paint.left + 16} 66 160 66C${paint.right - 16} 66 ${paint.right + 14} 84 ${paint.right + 8} 158C${paint.right - 2} 132 ${paint.right - 8} 118 ${paint.right - 18} 106C${paint.right - 40} 126 ${paint.left + 30} 128 ${paint.left + 8} 122C${paint.left} 132 ${paint.left - 6} 144 ${paint.left - 8} 158Z`,
      ) +
      stroke(
        paint.light,
        4,
        `M${paint.left + 6} 104Q144 78 176 82M${paint.left + 22} 112Q150 96 186 98`,
        ' stroke-linecap="round"',
      ),
  }),
  receding: (paint) => ({
    back: fill(
      paint.colour,
      `M${paint.left - 6} 164C${paint.left - 16} 110 ${paint.left} 84 ${paint.left + 18} 80L${paint.right - 18} 80C${paint.right} 84 ${paint.right + 16} 110 ${paint.right + 6} 164Z`,
    ),
    front:
      fill(
        paint.colour,
        `M${paint.left - 3} 150C${paint.left - 8} 116 ${paint.left} 92 ${paint.left + 16} 84C${paint.left + 12} 104 ${paint.left + 8} 120 ${paint.left + 5} 146ZM${paint.right + 3} 150C${paint.right + 8} 116 ${paint.right} 92 ${paint.right - 16} 84C${paint.right - 12} 104 ${paint.right - 8} 120 ${paint.right - 5} 146Z`,
      ) + fill(paint.light, 'M132 84C140 74 180 74 190 84C176 80 146 80 132 84Z'),
  }),
  braidsUp: (paint) => ({
    back:
      puffs(paint.colour, [
        [160, 56, 40],
        [130, 66, 22],
        [190, 66, 22],
      ]) + stroke(paint.light, 3, 'M134 40q26-18 52 0M126 58q34-24 68 0', ' opacity=".35"'),
    front:
      fill(paint.colour, cap(paint, 140, 104)) +
      stroke(
        '#4a3227',
        2,
        range(9)
          .map((line) => `M${126 + line * 8.6} 106Q${134 + line * 6.6} 86 ${146 + line * 3.6} 76`)
          .join(''),
      ) +
      fill(
        paint.light,
        'M118 88C134 68 186 68 202 88C186 78 134 78 118 88ZM120 94C136 76 184 76 200 94L202 86C186 68 134 68 118 86Z',
      ),
  }),
  curls: (paint) => ({
    back: puffs(paint.colour, [
      ...around(15, 74, 130, 410, 30),
      ...around(9, 92, 150, 200, 20),
      ...around(9, 92, 340, 390, 20),
      [92, 200, 28],
      [228, 200, 28],
      [96, 228, 20],
      [226, 228, 20],
    ]),
    front:
      fill(paint.colour, cap(paint, 132, 100)) +
      puffs(paint.colour, [
        [124, 98, 17],
        [146, 90, 18],
        [172, 88, 18],
        [194, 98, 17],
        [110, 118, 12],
        [210, 118, 12],
      ]) +
      stroke(
        paint.light,
        3,
        'M112 96q8-14 22-10M150 78q12-8 22 2M186 90q14-2 18 12M82 150q-8 14 0 26M236 150q10 12 2 26',
        ' stroke-linecap="round"',
      ),
  }),
  silverBob: (paint) => ({
    back: fill(
      paint.colour,
      `M${paint.left - 14} 184C${paint.left - 22} 96 ${paint.left} 68 160 66C${paint.right} 68 ${paint.right + 22} 96 ${paint.right + 14} 184Z`,
    ),
    front:
      fill(
        paint.colour,
        `M${paint.left - 7} 156C${paint.left - 14} 84 ${paint.left + 14} 68 150 68C${paint.right - 10} 66 ${paint.right + 14} 88 ${paint.right + 7} 156C${paint.right + 2} 134 ${paint.right - 6} 118 ${paint.right - 30} 100C${paint.right - 50} 116 ${paint.left + 20} 122 ${paint.left + 4} 128C${paint.left - 2} 138 ${paint.left - 5} 146 ${paint.left - 7} 156Z`,
      ) + stroke(paint.light, 3.4, `M${paint.left + 8} 108Q140 84 186 88M178 82q26 8 30 34`, ' stroke-linecap="round"'),
  }),
  shaven: (paint) => ({
    back: '',
    front: fill(
      paint.colour,
      `M${paint.left - 1} 132C${paint.left - 2} 70 ${paint.right + 2} 70 ${paint.right + 1} 132C${paint.right - 4} 104 ${paint.right - 20} 98 160 98C${paint.left + 20} 98 ${paint.left + 4} 104 ${paint.left - 1} 132Z`,
      ' opacity=".55"',
    ),
  }),
  sideBraid: (paint) => ({
    back: fill(
      paint.colour,
      `M${paint.left - 12} 190C${paint.left - 18} 90 ${paint.left} 66 160 64C${paint.right} 66 ${paint.right + 18} 90 ${paint.right + 10} 176Z`,
    ),
    front:
      fill(
        paint.colour,
        `M${paint.left - 6} 160C${paint.left - 10} 84 ${paint.left + 14} 68 156 68L160 96C${paint.left + 24} 102 ${paint.left + 6} 122 ${paint.left - 6} 160ZM${paint.right + 6} 156C${paint.right + 10} 84 ${paint.right - 14} 68 156 68L160 96C${paint.right - 24} 102 ${paint.right - 8} 122 ${paint.right + 6} 156Z`,
      ) +
      range(7)
        .map(
          (knot) =>
            `<ellipse cx="${97 - knot * 1.5}" cy="${196 + knot * 18}" rx="${16 - knot}" ry="11" fill="${knot % 2 ? paint.light : paint.colour}" transform="rotate(${knot % 2 ? 24 : -24} ${97 - knot * 1.5} ${196 + knot * 18})"/>`,
        )
        .join(''),
  }),
  bun: (paint) => ({
    back:
      puffs(paint.colour, [[160, 60, 30]]) +
      fill(
        paint.colour,
        `M${paint.left - 8} 172C${paint.left - 14} 90 ${paint.left} 72 160 70C${paint.right} 72 ${paint.right + 14} 90 ${paint.right + 8} 172Z`,
      ),
    front:
      fill(
        paint.colour,
        `M${paint.left - 5} 152C${paint.left - 10} 92 ${paint.left + 12} 72 160 72L160 98C${paint.left + 30} 100 ${paint.left + 8} 118 ${paint.left - 5} 152ZM${paint.right + 5} 152C${paint.right + 10} 92 ${paint.right - 12} 72 160 72L160 98C${paint.right - 30} 100 ${paint.right - 8} 118 ${paint.right + 5} 152Z`,
      ) +
      stroke(
        paint.light,
        3.4,
        'M156 76C136 82 124 94 116 118M165 76C184 82 196 94 204 118M146 52q16-12 30 4',
        ' stroke-linecap="round"',
      ),
  }),
  looseBun: (paint) => ({
    back:
      puffs(paint.colour, [
        [172, 58, 30],
        [150, 56, 22],
        [192, 70, 18],
      ]) +
      fill(
        paint.colour,
        `M${paint.left - 10} 176C${paint.left - 16} 88 ${paint.left} 70 160 68C${paint.right} 70 ${paint.right + 16} 88 ${paint.right + 10} 176Z`,
      ),
    front:
      fill(
        paint.colour,
        `M${paint.left - 6} 168C${paint.left - 12} 88 ${paint.left + 14} 70 164 70C${paint.right - 8} 70 ${paint.right + 12} 92 ${paint.right + 6} 164C${paint.right - 2} 128 ${paint.right - 12} 112 ${paint.right - 26} 100C160 112 ${paint.left + 30} 112 ${paint.left + 12} 116C${paint.left} 130 ${paint.left - 4} 150 ${paint.left - 6} 168Z`,
      ) +
      stroke(
        paint.light,
        3.2,
        `M${paint.left + 10} 106Q150 82 190 92M160 40q22 4 22 24M${paint.left - 4} 166q-8 14-2 28M${paint.right + 5} 160q10 16 3 30`,
        ' stroke-linecap="round"',
      ),
  }),
  flatCap: (paint) => ({
    back: fill(
      paint.colour,
      `M${paint.left - 7} 172C${paint.left - 14} 110 ${paint.left} 90 160 88C${paint.right} 90 ${paint.right + 14} 110 ${paint.right + 7} 172Z`,
    ),
    front:
      fill(
        paint.light,
        `M${paint.left - 18} 116C${paint.left - 20} 66 ${paint.left + 20} 46 168 46C${paint.right + 6} 46 ${paint.right + 28} 78 ${paint.right + 20} 112C190 96 130 98 ${paint.left - 18} 116Z`,
      ) +
      fill(
        '#463e36',
        `M${paint.left - 20} 118C120 94 200 92 ${paint.right + 20} 112C${paint.right + 4} 116 170 108 ${paint.left - 6} 126C${paint.left - 16} 130 ${paint.left - 24} 126 ${paint.left - 20} 118Z`,
      ) +
      stroke('#6f6458', 2, 'M160 47v50M124 58q8 22 8 42M200 58q-6 20-6 40', ' opacity=".8"'),
  }),
  fringe: (paint) => ({
    back: fill(
      paint.colour,
      `M${paint.left - 16} 242C${paint.left - 24} 96 ${paint.left} 64 160 62C${paint.right} 64 ${paint.right + 24} 96 ${paint.right + 16} 242Z`,
    ),
    front:
      fill(
        paint.colour,
        `M${paint.left - 9} 190C${paint.left - 16} 84 ${paint.left + 12} 64 160 64C${paint.right - 12} 64 ${paint.right + 16} 84 ${paint.right + 9} 190L${paint.right - 3} 128L${paint.left + 3} 128Z`,
      ) +
      stroke(paint.light, 3, `M${paint.left + 10} 88Q150 70 196 84`, ' stroke-linecap="round"') +
      stroke(
        paint.light,
        1.2,
        range(9)
          .map((hair) => `M${paint.left + 10 + hair * 9.4} 127V${112 - (hair % 3) * 4}`)
          .join(''),
      ),
  }),
  scarf: (paint) => ({
    back: fill(
      paint.colour,
      `M${paint.left - 30} 262C${paint.left - 40} 110 ${paint.left - 14} 52 160 50C${paint.right + 14} 52 ${paint.right + 40} 110 ${paint.right + 30} 262Z`,
    ),
    front:
      fill(
        '#2b211e',
        `M${paint.left - 2} 122C${paint.left + 4} 88 ${paint.right - 4} 88 ${paint.right + 2} 122C${paint.right - 16} 100 ${paint.right - 34} 98 150 102C${paint.left + 26} 104 ${paint.left + 8} 110 ${paint.left - 2} 122Z`,
      ) +
      fill(
        paint.colour,
        `M${paint.left - 12} 236C${paint.left - 26} 150 ${paint.left - 14} 54 160 52C${paint.right + 14} 54 ${paint.right + 26} 150 ${paint.right + 12} 236C${paint.right + 8} 190 ${paint.right + 12} 120 ${paint.right - 8} 102C${paint.right - 24} 88 ${paint.left + 24} 88 ${paint.left + 8} 102C${paint.left - 12} 120 ${paint.left - 8} 190 ${paint.left - 12} 236Z`,
      ) +
      stroke(
        paint.light,
        3,
        `M${paint.left - 12} 112C${paint.left + 2} 76 140 66 166 64M${paint.right + 14} 150C${paint.right + 16} 110 ${paint.right} 86 190 76M${paint.left - 16} 170q-4 30 2 56`,
        ' stroke-linecap="round"',
      ) +
      fill(
        paint.colour,
        `M${paint.left - 14} 214C120 262 190 270 ${paint.right + 16} 208C${paint.right + 30} 262 230 292 150 286C100 280 84 250 ${paint.left - 14} 214Z`,
      ) +
      stroke(paint.light, 3, 'M104 236Q150 274 214 244M100 254Q150 290 222 262', ' stroke-linecap="round"'),
  }),
  beanie: (paint) => ({
    back: fill(
      '#2a1d18',
      `M${paint.left - 10} 190C${paint.left - 14} 120 ${paint.left} 90 160 88C${paint.right} 90 ${paint.right + 14} 120 ${paint.right + 10} 190Z`,
    ),
    front:
      fill(
        paint.colour,
        `M${paint.left - 8} 112C${paint.left - 10} 56 130 44 160 44C190 44 ${paint.right + 10} 56 ${paint.right + 8} 112Z`,
      ) +
      fill(
        paint.light,
        `M${paint.left - 12} 98h${paint.right - paint.left + 24}q6 14 0 28H${paint.left - 12}q-6-14 0-28Z`,
      ) +
      stroke(
        paint.colour,
        2.4,
        range(12)
          .map((rib) => `M${paint.left - 4 + rib * 9.6} 100v24`)
          .join(''),
      ),
  }),
  flatTop: (paint) => ({
    back: '',
    front:
      fill(
        paint.colour,
        `M${paint.left - 3} 140C${paint.left - 4} 110 ${paint.left - 6} 76 ${paint.left + 4} 60Q160 50 ${paint.right - 4} 60C${paint.right + 6} 76 ${paint.right + 4} 110 ${paint.right + 3} 140C${paint.right - 2} 118 ${paint.right - 8} 108 ${paint.right - 14} 104Q160 98 ${paint.left + 14} 104C${paint.left + 8} 108 ${paint.left + 2} 118 ${paint.left - 3} 140Z`,
      ) +
      fill(
        paint.light,
        range(40)
          .map((coil) => `M${122 + (coil % 10) * 8} ${64 + Math.floor(coil / 10) * 9}h3v3h-3z`)
          .join(''),
      ),
  }),
  plaits: (paint) => ({
    back: fill(
      paint.colour,
      `M${paint.left - 10} 186C${paint.left - 18} 90 ${paint.left} 66 160 64C${paint.right} 66 ${paint.right + 18} 90 ${paint.right + 10} 186Z`,
    ),
    front:
      fill(
        paint.colour,
        `M${paint.left - 6} 164C${paint.left - 10} 84 ${paint.left + 14} 68 160 68L160 94C${paint.left + 22} 104 ${paint.left + 6} 124 ${paint.left - 6} 164ZM${paint.right + 6} 164C${paint.right + 10} 84 ${paint.right - 14} 68 160 68L160 94C${paint.right - 22} 104 ${paint.right - 6} 124 ${paint.right + 6} 164Z`,
      ) +
      [104, 216]
        .map((x, side) =>
          range(6)
            .map(
              (knot) =>
                `<ellipse cx="${x}" cy="${190 + knot * 17}" rx="${13 - knot * 0.6}" ry="10" fill="${knot % 2 ? paint.light : paint.colour}" transform="rotate(${(knot % 2 ? 22 : -22) * (side ? -1 : 1)} ${x} ${190 + knot * 17})"/>`,
            )
            .join(''),
        )
        .join('') +
      fill('#c24a3c', 'M95 290h18v8h-18zM207 290h18v8h-18z'),
  }),
  undercut: (paint) => ({
    back: fill(
      paint.light,
      `M${paint.left - 3} 156C${paint.left - 8} 100 ${paint.left + 4} 84 160 80C${paint.right - 4} 84 ${paint.right + 8} 100 ${paint.right + 3} 156Z`,
    ),
    front:
      fill(
        paint.colour,
        `M${paint.left - 8} 126C${paint.left - 14} 82 ${paint.left + 22} 58 170 60C${paint.right + 4} 62 ${paint.right + 14} 92 ${paint.right + 5} 126C${paint.right - 2} 108 ${paint.right - 10} 100 ${paint.right - 26} 92C${paint.right - 44} 112 ${paint.left + 26} 124 ${paint.left + 2} 140C${paint.left - 4} 136 ${paint.left - 7} 132 ${paint.left - 8} 126Z`,
      ) + stroke(paint.light, 3, 'M122 96Q144 76 176 76M128 112Q150 100 172 88', ' stroke-linecap="round"'),
  }),
  shortCurls: (paint) => ({
    back: puffs(paint.colour, around(13, 58, 170, 370, 22)),
    front:
      fill(paint.colour, cap(paint, 130, 100)) +
      puffs(paint.colour, [
        [116, 112, 12],
        [130, 98, 14],
        [150, 90, 15],
        [172, 90, 15],
        [192, 98, 14],
        [205, 112, 12],
      ]) +
      puffs(paint.light, [
        [182, 72, 9],
        [196, 84, 8],
        [188, 94, 7],
      ]) +
      stroke('#54443e', 2.6, 'M112 84q8-10 16-6M138 68q10-6 18 0M158 84q8-6 14 2', ' stroke-linecap="round"'),
  }),
  whiteCurls: (paint) => ({
    back: puffs(paint.colour, [...around(13, 60, 160, 380, 23), [100, 158, 15], [220, 158, 15]]),
    front:
      puffs(paint.colour, [
        [114, 108, 14],
        [130, 94, 16],
        [152, 86, 17],
        [176, 88, 17],
        [196, 98, 15],
        [207, 114, 12],
      ]) +
      stroke(
        '#cfc9bf',
        2.6,
        'M108 88q8-12 20-8M140 70q12-8 22 2M178 76q14-2 20 10M118 108q8-8 16-2M186 104q8-6 14 2M96 140q-6 8 0 16M224 138q8 8 2 18',
        ' stroke-linecap="round"',
      ),
  }),
  locs: (paint) => ({
    back: stroke(
      paint.colour,
      15,
      range(9)
        .map(
          (loc) =>
            `M${112 + loc * 12} 90C${84 + loc * 19} 130 ${76 + loc * 21} 190 ${82 + loc * 19.5} ${242 - Math.abs(loc - 4) * 5}`,
        )
        .join(''),
      ' stroke-linecap="round"',
    ),
    front:
      fill(paint.colour, cap(paint, 134, 104)) +
      stroke(
        paint.colour,
        13,
        `M${paint.left + 4} 108C${paint.left - 10} 140 ${paint.left - 14} 190 ${paint.left - 10} 234M${paint.right - 4} 108C${paint.right + 10} 140 ${paint.right + 14} 190 ${paint.right + 10} 234M132 84q-30 20-34 90M188 84q30 20 34 90`,
        ' stroke-linecap="round"',
      ) +
      stroke(
        paint.light,
        2.6,
        'M130 92q10-16 28-16M168 78q20 0 26 20M98 150q-6 30-2 60M222 150q6 30 2 60M110 140q-6 40-4 76M210 140q6 40 4 76',
        ' stroke-linecap="round"',
      ),
  }),
  wavy: (paint) => ({
    back: fill(
      paint.colour,
      `M${paint.left - 20} 204C${paint.left - 30} 170 ${paint.left - 12} 150 ${paint.left - 20} 124C${paint.left - 16} 80 ${paint.left + 8} 64 160 62C${paint.right - 4} 64 ${paint.right + 20} 84 ${paint.right + 20} 124C${paint.right + 12} 150 ${paint.right + 30} 170 ${paint.right + 20} 204C${paint.right} 214 ${paint.left} 214 ${paint.left - 20} 204Z`,
    ),
    front:
      fill(
        paint.colour,
        `M${paint.left - 7} 164C${paint.left - 16} 128 ${paint.left - 8} 70 166 66C${paint.right} 68 ${paint.right + 14} 100 ${paint.right + 7} 164C${paint.right} 134 ${paint.right - 2} 116 ${paint.right - 20} 100C${paint.right - 30} 94 190 94 182 92C160 112 ${paint.left + 24} 112 ${paint.left + 6} 122C${paint.left - 2} 140 ${paint.left - 5} 150 ${paint.left - 7} 164Z`,
      ) +
      stroke(
        paint.light,
        4,
        `M182 90C160 74 132 80 ${paint.left + 2} 112M184 88C204 92 212 110 ${paint.right + 4} 140M${paint.left - 14} 150q-6 20 2 42M${paint.right + 14} 150q8 20-2 42`,
        ' stroke-linecap="round"',
      ),
  }),
  topKnot: (paint) => ({
    back:
      puffs(paint.colour, [
        [160, 48, 27],
        [146, 58, 16],
        [176, 58, 16],
      ]) +
      fill(
        paint.colour,
        `M${paint.left - 7} 164C${paint.left - 14} 90 ${paint.left} 72 160 70C${paint.right} 72 ${paint.right + 14} 90 ${paint.right + 7} 164Z`,
      ),
    front:
      fill(paint.colour, cap(paint, 142, 100)) +
      fill('#e9e6c9', 'M138 68q22-12 44 0l-3 8q-19-8-38 0z') +
      stroke(
        paint.light,
        3,
        'M124 104Q136 84 150 78M196 104Q184 84 170 78M146 40q14-12 30 2',
        ' stroke-linecap="round"',
      ),
  }),
  twists: (paint) => ({
    back: puffs(paint.colour, around(13, 52, 190, 350, 16)),
    front:
      fill(paint.colour, cap(paint, 132, 102)) +
      puffs(paint.colour, around(9, 62, 208, 332, 10)) +
      stroke(
        paint.colour,
        12,
        twist.map(([x, y, lean]) => `M${x} 98Q${x + lean} ${y + 18} ${x + lean * 2} ${y}`).join(''),
        ' stroke-linecap="round"',
      ) +
      stroke(
        paint.light,
        2.2,
        twist
          .map(([x, y, lean]) => `M${x + lean * 1.6 - 4} ${y + 10}q5 3 9 0M${x + lean - 4} ${y + 20}q5 3 9 0`)
          .join(''),
        ' stroke-linecap="round"',
      ),
  }),
  longSide: (paint) => ({
    back: fill(
      paint.colour,
      `M${paint.left - 14} 280C${paint.left - 26} 100 ${paint.left} 64 160 62C${paint.right} 64 ${paint.right + 24} 100 ${paint.right + 14} 230Z`,
    ),
    front:
      fill(
        paint.colour,
        `M${paint.left - 10} 282C${paint.left - 20} 200 ${paint.left - 16} 84 176 66C${paint.right} 68 ${paint.right + 12} 96 ${paint.right + 6} 176C${paint.right} 136 ${paint.right - 6} 112 184 90C150 110 ${paint.left + 14} 128 ${paint.left + 2} 160C${paint.left - 2} 200 ${paint.left + 8} 250 ${paint.left + 4} 290Z`,
      ) +
      stroke(
        paint.light,
        3.2,
        `M182 88C148 100 ${paint.left + 4} 120 ${paint.left - 4} 170M${paint.left - 9} 190q-2 40 4 80M188 86q20 16 22 56`,
        ' stroke-linecap="round"',
      ),
  }),
  tousled: (paint) => ({
    back: fill(
      paint.colour,
      `M${paint.left - 8} 160C${paint.left - 16} 92 ${paint.left} 72 160 70C${paint.right} 72 ${paint.right + 16} 92 ${paint.right + 8} 160Z`,
    ),
    front:
      fill(
        paint.colour,
        `M${paint.left - 6} 146C${paint.left - 18} 110 ${paint.left - 8} 76 126 66C138 50 164 62 172 58C196 54 ${paint.right + 10} 76 ${paint.right + 8} 104C${paint.right + 12} 120 ${paint.right + 8} 132 ${paint.right + 5} 146C${paint.right} 122 ${paint.right - 8} 112 ${paint.right - 16} 104C184 114 176 104 164 100C150 116 132 104 ${paint.left + 16} 112C${paint.left + 2} 120 ${paint.left - 2} 132 ${paint.left - 6} 146Z`,
      ) + stroke(paint.light, 3, 'M118 96q10-20 30-22M152 92q6-18 26-22M186 94q8-10 14-4', ' stroke-linecap="round"'),
  }),
}

export const drawHair = ({ hair, width }: Look): Hair =>
  cuts[hair.cut]({ colour: hair.colour, light: hair.light, left: 160 - width, right: 160 + width })
