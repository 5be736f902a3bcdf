import { type Chance, chance } from '../chance.ts'
import { box, drawing, fill, group, outline, type Point, range, type Sheet, stroke } from '../paper.ts'
import { covered, tooth, wander } from '../texture.ts'

type Colours = [string, ...string[]]
type Cloth = { seed: string; lights: Colours; darks: Colours; warm: Colours; arch: number; binding: string }

const rust: Colours = ['#b4552d', '#c96f3b', '#9d4426']

/** Half-square triangles that lean where the load goes, 1000 by 1000. */
export const loadPath = (page: Sheet): string =>
  leaning(page, {
    seed: 'load-path',
    lights: ['#efe8da', '#e6ded0', '#dfe3e2', '#f3ecdd', '#d8dde0', '#ece0cb'],
    darks: ['#2f4a63', '#3f617d', '#25384d', '#5b7c96', '#1f2d3d', '#47617a'],
    warm: rust,
    arch: 5.2,
    binding: '#25384d',
  })

/** The same squares, where the load has nowhere to go. */
export const fogOnTheElbe = (page: Sheet): string =>
  leaning(page, {
    seed: 'elbe-fog',
    lights: ['#eef0ee', '#e2e7e6', '#d9dfdf', '#f4f3ee'],
    darks: ['#8fa3a6', '#a9b8b8', '#76898f', '#bcc7c5', '#65777d'],
    warm: ['#d9b45a', '#e6cb86'],
    arch: 2.4,
    binding: '#65777d',
  })

function leaning(page: Sheet, cloth: Cloth): string {
  const luck = chance(cloth.seed)
  const patches = range(100).map((spot) => halfSquare(luck, cloth, spot % 10, Math.floor(spot / 10)))
  const top = `${patches.join('')}${stroke('#fbf6ea', 1.6, arcs(), ' stroke-dasharray="7 5" opacity=".85"')}`
  return quilt(page, 'load', 66, top, cloth.binding)
}

function halfSquare(luck: Chance, { lights, darks, warm, arch }: Cloth, column: number, row: number): string {
  const size = 86.8
  const wobble = (): number => luck.about(0, 1.3)
  const [x, y] = [66 + column * size, 66 + row * size]
  const corners: [Point, Point, Point, Point] = [
    [x + wobble(), y + wobble()],
    [x + size + wobble(), y + wobble()],
    [x + size + wobble(), y + size + wobble()],
    [x + wobble(), y + size + wobble()],
  ]
  const away = Math.hypot(column - 4.5, (row - 9) * 0.9)
  const leftLeaning = column < 5 !== away % 4 < 2
  const dark = luck.pick(Math.abs(away - arch) < 0.62 ? warm : darks)
  const [a, b, c, d] = corners
  const [first, second]: [Point[], Point[]] = leftLeaning
    ? [
        [a, b, d],
        [b, c, d],
      ]
    : [
        [a, b, c],
        [a, c, d],
      ]
  const up = away % 3 < 1.5
  const seam = leftLeaning ? [b, d] : [a, c]
  return (
    fill(up ? dark : luck.pick(lights), outline(...first)) +
    fill(up ? luck.pick(lights) : dark, outline(...second)) +
    stroke('#161a20', 1.2, `${outline(...corners)}${outline(...seam)}`, ' opacity=".28"')
  )
}

const arcs = () =>
  range(16)
    .map((ring) => `M${500 - 70 - ring * 62} 934A${70 + ring * 62} ${70 + ring * 62} 0 0 1 ${570 + ring * 62} 934`)
    .join('')

function quilt(page: Sheet, name: string, edge: number, top: string, binding: string): string {
  const { width, height } = page
  const [left, right, bottom] = [edge - 16, width - edge + 16, height - edge + 16]
  return drawing(
    page,
    `<defs>${wander(`${name}-soft`, 5, '0.01', 8)}${tooth(`${name}-tooth`, 3, 0.16, '0.6')}<clipPath id="${name}-top"><rect x="${edge}" y="${edge}" width="${width - edge * 2}" height="${height - edge * 2}"/></clipPath><filter id="${name}-shade" x="-10%" y="-10%" width="120%" height="120%"><feGaussianBlur stdDeviation="12"/></filter>${puckers(name)}</defs>${box('#cfc7bb', 0, 0, width, height)}${box('#2a231d', left + 8, left + 14, right - left, bottom - left, ` opacity=".45" filter="url(#${name}-shade)"`)}` +
      group(
        `filter="url(#${name}-soft)"`,
        `${box(binding, left, left, right - left, bottom - left, ' rx="7"')}${group(`clip-path="url(#${name}-top)"`, top)}`,
      ) +
      `<rect x="${left}" y="${left}" width="${right - left}" height="${bottom - left}" filter="url(#${name}-puckers)" style="mix-blend-mode:soft-light"/>` +
      covered(`${name}-tooth`),
  )
}

