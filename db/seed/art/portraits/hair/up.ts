import { fill, range, stroke } from '../../paper.ts'
import { cap, type Hair, type Paint, puffs } from './paint.ts'

export const up = {
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
} satisfies Record<string, (paint: Paint) => Hair>
