import { type Chance, chance, noise } from '../chance.ts'
import { box, curve, disc, drawing, fill, group, type Point, range, type Sheet } from '../paper.ts'
import { covered, tooth } from '../texture.ts'

const sheets = ['#dfe6e4', '#b4c7c8', '#7fa0a8', '#4c7484', '#2a4b5f', '#152c3c']

/** Five ridges in cut paper, lit from behind, 1200 by 800. */
export function fiveRidges(page: Sheet): string {
  const luck = chance('five-ridges')
  const shape = noise('five-ridges-2')
  const ridges = range(5).map((depth) => sheet(depth, ridgeLine(shape, depth) + trees(luck, shape, depth)))
  return drawing(
    page,
    `<defs><radialGradient id="ridge-sky" cx=".66" cy=".34" r=".8"><stop stop-color="#fdf3d8"/><stop offset=".4" stop-color="#f3d9b4"/><stop offset="1" stop-color="#d9a78e"/></radialGradient>${shadow}${tooth('ridge-tooth', 4, 0.1)}</defs>${box('url(#ridge-sky)', 0, 0, 1200, 800)}${disc('#fffbee', [806, 262], 92, ' filter="url(#ridge-shade)"')}${clouds}${ridges.join('')}${birds}${mat}${covered('ridge-tooth')}`,
  )
}

const shadow = `<filter id="ridge-shade" x="-10%" y="-30%" width="120%" height="160%"><feDropShadow dx="-3" dy="-7" stdDeviation="9" flood-color="#0d1b26" flood-opacity=".42"/></filter>`

const sheet = (depth: number, path: string) =>
  group('filter="url(#ridge-shade)"', fill(sheets[depth + 1] ?? '#152c3c', path))

const heightAt = (shape: (x: number, y: number) => number, depth: number, x: number) => {
  const peak =
    depth === 0
      ? 170 * Math.exp(-(((x - 420) / 190) ** 2))
      : depth === 1
        ? 110 * Math.exp(-(((x - 920) / 200) ** 2))
        : depth === 2
          ? 90 * Math.exp(-(((x - 180) / 220) ** 2))
          : 0
  return (
    396 +
    depth * 82 -
    peak -
    shape(x / (210 - depth * 18), depth * 7) * 96 -
    shape(x / 62, depth * 5 + 40) * (26 - depth * 2)
  )
}

function ridgeLine(shape: (x: number, y: number) => number, depth: number): string {
  const spots = range(41).map((step): Point => [-20 + step * 31, heightAt(shape, depth, -20 + step * 31)])
  return `${curve(spots)}L1220 820L-20 820Z`
}

function trees(luck: Chance, shape: (x: number, y: number) => number, depth: number): string {
  if (depth < 2) return ''
  return range(depth === 4 ? 17 : 24)
    .map(() => {
      const x = luck.between(20, 1180)
      const foot = heightAt(shape, depth, x) + 8
      const tall = luck.between(24, 46) * (0.5 + depth * 0.34)
      return depth === 4 && luck.next() < 0.5 ? broadleaf(x, foot, tall) : pine(x, foot, tall)
    })
    .join('')
}

const pine = (x: number, foot: number, tall: number) =>
  `M${Math.round(x)} ${Math.round(foot - tall)}l${Math.round(tall * 0.16)} ${Math.round(tall * 0.36)}h${-Math.round(tall * 0.06)}l${Math.round(tall * 0.14)} ${Math.round(tall * 0.34)}h${-Math.round(tall * 0.08)}l${Math.round(tall * 0.14)} ${Math.round(tall * 0.34)}h${-Math.round(tall * 0.6)}l${Math.round(tall * 0.14)} ${-Math.round(tall * 0.34)}h${-Math.round(tall * 0.08)}l${Math.round(tall * 0.14)} ${-Math.round(tall * 0.34)}h${-Math.round(tall * 0.06)}z`

function broadleaf(x: number, foot: number, tall: number): string {
  const crown = curve(
    [
      [x, foot - tall * 1.1],
      [x + tall * 0.34, foot - tall * 0.86],
      [x + tall * 0.3, foot - tall * 0.44],
      [x, foot - tall * 0.32],
      [x - tall * 0.32, foot - tall * 0.46],
      [x - tall * 0.32, foot - tall * 0.86],
    ],
    true,
  )
  return `${crown}M${Math.round(x - 3)} ${Math.round(foot)}v${-Math.round(tall * 0.6)}h6v${Math.round(tall * 0.6)}z`
}

const clouds = [
  [150, 210, 1],
  [930, 170, 0.8],
  [520, 130, 0.6],
]
  .map(
    ([x, y, size]) =>
      `<g transform="translate(${x} ${y}) scale(${size})" filter="url(#ridge-shade)"><path d="M0 40a30 30 0 0 1 34-34a44 44 0 0 1 80-6a34 34 0 0 1 52 12a26 26 0 0 1 6 40H10a14 14 0 0 1-10-12z" fill="#fff7e6"/></g>`,
  )
  .join('')

const birds = group(
  'filter="url(#ridge-shade)" fill="#fffbee"',
  '<path d="M560 330q16-20 30-4q14-16 32 2q-18-6-30 8q-14-14-32-6zM648 296q12-14 22-2q10-12 24 2q-14-4-22 6q-10-10-24-6zM500 300q10-12 18-2q8-10 20 2q-12-4-18 4q-8-8-20-4z"/>',
)

const mat = `<path d="M0 0H1200V800H0ZM46 46V754H1154V46Z" fill="#f6f1e6" fill-rule="evenodd" filter="url(#ridge-shade)"/>`
