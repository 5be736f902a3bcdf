import { fill, range, stroke } from '../../paper.ts'
import { around, cap, type Hair, type Paint, puffs } from './paint.ts'

export const long = {
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
} satisfies Record<string, (paint: Paint) => Hair>
