import { fill, range, stroke } from '../paper.ts'
import type { Look } from './look.ts'

const ink = '#241a18'

type Mark = NonNullable<Look['marks']>

const markings: Record<Mark, (look: Look) => string> = {
  freckles: ({ width }) =>
    fill(
      '#c7805c',
      range(22)
        .map((spot) => `M${160 - width * 0.76 + (spot % 11) * width * 0.145} ${162 + ((spot * 7) % 15)}h2.4v2.4h-2.4z`)
        .join(''),
      ' opacity=".7"',
    ),
  lines: ({ shade, width }) =>
    stroke(
      shade,
      2,
      `M${160 - width * 0.86} 152q-5 4-4 9M${160 + width * 0.86} 152q5 4 4 9M139 180q-6 8-4 17M183 180q6 8 4 17M146 112q14-4 28 0`,
      ' stroke-linecap="round"',
    ),
  furrows: ({ shade, width }) =>
    stroke(
      shade,
      2.2,
      `M${160 - width * 0.88} 148q-5 3-6 8M${160 - width * 0.84} 156q-5 4-4 10M${160 + width * 0.88} 148q5 3 6 8M${160 + width * 0.84} 156q5 4 4 10M138 180q-8 9-5 20M184 180q8 9 5 20M138 114q22-6 44 0M144 105q16-5 32 0M${160 - width * 0.6} 158q8 5 16 1M${160 + width * 0.6} 158q-8 5-16 1`,
      ' stroke-linecap="round"',
    ),
  mole: ({ width }) => `<circle cx="${160 + width * 0.46}" cy="184" r="2.6" fill="${ink}" opacity=".75"/>`,
  vitiligo: ({ width }) =>
    [-1, 1]
      .map((side) => {
        const x = 160 + side * width * 0.46
        return `<path fill="#d9a585" opacity=".6" d="M${x - 17} 147q2-15 17-16t18 15q-2 14-10 20t-16-2-9-17z"/>`
      })
      .join('') + fill('#d9a585', 'M141 194q8-12 20-9t19 6q2 12-9 15t-20 1-10-13z', ' opacity=".6"'),
  rosy: ({ width }) =>
    `<ellipse cx="${160 - width * 0.58}" cy="172" rx="14" ry="10" fill="#d4573f" opacity=".34"/><ellipse cx="${160 + width * 0.6}" cy="172" rx="13" ry="10" fill="#d4573f" opacity=".34"/>`,
  flour: ({ width }) =>
    stroke('#fffaf0', 6, `M${160 - width * 0.74} 178q8-8 16-7`, ' stroke-linecap="round" opacity=".8"') +
    stroke('#fffaf0', 4, `M${160 - width * 0.64} 188q6-5 11-4`, ' stroke-linecap="round" opacity=".7"'),
  grease: ({ width }) =>
    stroke('#2b2624', 5, `M${160 + width * 0.36} 176q9-7 17-4`, ' stroke-linecap="round" opacity=".55"') +
    stroke('#2b2624', 3.4, `M${160 + width * 0.4} 185q7-4 12-2`, ' stroke-linecap="round" opacity=".45"'),
}

export const marks = (look: Look) => (look.marks ? markings[look.marks](look) : '')
