import { fill, range, stroke } from '../../paper.ts'
import { around, cap, type Hair, type Paint, puffs } from './paint.ts'

const twist: [x: number, y: number, lean: number][] = [
  [122, 74, -9],
  [135, 64, -6],
  [148, 58, -3],
  [161, 56, 1],
  [174, 58, 4],
  [187, 64, 7],
  [198, 74, 9],
]

export const short = {
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
  shaven: (paint) => ({
    back: '',
    front: fill(
      paint.colour,
      `M${paint.left - 1} 132C${paint.left - 2} 70 ${paint.right + 2} 70 ${paint.right + 1} 132C${paint.right - 4} 104 ${paint.right - 20} 98 160 98C${paint.left + 20} 98 ${paint.left + 4} 104 ${paint.left - 1} 132Z`,
      ' opacity=".55"',
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
} satisfies Record<string, (paint: Paint) => Hair>
