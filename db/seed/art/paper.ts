import { type Chance, hash } from './chance.ts'

export type Sheet = { width: number; height: number }
export type Point = readonly [x: number, y: number]

export const drawing = ({ width, height }: Sheet, body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${cast(body)}</svg>`

const letter = /<path transform="translate\(([^)]*)\)" d="([^"]{30,})"\/>/g

/** Letters that come back are cast once and set again by reference. */
function cast(body: string): string {
  const seen = new Map<string, number>()
  for (const [, , shape = ''] of body.matchAll(letter)) seen.set(shape, (seen.get(shape) ?? 0) + 1)
  const sorts = [...seen].filter(([, count]) => count > 1).map(([shape]) => shape)
  const name = (shape: string) => `sort-${hash(shape).toString(36)}`
  const typeCase = sorts.map((shape) => `<path id="${name(shape)}" d="${shape}"/>`).join('')
  const set = body.replace(letter, (whole, place: string, shape: string) =>
    sorts.includes(shape) ? `<use href="#${name(shape)}" x="${place}"/>` : whole,
  )
  return typeCase ? `<defs>${typeCase}</defs>${set}` : set
}

export const short = (value: number) => String(Math.round(value * 10) / 10).replace(/^(-?)0\./, '$1.')

export const at = (...points: Point[]) => pack(points.flat())

const pack = (values: number[]) =>
  values.map(short).reduce((line, value) => (line && !value.startsWith('-') ? `${line} ${value}` : line + value), '')

const from = ([startX, startY]: Point, ...points: Point[]) =>
  at(...points.map(([x, y]): Point => [x - startX, y - startY]))

export const outline = (...points: Point[]) => `M${points.map((point) => at(point)).join('L')}Z`

export const strand = (points: readonly Point[]) => `M${points.map((point) => at(point)).join('L')}`

/** A smooth line through all points. */
export function curve(points: readonly Point[], closed = false): string {
  const total = points.length
  const rounded = points.map(([x, y]): Point => [Math.round(x * 10) / 10, Math.round(y * 10) / 10])
  const spot = (index: number): Point =>
    rounded[closed ? (index + total) % total : Math.min(total - 1, Math.max(0, index))] ?? [0, 0]
  let path = `M${at(spot(0))}`
  for (let index = 0; index < (closed ? total : total - 1); index++) {
    const [before, start, to, after] = [spot(index - 1), spot(index), spot(index + 1), spot(index + 2)]
    const leave: Point = [start[0] + (to[0] - before[0]) / 6, start[1] + (to[1] - before[1]) / 6]
    const arrive: Point = [to[0] - (after[0] - start[0]) / 6, to[1] - (after[1] - start[1]) / 6]
    path += `c${from(start, leave, arrive, to)}`
  }
  return closed ? `${path}Z` : path
}

/** A mark that is thin at both ends, as a gouge or a pen leaves it. */
export function sliver([x1, y1]: Point, [x2, y2]: Point, thickness: number, bend = 0): string {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1
  const [sideX, sideY] = [(y1 - y2) / length, (x2 - x1) / length]
  const [midX, midY] = [(x1 + x2) / 2 + sideX * bend, (y1 + y2) / 2 + sideY * bend]
  const bow = (side: number): Point => [midX + sideX * thickness * side, midY + sideY * thickness * side]
  return `M${at([x1, y1])}q${from([x1, y1], bow(1), [x2, y2])}q${from([x2, y2], bow(-1), [x1, y1])}z`
}

export const tick = (start: Point, end: Point) => `M${at(start)}l${from(start, end)}`

/** Round dots for a path stroked with round ends. */
export const dots = (spots: readonly Point[]) => spots.map((spot) => `M${at(spot)}h0`).join('')

export const polar = ([x, y]: Point, radius: number, degrees: number): Point => [
  x + radius * Math.cos((degrees * Math.PI) / 180),
  y + radius * Math.sin((degrees * Math.PI) / 180),
]

export const nudge = ([x, y]: Point, luck: Chance, by: number): Point => [
  x + luck.between(-by, by),
  y + luck.between(-by, by),
]

export const range = (count: number) => Array.from({ length: count }, (_, index) => index)

export const fill = (colour: string, path: string, more = '') => `<path fill="${colour}" d="${path}"${more}/>`

export const stroke = (colour: string, width: number, path: string, more = '') =>
  `<path fill="none" stroke="${colour}" stroke-width="${short(width)}" d="${path}"${more}/>`

export const box = (colour: string, x: number, y: number, width: number, height: number, more = '') =>
  `<rect fill="${colour}" x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"${more}/>`

export const disc = (colour: string, [x, y]: Point, radius: number, more = '') =>
  `<circle fill="${colour}" cx="${short(x)}" cy="${short(y)}" r="${short(radius)}"${more}/>`

export const group = (attributes: string, body: string) => `<g ${attributes}>${body}</g>`

export const moved = (x: number, y: number, turn: number, size: number, body: string) =>
  `<g transform="translate(${short(x)} ${short(y)}) rotate(${short(turn)}) scale(${Math.round(size * 1000) / 1000})">${body}</g>`
