import { type Chance, chance } from '../chance.ts'
import { box, drawing, fill, group, outline, type Point, range, type Sheet, stroke } from '../paper.ts'
import { covered, tooth, wander } from '../texture.ts'

const lights: [string, ...string[]] = ['#efe8da', '#e6ded0', '#dfe3e2', '#f3ecdd', '#d8dde0', '#ece0cb']
const blues: [string, ...string[]] = ['#2f4a63', '#3f617d', '#25384d', '#5b7c96', '#1f2d3d', '#47617a']
const rust: [string, ...string[]] = ['#b4552d', '#c96f3b', '#9d4426']

/** Half-square triangles that lean where the load goes, 1000 by 1000. */
export function loadPath(page: Sheet): string {
  const luck = chance('load-path')
  const patches = range(100).map((spot) => halfSquare(luck, spot % 10, Math.floor(spot / 10)))
  const top = `${patches.join('')}${stroke('#fbf6ea', 1.6, arcs(), ' stroke-dasharray="7 5" opacity=".85"')}`
  return quilt(page, 'load', 66, top, '#25384d')
}

function halfSquare(luck: Chance, column: number, row: number): string {
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
  const warm = Math.abs(away - 5.2) < 0.62
  const dark = warm ? luck.pick(rust) : luck.pick(blues)
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

const shirts: [string, ...string[]] = [
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

/** Log cabins cut by eye from shirts, 900 by 1200. */
export function shirtQuilt(page: Sheet): string {
  const luck = chance('shirts')
  const blocks = range(12).map((spot) =>
    cabin(luck, 62 + (spot % 3) * 258.7, 62 + Math.floor(spot / 3) * 269, 258.7, 269),
  )
  const rows = range(46).map(
    (line) =>
      `M50 ${Math.round(72 + line * 23.6)}${range(6)
        .map(() => `q70 ${luck.whole(-6, 6)} 134 ${luck.whole(-2, 2)}`)
        .join('')}`,
  )
  const top = `${stripePatterns}${blocks.join('')}${stroke('#f8f3e8', 1.3, rows.join(''), ' stroke-dasharray="6 6" opacity=".7"')}`
  return quilt(page, 'shirts', 62, top, '#b4552d')
}

const stripePatterns = `<defs>${['#fff', '#1f2d3d', '#b4552d'].map((colour, index) => `<pattern id="shirts-stripe${index}" width="${8 + index * 3}" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(${index * 90 + 1})"><path d="M1 0v9${index === 1 ? 'M0 1h12' : ''}" stroke="${colour}" stroke-width="1.5" opacity=".55"/></pattern>`).join('')}</defs>`

function cabin(luck: Chance, x: number, y: number, width: number, height: number): string {
  let [left, top, right, bottom] = [x, y, x + width, y + height]
  const strips: string[] = []
  const piece = (...points: Point[]) => {
    const path = outline(...points)
    const print = luck.next() < 0.42 ? fill(`url(#shirts-stripe${luck.whole(0, 2)})`, path) : ''
    strips.push(`${fill(luck.pick(shirts), path, seam)}${print}`)
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
