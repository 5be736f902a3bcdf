import type { Sheet } from './paper.ts'

// Where to look closer, in parts of the whole: from the left, from above, how wide, how high.
export type Crop = readonly [left: number, top: number, width: number, height: number]

const LONGEST = 1200

const OPENING = /^<svg [^>]*>/

// The same work from close by.
export function closeUp(drawing: string, { width, height }: Sheet, crop: Crop) {
  const [left, top] = [crop[0] * width, crop[1] * height]
  const [wide, high] = [crop[2] * width, crop[3] * height]
  const scale = LONGEST / Math.max(wide, high)
  const size = { width: Math.round(wide * scale), height: Math.round(high * scale) }
  const opening = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="${left} ${top} ${wide} ${high}">`
  return { ...size, picture: drawing.replace(OPENING, opening) }
}

// As it was on paper before there was any colour in it.
export function asSketch(drawing: string, { width, height }: Sheet) {
  const filter = `<filter id="pale"><feColorMatrix type="saturate" values="0"/><feComponentTransfer><feFuncR type="linear" slope=".58" intercept=".4"/><feFuncG type="linear" slope=".58" intercept=".39"/><feFuncB type="linear" slope=".56" intercept=".36"/></feComponentTransfer></filter>`
  const opening = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${filter}<g filter="url(#pale)">`
  return { width, height, picture: drawing.replace(OPENING, opening).replace(/<\/svg>$/, '</g></svg>') }
}
