import { fill, range, stroke } from '../../paper.ts'
import { cap, type Hair, type Paint, puffs } from './paint.ts'

const round = ' stroke-linecap="round"'

export const wraps = {
  headwrap: (paint) => ({
    back:
      fill(paint.light, 'M172 58C168 14 206 -6 226 10C244 26 226 58 196 66Z') +
      fill(paint.colour, 'M186 62C200 26 236 18 244 38C250 58 222 76 192 74Z'),
    front:
      fill(
        paint.colour,
        `M${paint.left - 9} 134C${paint.left - 30} 54 ${paint.left + 18} 24 160 24C${paint.right - 18} 24 ${paint.right + 30} 54 ${paint.right + 9} 134C${paint.right - 4} 110 190 102 160 102C130 102 ${paint.left + 4} 110 ${paint.left - 9} 134Z`,
      ) +
      stroke(
        paint.light,
        7,
        `M${paint.left - 8} 104C120 70 176 58 ${paint.right + 2} 62M${paint.left - 6} 84C118 56 160 42 196 46M${paint.left + 4} 112C140 84 190 78 ${paint.right + 10} 92`,
        round,
      ) +
      stroke(
        paint.under,
        2.4,
        `M${paint.left - 4} 96C124 64 170 52 200 56M${paint.left + 2} 106C134 78 186 70 ${paint.right + 6} 80`,
        round,
      ),
  }),
  hijab: (paint) => ({
    back: fill(
      paint.colour,
      `M${paint.left - 26} 262C${paint.left - 38} 118 ${paint.left - 14} 54 160 52C${paint.right + 14} 54 ${paint.right + 38} 118 ${paint.right + 26} 262Z`,
    ),
    front:
      fill(
        paint.colour,
        `M${paint.left - 14} 240C${paint.left - 30} 140 ${paint.left - 14} 56 160 54C${paint.right + 14} 56 ${paint.right + 30} 140 ${paint.right + 14} 240C196 262 124 262 ${paint.left - 14} 240ZM${paint.left + 4} 142C${paint.left + 4} 182 ${paint.left + 18} 210 160 213C${paint.right - 18} 210 ${paint.right - 4} 182 ${paint.right - 4} 142C${paint.right - 4} 106 ${paint.right - 24} 96 160 96C${paint.left + 24} 96 ${paint.left + 4} 106 ${paint.left + 4} 142Z`,
        ' fill-rule="evenodd"',
      ) +
      stroke(
        paint.light,
        6,
        `M${paint.left + 5} 132C${paint.left + 9} 106 ${paint.left + 26} 99 160 99C${paint.right - 26} 99 ${paint.right - 9} 106 ${paint.right - 5} 132`,
        round,
      ) +
      fill(
        paint.colour,
        `M${paint.left - 16} 222C112 262 212 268 ${paint.right + 18} 214C${paint.right + 36} 270 240 304 160 304C84 304 78 264 ${paint.left - 16} 222Z`,
      ) +
      stroke(
        paint.under,
        2.6,
        `M${paint.left - 8} 232Q150 276 ${paint.right + 14} 228M${paint.left - 4} 250Q150 296 ${paint.right + 20} 250M${paint.left - 10} 170q-6-50 24-84`,
        round,
      ),
  }),
  shawl: (paint) => ({
    back: fill(
      paint.colour,
      `M${paint.left - 30} 270C${paint.left - 42} 110 ${paint.left - 12} 56 162 54C${paint.right + 14} 56 ${paint.right + 42} 110 ${paint.right + 30} 270Z`,
    ),
    front:
      fill(
        paint.under,
        `M${paint.left - 3} 158C${paint.left - 8} 84 ${paint.left + 16} 70 154 70L156 96C${paint.left + 24} 102 ${paint.left + 6} 120 ${paint.left - 3} 158ZM${paint.right + 3} 158C${paint.right + 8} 84 ${paint.right - 16} 70 154 70L156 96C${paint.right - 24} 102 ${paint.right - 6} 120 ${paint.right + 3} 158Z`,
      ) +
      fill(
        paint.colour,
        `M${paint.left - 16} 258C${paint.left - 36} 130 ${paint.left - 14} 56 162 54C${paint.right + 14} 56 ${paint.right + 36} 130 ${paint.right + 16} 258C${paint.right + 2} 200 ${paint.right + 18} 124 ${paint.right - 2} 98C${paint.right - 20} 78 ${paint.left + 20} 78 ${paint.left + 2} 98C${paint.left - 18} 124 ${paint.left - 2} 200 ${paint.left - 16} 258Z`,
      ) +
      stroke(
        paint.light,
        4,
        `M${paint.left - 15} 250C${paint.left - 4} 200 ${paint.left - 16} 124 ${paint.left + 2} 99C${paint.left + 20} 80 ${paint.right - 20} 80 ${paint.right - 2} 99C${paint.right + 16} 124 ${paint.right + 4} 200 ${paint.right + 15} 250`,
      ) +
      fill(
        paint.colour,
        `M${paint.left - 18} 236C130 286 200 276 ${paint.right + 26} 216C${paint.right + 44} 268 220 300 132 296C96 292 84 262 ${paint.left - 18} 236Z`,
      ) +
      stroke(paint.light, 2.6, `M${paint.left - 8} 248Q150 296 ${paint.right + 28} 236M112 274Q170 298 232 262`, round),
  }),
  turban: (paint) => ({
    back: fill(paint.under, cap({ ...paint, left: paint.left - 2, right: paint.right + 2 }, 158, 100)),
    front:
      fill(
        paint.colour,
        `M${paint.left - 7} 130C${paint.left - 38} 74 ${paint.left + 4} 22 160 20C${paint.right - 4} 22 ${paint.right + 38} 74 ${paint.right + 7} 130C${paint.right - 8} 116 186 100 160 86C134 100 ${paint.left + 8} 116 ${paint.left - 7} 130Z`,
      ) +
      fill(paint.light, 'M140 100Q150 88 160 84Q170 88 180 100Q160 92 140 100Z') +
      stroke(
        paint.light,
        2.8,
        `M160 86C134 84 ${paint.left + 4} 96 ${paint.left - 16} 104M160 74C130 68 ${paint.left + 4} 76 ${paint.left - 18} 86M160 60C134 52 118 54 ${paint.left - 10} 66M160 86C186 84 ${paint.right - 4} 96 ${paint.right + 16} 104M160 74C190 68 ${paint.right - 4} 76 ${paint.right + 18} 86M160 60C186 52 202 54 ${paint.right + 10} 66M160 46C150 38 134 36 122 46M160 46C170 38 186 36 198 46`,
        round,
      ),
  }),
  kerchief: (paint) => ({
    back:
      fill(
        paint.under,
        `M${paint.left - 8} 172C${paint.left - 14} 100 ${paint.left} 80 160 78C${paint.right} 80 ${paint.right + 14} 100 ${paint.right + 8} 172Z`,
      ) + fill(paint.colour, `M${paint.right - 4} 106l34 26-4 22-28-20zM${paint.right - 6} 112l22 40-18 10-14-38z`),
    front:
      fill(
        paint.under,
        `M${paint.left - 5} 150C${paint.left - 8} 124 ${paint.left} 108 ${paint.left + 14} 100L${paint.left + 18} 112C${paint.left + 6} 124 ${paint.left} 136 ${paint.left - 5} 150ZM${paint.right + 5} 150C${paint.right + 8} 124 ${paint.right} 108 ${paint.right - 14} 100L${paint.right - 18} 112C${paint.right - 6} 124 ${paint.right} 136 ${paint.right + 5} 150Z`,
      ) +
      fill(
        paint.colour,
        `M${paint.left - 9} 126C${paint.left - 16} 64 ${paint.left + 18} 54 160 54C${paint.right - 18} 54 ${paint.right + 16} 64 ${paint.right + 9} 126C${paint.right - 8} 106 190 98 160 98C130 98 ${paint.left + 8} 106 ${paint.left - 9} 126Z`,
      ) +
      puffs(
        paint.light,
        range(13).map((dot) => [
          118 + (dot % 5) * 21 + (Math.floor(dot / 5) % 2) * 10,
          68 + Math.floor(dot / 5) * 13,
          2.8,
        ]),
      ),
  }),
} satisfies Record<string, (paint: Paint) => Hair>