/** Wadding seen from above: a lit bumpy surface. */
const puckers = (name: string) =>
  `<filter id="${name}-puckers" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency=".022" numOctaves="3" seed="11"/><feDiffuseLighting surfaceScale="7" lighting-color="#fff" diffuseConstant=".85"><feDistantLight azimuth="235" elevation="52"/></feDiffuseLighting></filter>`

const seam = ' stroke="#161a20" stroke-opacity=".3" stroke-width="1.3"'

const shirts: Colours = [
  '#c9d6dd',
  '#8aa3b4',
  '#e9e4d8',
  '#4a6076',
  '#d7b8a4',
  '#b56a4a',
  '#7a8f7c',
  '#ddd0b0',
  '#33414f',
  '#a9b7a6',
]

const scrubs: Colours = ['#2f6f6b', '#4f9089', '#8dbdb0', '#dfe9e0', '#e8c9b8', '#1f4a4d', '#b9d4c9']

/** Log cabins cut by eye from shirts, 900 by 1200. */
export const shirtQuilt = (page: Sheet): string => cabins(page, 'shirts', shirts, '#b4552d')
export const wardQuilt = (page: Sheet): string => cabins(page, 'night-ward', scrubs, '#1f4a4d')

function cabins(page: Sheet, seed: string, cloth: Colours, binding: string): string {
  const luck = chance(seed)
  const blocks = range(12).map((spot) =>
    cabin(luck, cloth, 62 + (spot % 3) * 258.7, 62 + Math.floor(spot / 3) * 269, 258.7, 269),
  )
  const rows = range(46).map(
    (line) =>
      `M50 ${Math.round(72 + line * 23.6)}${range(6)
        .map(() => `q70 ${luck.whole(-6, 6)} 134 ${luck.whole(-2, 2)}`)
        .join('')}`,
  )
  const top = `${stripePatterns}${blocks.join('')}${stroke('#f8f3e8', 1.3, rows.join(''), ' stroke-dasharray="6 6" opacity=".7"')}`
  return quilt(page, 'shirts', 62, top, binding)
}

const stripePatterns = `<defs>${['#fff', '#1f2d3d', '#b4552d'].map((colour, index) => `<pattern id="shirts-stripe${index}" width="${8 + index * 3}" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(${index * 90 + 1})"><path d="M1 0v9${index === 1 ? 'M0 1h12' : ''}" stroke="${colour}" stroke-width="1.5" opacity=".55"/></pattern>`).join('')}</defs>`

function cabin(luck: Chance, cloth: Colours, x: number, y: number, width: number, height: number): string {
  let [left, top, right, bottom] = [x, y, x + width, y + height]
  const strips: string[] = []
  const piece = (...points: Point[]) => {
    const path = outline(...points)
    const print = luck.next() < 0.42 ? fill(`url(#shirts-stripe${luck.whole(0, 2)})`, path) : ''
    strips.push(`${fill(luck.pick(cloth), path, seam)}${print}`)
  }
  for (let turn = luck.whole(0, 3); right - left > 66 && bottom - top > 66; turn++) {
    const [wide, lean] = [luck.between(20, 36), luck.about(0, 7)]
    if (turn % 4 === 0) {
      piece([left, top], [right, top], [right, top + wide + lean + 8], [left, top + wide - lean + 8])
      top += wide
    } else if (turn % 4 === 1) {
      piece([right, top], [right, bottom], [right - wide - lean - 8, bottom], [right - wide + lean - 8, top])
      right -= wide
    } else if (turn % 4 === 2) {
      piece([left, bottom], [right, bottom], [right, bottom - wide - lean - 8], [left, bottom - wide + lean - 8])
      bottom -= wide
    } else {
      piece([left, top], [left, bottom], [left + wide + lean + 8, bottom], [left + wide - lean + 8, top])
      left += wide
    }
  }
  const heart = outline([left, top], [right, top], [right, bottom], [left, bottom])
  return `${strips.join('')}${fill(luck.pick(rust), heart, seam)}`
}
