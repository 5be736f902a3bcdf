import { fill, range, stroke } from '../../paper.ts'
import { cap, type Hair, type Paint, puffs } from './paint.ts'

const round = ' stroke-linecap="round"'

const parted = ({ colour, left, right }: Paint) =>
  fill(
    colour,
    `M${left - 5} 154C${left - 10} 88 ${left + 12} 70 160 70L160 96C${left + 28} 100 ${left + 8} 118 ${left - 5} 154ZM${right + 5} 154C${right + 10} 88 ${right - 12} 70 160 70L160 96C${right - 28} 100 ${right - 8} 118 ${right + 5} 154Z`,
  )

const crown = ({ colour, left, right }: Paint, low: number) =>
  fill(
    colour,
    `M${left - 10} ${low}C${left - 16} 88 ${left} 68 160 66C${right} 68 ${right + 16} 88 ${right + 10} ${low}Z`,
  )

export const loose = {
  ponytail: (paint) => ({
    back:
      crown(paint, 166) +
      fill(
        paint.colour,
        `M${paint.right - 10} 150C${paint.right + 34} 148 ${paint.right + 40} 226 ${paint.right + 12} 284C${paint.right + 4} 256 ${paint.right + 12} 210 ${paint.right - 6} 186Z`,
      ),
    front:
      parted(paint) +
      stroke(
        paint.light,
        3,
        `M154 76C136 84 124 98 116 122M166 76C184 84 196 98 204 122M${paint.right + 16} 184q10 40-2 76`,
        round,
      ) +
      fill(paint.band, `M${paint.right} 158l16-4 4 14-18 6z`),
  }),
  boxBraids: (paint) => ({
    back:
      fill(
        paint.colour,
        `M${paint.left - 8} 200C${paint.left - 18} 88 ${paint.left + 4} 58 160 56C${paint.right - 4} 58 ${paint.right + 18} 88 ${paint.right + 8} 200Z`,
      ) +
      stroke(
        paint.colour,
        9,
        range(13)
          .map(
            (braid) =>
              `M${104 + braid * 9.3} 150C${98 + braid * 10.3} 190 ${96 + braid * 10.7} 220 ${94 + braid * 11} ${278 - Math.abs(braid - 6) * 3}`,
          )
          .join(''),
        round,
      ),
    front:
      fill(paint.colour, cap(paint, 140, 106)) +
      stroke(
        paint.light,
        2,
        range(9)
          .map(
            (row) =>
              `M${124 + row * 9} ${108 - Math.round(Math.sin((row / 8) * 3.14) * 3)}Q${138 + row * 5.4} 84 160 68`,
          )
          .join(''),
      ) +
      stroke(
        paint.colour,
        9.5,
        [-1, 1]
          .map((side) => {
            const x = side < 0 ? paint.left : paint.right
            return `M${x - side * 2} 114C${x + side * 9} 150 ${x + side * 8} 210 ${x + side * 8} 264M${x - side * 6} 108C${x + side * 2} 150 ${x - side * 1} 200 ${x - side * 3} 252`
          })
          .join(''),
        round,
      ) +
      stroke(
        paint.light,
        1.6,
        range(9)
          .map((knot) => `M${paint.left - 11} ${160 + knot * 9}l6 4M${paint.right + 5} ${164 + knot * 9}l6-4`)
          .join(''),
      ) +
      puffs(paint.band, [
        [paint.left - 8, 262, 6.4],
        [paint.left + 3, 250, 6.4],
        [paint.right - 3, 250, 6.4],
        [paint.right + 8, 262, 6.4],
      ]) +
      puffs(paint.under, [
        [paint.left - 8, 273, 5.6],
        [paint.left + 3, 261, 5.6],
        [paint.right - 3, 261, 5.6],
        [paint.right + 8, 273, 5.6],
      ]),
  }),
  centre: (paint) => ({
    back: fill(
      paint.colour,
      `M${paint.left - 14} 246C${paint.left - 20} 92 ${paint.left} 66 160 64C${paint.right} 66 ${paint.right + 20} 92 ${paint.right + 14} 246Z`,
    ),
    front:
      fill(
        paint.colour,
        `M${paint.left - 12} 250C${paint.left - 18} 90 ${paint.left + 10} 66 160 66L160 92C${paint.left + 20} 104 ${paint.left + 2} 130 ${paint.left + 2} 176C${paint.left + 2} 210 ${paint.left + 4} 236 ${paint.left - 2} 252ZM${paint.right + 12} 250C${paint.right + 18} 90 ${paint.right - 10} 66 160 66L160 92C${paint.right - 20} 104 ${paint.right - 2} 130 ${paint.right - 2} 176C${paint.right - 2} 210 ${paint.right - 4} 236 ${paint.right + 2} 252Z`,
      ) +
      stroke(
        paint.light,
        3,
        `M154 76C130 88 118 112 ${paint.left - 4} 170M166 76C190 88 202 112 ${paint.right + 4} 170M${paint.left - 8} 190v44M${paint.right + 8} 190v44`,
        round,
      ),
  }),
  spaceBuns: (paint) => ({
    back:
      puffs(paint.colour, [
        [112, 66, 25],
        [208, 66, 25],
      ]) +
      stroke(paint.light, 3, 'M98 62q8-14 24-10M104 76q12 6 22-4M198 54q14-6 24 6M196 74q12 6 22-4', round) +
      crown(paint, 178),
    front:
      fill(
        paint.colour,
        `M${paint.left - 8} 178C${paint.left - 14} 84 ${paint.left + 12} 66 160 66C${paint.right - 12} 66 ${paint.right + 14} 84 ${paint.right + 8} 178L${paint.right} 126Q186 116 172 120L166 112L158 122Q136 114 ${paint.left} 126Z`,
      ) + stroke(paint.light, 3, 'M124 94Q140 78 158 78M196 94Q184 80 168 78', round),
  }),
  pageboy: (paint) => ({
    back: fill(
      paint.colour,
      `M${paint.left - 18} 196C${paint.left - 26} 94 ${paint.left} 62 160 60C${paint.right} 62 ${paint.right + 26} 94 ${paint.right + 18} 196C${paint.right + 4} 206 ${paint.left - 4} 206 ${paint.left - 18} 196Z`,
    ),
    front:
      fill(
        paint.colour,
        `M${paint.left - 10} 190C${paint.left - 18} 84 ${paint.left + 10} 62 160 62C${paint.right - 10} 62 ${paint.right + 18} 84 ${paint.right + 10} 190C${paint.right + 2} 184 ${paint.right - 2} 150 ${paint.right - 5} 128Q160 110 ${paint.left + 5} 128C${paint.left + 2} 150 ${paint.left - 2} 184 ${paint.left - 10} 190Z`,
      ) + stroke(paint.light, 3.4, `M${paint.left + 8} 106Q160 84 ${paint.right - 8} 106M122 88Q160 70 198 88`, round),
  }),
  crownBraid: (paint) => ({
    back: crown(paint, 172),
    front:
      parted(paint) +
      range(11)
        .map((knot) => {
          const turn = Math.PI * (1 - knot / 10)
          const [x, y] = [Math.round(160 + Math.cos(turn) * 52), Math.round(104 - Math.sin(turn) * 42)]
          return `<ellipse cx="${x}" cy="${y}" rx="13" ry="9" fill="${knot % 2 ? paint.band : paint.colour}" transform="rotate(${Math.round((knot - 5) * 18 + (knot % 2 ? 30 : -30))} ${x} ${y})"/>`
        })
        .join('') +
      stroke(paint.light, 2.4, 'M150 88C136 94 126 106 120 122M170 88C184 94 194 106 200 122', round),
  }),
  waves: (paint) => ({
    back: fill(
      paint.colour,
      `M${paint.left - 16} 282C${paint.left - 34} 240 ${paint.left - 8} 210 ${paint.left - 22} 172C${paint.left - 28} 140 ${paint.left - 14} 66 160 62C${paint.right + 14} 66 ${paint.right + 28} 140 ${paint.right + 22} 172C${paint.right + 8} 210 ${paint.right + 34} 240 ${paint.right + 16} 282Z`,
    ),
    front:
      fill(
        paint.colour,
        `M${paint.left - 14} 276C${paint.left - 26} 232 ${paint.left} 206 ${paint.left - 12} 166C${paint.left - 20} 110 ${paint.left + 6} 64 174 64C${paint.right + 4} 66 ${paint.right + 24} 110 ${paint.right + 12} 166C${paint.right} 206 ${paint.right + 26} 232 ${paint.right + 14} 276C${paint.right} 240 ${paint.right - 8} 214 ${paint.right} 172C${paint.right + 2} 134 ${paint.right - 10} 108 178 88C150 112 ${paint.left + 14} 120 ${paint.left + 2} 170C${paint.left + 8} 214 ${paint.left} 240 ${paint.left - 14} 276Z`,
      ) +
      stroke(
        paint.light,
        3.4,
        `M176 84C146 96 124 108 ${paint.left - 2} 150M182 84C200 100 208 122 ${paint.right + 4} 152M${paint.left - 10} 186q10 30-2 64M${paint.right + 10} 186q-10 30 2 64`,
        round,
      ),
  }),
  bouffant: (paint) => ({
    back: fill(
      paint.colour,
      `M${paint.left - 18} 168C${paint.left - 34} 76 ${paint.left - 4} 34 160 32C${paint.right + 4} 34 ${paint.right + 34} 76 ${paint.right + 18} 168C${paint.right + 8} 182 ${paint.right} 176 ${paint.right + 4} 160L${paint.left - 4} 160C${paint.left} 176 ${paint.left - 8} 182 ${paint.left - 18} 168Z`,
    ),
    front:
      fill(
        paint.colour,
        `M${paint.left - 8} 152C${paint.left - 22} 84 ${paint.left + 16} 46 164 44C${paint.right + 4} 46 ${paint.right + 24} 90 ${paint.right + 8} 152C${paint.right + 4} 126 ${paint.right - 6} 106 ${paint.right - 28} 96C160 114 ${paint.left + 20} 108 ${paint.left + 6} 120C${paint.left - 2} 130 ${paint.left - 6} 140 ${paint.left - 8} 152Z`,
      ) +
      stroke(
        paint.light,
        3.6,
        `M${paint.left} 104C116 66 150 52 184 58M112 120C130 90 166 74 200 82M${paint.right - 4} 92C${paint.right + 8} 106 ${paint.right + 10} 126 ${paint.right + 8} 146M128 52q18-14 40-12`,
        round,
      ),
  }),
} satisfies Record<string, (paint: Paint) => Hair>
