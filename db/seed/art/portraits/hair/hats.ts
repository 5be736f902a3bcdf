import { fill, range, stroke } from '../../paper.ts'
import { type Hair, type Paint, puffs } from './paint.ts'

const round = ' stroke-linecap="round"'

const nape = ({ left, right, under }: Paint, low: number) =>
  fill(
    under,
    `M${left - 7} ${low}C${left - 12} 106 ${left} 90 160 88C${right} 90 ${right + 12} 106 ${right + 7} ${low}Z`,
  )

const sides = ({ left, right, under }: Paint, low: number) =>
  fill(
    under,
    `M${left - 5} ${low}C${left - 7} 124 ${left - 4} 110 ${left + 2} 100L${left + 10} 108C${left + 5} 122 ${left + 2} ${low - 16} ${left - 5} ${low}ZM${right + 5} ${low}C${right + 7} 124 ${right + 4} 110 ${right - 2} 100L${right - 10} 108C${right - 5} 122 ${right - 2} ${low - 16} ${right + 5} ${low}Z`,
  )

export const hats = {
  songkok: (paint) => ({
    back: nape(paint, 158),
    front:
      sides(paint, 148) +
      fill(
        paint.colour,
        `M${paint.left - 4} 114L${paint.left + 5} 58Q160 46 ${paint.right - 5} 58L${paint.right + 4} 114Q160 92 ${paint.left - 4} 114Z`,
      ) +
      stroke(
        paint.light,
        2.4,
        `M${paint.left + 6} 62Q160 50 ${paint.right - 6} 62M${paint.left + 16} 70L${paint.left + 10} 100`,
      ),
  }),
  kufi: (paint) => ({
    back: nape(paint, 158),
    front:
      sides(paint, 148) +
      fill(
        paint.colour,
        `M${paint.left - 4} 114C${paint.left - 5} 70 ${paint.left + 14} 56 160 54C${paint.right - 14} 56 ${paint.right + 5} 70 ${paint.right + 4} 114Q160 94 ${paint.left - 4} 114Z`,
      ) +
      stroke(
        paint.light,
        3,
        `M${paint.left - 1} 102Q160 82 ${paint.right + 1} 102M${paint.left + 6} 72Q160 58 ${paint.right - 6} 72`,
      ) +
      stroke(
        paint.light,
        2.4,
        range(9)
          .map((stitch) => `M${paint.left + 6 + stitch * 10} ${92 - Math.sin((stitch / 8) * 3.14) * 11}l5-12 5 12`)
          .join(''),
      ),
  }),
  souwester: (paint) => ({
    back:
      nape(paint, 176) +
      fill(
        paint.light,
        `M${paint.left - 30} 118C${paint.left - 30} 184 ${paint.left + 4} 196 160 194C${paint.right - 4} 196 ${paint.right + 30} 184 ${paint.right + 30} 118Z`,
      ),
    front:
      fill(
        paint.colour,
        `M${paint.left - 6} 106C${paint.left - 8} 54 128 40 160 40C192 40 ${paint.right + 8} 54 ${paint.right + 6} 106Z`,
      ) +
      stroke(paint.light, 3, 'M160 41V98M132 46Q122 70 120 100M188 46Q198 70 200 100', round) +
      fill(
        paint.colour,
        `M${paint.left - 30} 126C${paint.left - 20} 98 130 90 160 90C190 90 ${paint.right + 20} 98 ${paint.right + 30} 126C${paint.right + 8} 114 190 107 160 107C130 107 ${paint.left - 8} 114 ${paint.left - 30} 126Z`,
      ) +
      stroke(
        paint.light,
        3,
        `M${paint.left - 26} 120C${paint.left - 12} 102 130 96 160 96C190 96 ${paint.right + 12} 102 ${paint.right + 26} 120`,
      ),
  }),
  strawHat: (paint) => ({
    back:
      nape(paint, 196) +
      puffs(paint.under, [
        [paint.left - 4, 198, 13],
        [paint.right + 4, 198, 13],
      ]) +
      fill(
        paint.light,
        'M30 110C60 84 110 76 160 76C210 76 260 84 290 110C262 134 214 128 160 128C106 128 58 134 30 110Z',
      ),
    front:
      sides(paint, 162) +
      fill(
        paint.colour,
        `M${paint.left + 2} 96C${paint.left + 2} 46 132 32 160 32C188 32 ${paint.right - 2} 46 ${paint.right - 2} 96Z`,
      ) +
      fill(
        paint.band,
        `M${paint.left + 1} 82Q160 70 ${paint.right - 1} 82L${paint.right - 1} 100Q160 90 ${paint.left + 1} 100Z`,
      ) +
      fill(
        paint.colour,
        'M28 112C58 90 110 88 160 88C210 88 262 90 292 112C262 130 214 112 160 112C106 112 58 130 28 112Z',
      ) +
      stroke(
        paint.light,
        2,
        'M44 112C80 98 120 96 160 96C200 96 240 98 276 112M70 114C100 103 130 103 160 103C190 103 220 103 250 114M122 54Q160 42 198 54M118 68Q160 56 202 68',
        round,
      ),
  }),
  hardHat: (paint) => ({
    back: nape(paint, 188) + puffs(paint.under, [[paint.right + 2, 190, 16]]),
    front:
      sides(paint, 160) +
      fill(
        paint.colour,
        `M${paint.left - 9} 114C${paint.left - 12} 58 126 42 160 42C194 42 ${paint.right + 12} 58 ${paint.right + 9} 114Q160 92 ${paint.left - 9} 114Z`,
      ) +
      fill(paint.light, 'M148 42Q160 38 172 42L176 98Q160 94 144 98Z') +
      fill(
        paint.light,
        `M${paint.left - 16} 112Q160 88 ${paint.right + 16} 112Q${paint.right + 18} 122 ${paint.right + 8} 122Q160 102 ${paint.left - 8} 122Q${paint.left - 18} 122 ${paint.left - 16} 112Z`,
      ) +
      stroke('#fff', 5, 'M122 66q8-10 18-13', ' stroke-linecap="round" opacity=".6"'),
  }),
  paperCap: (paint) => ({
    back: nape(paint, 160),
    front:
      puffs(paint.under, [
        [paint.left + 2, 116, 9],
        [paint.left - 3, 130, 8],
        [paint.right - 2, 116, 9],
        [paint.right + 3, 130, 8],
        [paint.left + 14, 106, 9],
        [paint.right - 14, 106, 9],
        [140, 104, 8],
      ]) +
      fill(
        paint.colour,
        `M${paint.left - 3} 108L${paint.left + 1} 56Q160 44 ${paint.right - 1} 56L${paint.right + 3} 108Q160 88 ${paint.left - 3} 108Z`,
      ) +
      stroke(paint.light, 2.4, `M${paint.left} 86Q160 68 ${paint.right} 86`) +
      stroke(
        paint.light,
        1.6,
        range(8)
          .map((fold) => `M${120 + fold * 11.5} ${57 - Math.sin((fold / 7) * 3.14) * 7}v14`)
          .join(''),
      ),
  }),
  ballCap: (paint) => ({
    back: nape(paint, 160),
    front:
      sides(paint, 150) +
      fill(
        paint.colour,
        `M${paint.left - 6} 112C${paint.left - 9} 60 124 48 160 48C196 48 ${paint.right + 9} 60 ${paint.right + 6} 112Z`,
      ) +
      stroke(paint.band, 2.4, 'M160 48V98M130 56Q118 76 118 104M190 56Q202 76 202 104') +
      fill(paint.band, 'M160 62l11 11-11 11-11-11z') +
      fill(
        paint.light,
        `M${paint.left - 2} 104C124 92 196 92 ${paint.right + 2} 104C${paint.right + 26} 114 ${paint.right + 22} 128 ${paint.right + 6} 124C190 112 130 112 ${paint.left - 6} 124C${paint.left - 22} 128 ${paint.left - 26} 114 ${paint.left - 2} 104Z`,
      ) +
      `<circle cx="160" cy="48" r="4" fill="${paint.light}"/>`,
  }),
  hoodUp: (paint) => ({
    back: fill(
      paint.light,
      `M${paint.left - 30} 268C${paint.left - 44} 104 ${paint.left - 8} 40 160 38C${paint.right + 8} 40 ${paint.right + 44} 104 ${paint.right + 30} 268Z`,
    ),
    front:
      fill(
        paint.under,
        `M${paint.left - 2} 150C${paint.left - 8} 92 ${paint.left + 20} 76 160 76C${paint.right - 10} 76 ${paint.right + 8} 92 ${paint.right + 2} 150C${paint.right - 4} 126 ${paint.right - 14} 114 ${paint.right - 34} 98C${paint.right - 40} 120 ${paint.left + 20} 118 ${paint.left - 2} 150Z`,
      ) +
      fill(
        paint.colour,
        `M${paint.left - 34} 276C${paint.left - 48} 104 ${paint.left - 10} 38 160 36C${paint.right + 10} 38 ${paint.right + 48} 104 ${paint.right + 34} 276C200 300 120 300 ${paint.left - 34} 276ZM${paint.left - 5} 150C${paint.left - 2} 206 ${paint.left + 16} 232 160 236C${paint.right - 16} 232 ${paint.right + 2} 206 ${paint.right + 5} 150C${paint.right + 8} 104 ${paint.right - 14} 80 160 78C${paint.left + 14} 80 ${paint.left - 8} 104 ${paint.left - 5} 150Z`,
        ' fill-rule="evenodd"',
      ) +
      stroke(
        paint.light,
        4,
        `M${paint.left - 12} 150C${paint.left - 16} 100 ${paint.left + 10} 72 160 70C${paint.right - 10} 72 ${paint.right + 16} 100 ${paint.right + 12} 150C${paint.right + 10} 208 ${paint.right - 10} 240 160 244C${paint.left + 10} 240 ${paint.left - 10} 208 ${paint.left - 12} 150Z`,
      ) +
      stroke(paint.band, 4, 'M148 244l-3 44M172 244l3 44', round),
  }),
} satisfies Record<string, (paint: Paint) => Hair>
