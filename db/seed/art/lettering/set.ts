import { short } from '../paper.ts'
import { black } from './black.ts'
import { sans } from './sans.ts'

const faces = { black: { glyphs: black, em: 500 }, sans: { glyphs: sans, em: 200 } }

export type Setting = {
  face?: keyof typeof faces
  size: number
  colour: string
  space?: number
  align?: number
  more?: string
}

/** Sets a line of outlines with its baseline at y. `align` is 0 for left, 0.5 for centre, 1 for right. */
export function setLine(text: string, x: number, y: number, setting: Setting): string {
  const { face = 'sans', size, colour, space = 0, align = 0, more = '' } = setting
  const { glyphs, em } = faces[face]
  const scale = size / em
  const left = x - lineLength(text, setting) * align
  let pen = 0
  const marks = [...text].map((letter) => {
    const [advance, outline] = glyphs[letter] ?? [em / 4, '']
    const placed = outline && `<path transform="translate(${short(pen)})" d="${outline}"/>`
    pen += advance + space / scale
    return placed
  })
  return `<g fill="${colour}" transform="translate(${short(left)} ${short(y)}) scale(${scale.toFixed(4)})"${more}>${marks.join('')}</g>`
}

export function lineLength(text: string, { face = 'sans', size, space = 0 }: Setting): number {
  const { glyphs, em } = faces[face]
  const advances = [...text].map((letter) => (glyphs[letter]?.[0] ?? em / 4) * (size / em) + space)
  return advances.reduce((sum, advance) => sum + advance, -space)
}
