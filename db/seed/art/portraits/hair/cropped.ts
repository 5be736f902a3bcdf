import { fill, range, stroke } from '../../paper.ts'
import { cap, type Hair, type Paint, puffs } from './paint.ts'

const round = ' stroke-linecap="round"'

export const cropped = {
  balding: (paint) => ({
    back: puffs(paint.colour, [
      [paint.left - 3, 122, 12],
      [paint.left - 7, 138, 13],
      [paint.left - 5, 156, 12],
      [paint.right + 3, 122, 12],
      [paint.right + 7, 138, 13],
      [paint.right + 5, 156, 12],
    ]),
    front:
      stroke('#fff', 5, 'M130 98Q140 88 154 87', ' stroke-linecap="round" opacity=".4"') +
      stroke(paint.colour, 2.4, 'M150 82Q166 72 184 84M146 84Q160 70 176 78', round),
  }),
  bald: () => ({
    back: '',
    front: stroke('#fff', 7, 'M126 104Q136 90 152 88', ' stroke-linecap="round" opacity=".22"'),
  }),
  pixie: (paint) => ({
    back: fill(
      paint.colour,
      `M${paint.left - 7} 166C${paint.left - 16} 92 ${paint.left} 68 160 66C${paint.right} 68 ${paint.right + 16} 92 ${paint.right + 7} 160Z`,
    ),
    front:
      fill(
        paint.colour,
        `M${paint.left - 6} 154C${paint.left - 16} 84 ${paint.left + 18} 60 170 62C${paint.right} 62 ${paint.right + 14} 88 ${paint.right + 6} 150C${paint.right + 2} 130 ${paint.right - 2} 118 ${paint.right - 10} 106L${paint.right - 20} 116L${paint.right - 28} 100L${paint.right - 42} 120L${paint.right - 52} 103L${paint.left + 28} 126L${paint.left + 20} 112L${paint.left + 6} 138L${paint.left + 1} 126Z`,
      ) + stroke(paint.light, 3.4, 'M122 100Q140 74 174 74M140 104Q156 86 188 84M196 90Q204 98 206 112', round),
  }),
  mop: (paint) => ({
    back: puffs(paint.colour, [
      ...[
        [110, 126, 18],
        [106, 146, 15],
        [210, 126, 18],
        [214, 146, 15],
        [116, 96, 22],
        [204, 96, 22],
        [140, 76, 24],
        [180, 76, 24],
      ].map(([x = 0, y = 0, r = 0]): [number, number, number] => [x, y, r]),
    ]),
    front:
      puffs(paint.colour, [
        [122, 112, 16],
        [138, 100, 18],
        [156, 108, 15],
        [172, 98, 18],
        [190, 104, 17],
        [202, 118, 12],
        [114, 124, 11],
        [150, 86, 20],
        [180, 84, 18],
      ]) +
      stroke(
        paint.light,
        3,
        'M118 100q8-12 20-8M146 80q12-8 22 2M176 92q12-8 20 4M136 112q8-8 16 0M168 110q8-8 15-2',
        round,
      ),
  }),
  fade: (paint) => ({
    back: '',
    front:
      fill(
        paint.light,
        `M${paint.left - 1} 142C${paint.left - 3} 92 ${paint.left + 8} 78 160 76C${paint.right - 8} 78 ${paint.right + 3} 92 ${paint.right + 1} 142C${paint.right - 3} 118 ${paint.right - 10} 104 ${paint.right - 22} 100H${paint.left + 22}C${paint.left + 10} 104 ${paint.left + 3} 118 ${paint.left - 1} 142Z`,
        ' opacity=".7"',
      ) +
      fill(
        paint.colour,
        `M${paint.left + 3} 112C${paint.left} 70 132 62 160 62C188 62 ${paint.right} 70 ${paint.right - 3} 112C${paint.right - 8} 104 ${paint.right - 14} 100 ${paint.right - 20} 99H${paint.left + 20}C${paint.left + 14} 100 ${paint.left + 8} 104 ${paint.left + 3} 112Z`,
      ),
  }),
  afro: (paint) => ({
    back:
      `<circle cx="160" cy="110" r="86" fill="${paint.colour}"/>` +
      puffs(
        paint.colour,
        range(18).map((tuft) => [
          Math.round(160 + Math.cos(tuft * 0.349) * 84),
          Math.round(110 + Math.sin(tuft * 0.349) * 84),
          14,
        ]),
      ),
    front:
      fill(paint.colour, cap(paint, 136, 106)) +
      puffs(
        paint.colour,
        range(8).map((tuft) => [122 + tuft * 11, 104 - Math.round(Math.sin((tuft / 7) * 3.14) * 8), 11]),
      ) +
      stroke(
        paint.light,
        2.6,
        'M98 84q8-14 20-16M140 46q16-8 30 0M200 66q14 4 18 18M86 122q-4 14 2 26M234 118q6 14 0 28',
        round,
      ),
  }),
  mohawk: (paint) => ({
    back: fill(paint.colour, 'M116 96C108 44 142 22 170 26C206 30 218 62 204 96Z'),
    front:
      fill(
        paint.under,
        `M${paint.left - 1} 136C${paint.left - 3} 70 ${paint.right + 3} 70 ${paint.right + 1} 136C${paint.right - 4} 108 ${paint.right - 16} 98 160 98C${paint.left + 16} 98 ${paint.left + 4} 108 ${paint.left - 1} 136Z`,
        ' opacity=".75"',
      ) +
      fill(
        paint.colour,
        'M122 100C110 58 136 34 168 34C200 36 214 66 200 98L192 90C190 106 180 116 166 124C172 112 172 104 168 98C160 112 148 118 134 120C142 112 144 104 142 98Z',
      ) +
      stroke(
        paint.light,
        4,
        'M136 92Q130 62 152 46M154 94Q152 62 172 44M174 96Q184 72 178 52M188 92Q198 76 192 62',
        round,
      ),
  }),
  quiff: (paint) => ({
    back: fill(
      paint.light,
      `M${paint.left - 3} 152C${paint.left - 8} 100 ${paint.left + 4} 84 160 80C${paint.right - 4} 84 ${paint.right + 8} 100 ${paint.right + 3} 152Z`,
    ),
    front:
      fill(
        paint.colour,
        `M${paint.left - 4} 134C${paint.left - 10} 100 ${paint.left + 4} 86 ${paint.left + 12} 82C${paint.left + 16} 52 ${paint.right - 14} 44 ${paint.right + 2} 66C${paint.right + 14} 80 ${paint.right + 8} 112 ${paint.right + 4} 134C${paint.right} 114 ${paint.right - 8} 104 ${paint.right - 16} 100C${paint.right - 50} 106 ${paint.left + 34} 106 ${paint.left + 14} 100C${paint.left + 4} 108 ${paint.left} 120 ${paint.left - 4} 134Z`,
      ) + stroke(paint.light, 3.4, 'M128 92Q136 66 168 60M150 96Q160 74 190 66M176 96Q190 84 200 82', round),
  }),
  crewcut: (paint) => ({
    back: '',
    front:
      fill(
        paint.colour,
        `M${paint.left - 2} 136C${paint.left - 8} 78 ${paint.left + 18} 68 160 66C${paint.right - 18} 68 ${paint.right + 8} 78 ${paint.right + 2} 136C${paint.right - 1} 116 ${paint.right - 6} 108 ${paint.right - 14} 103Q160 95 ${paint.left + 14} 103C${paint.left + 6} 108 ${paint.left + 1} 116 ${paint.left - 2} 136Z`,
      ) +
      stroke(
        paint.light,
        2,
        range(24)
          .map((hair) => `M${124 + (hair % 8) * 10} ${76 + Math.floor(hair / 8) * 9}l2 6`)
          .join(''),
        round,
      ),
  }),
} satisfies Record<string, (paint: Paint) => Hair>
