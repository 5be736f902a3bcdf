import { fill, range, stroke } from '../../paper.ts'
import type { Hair, Paint } from './paint.ts'

export const covered = {
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
} satisfies Record<string, (paint: Paint) => Hair>
