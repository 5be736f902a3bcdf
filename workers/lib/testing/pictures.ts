// Pictures that are hardly more than their first bytes, and somebody who draws them anew.
export const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'))

const uint = (value: number, bytes: number) => value.toString(16).padStart(bytes * 2, '0')

export const png = (width: number, height: number) =>
  hex(`89504e470d0a1a0a 0000000d 49484452 ${uint(width, 4)}${uint(height, 4)} 0802000000 00000000`)

export const jpeg = (width: number, height: number) =>
  hex(`ffd8 ffe1 0008 457869660000 ffc0 0011 08 ${uint(height, 2)}${uint(width, 2)} 03 011100 021100 031100 ffda`)

const backwards = (value: number) => uint(value, 3).replace(/(..)(..)(..)/, '$3$2$1')

export const webpOf = (width: number, height: number) =>
  hex(`52494646 24000000 57454250 56503858 0a000000 00000000 ${backwards(width - 1)}${backwards(height - 1)}`)

export const webp = webpOf(800, 600)

const box = (name: string, content: string): string => {
  const body = content.replaceAll(' ', '')
  return uint(8 + body.length / 2, 4) + Buffer.from(name).toString('hex') + body
}

export const avif = (brand = 'avif', width = 800, height = 600) =>
  hex(
    box('ftyp', `${Buffer.from(brand).toString('hex')} 00000000`) +
      box('meta', `00000000 ${box('iprp', box('ipco', box('ispe', `00000000 ${uint(width, 4)} ${uint(height, 4)}`)))}`),
  )

const text = (words: string) => new TextEncoder().encode(words)

// B61: what somebody may try to pass off as a picture.
export const NO_PICTURES: [what: string, bytes: Uint8Array<ArrayBuffer>][] = [
  ['an SVG with script', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['HTML that calls itself a picture', text('<!doctype html><script>alert(1)</script>')],
  ['a PDF', text('%PDF-1.7')],
  ['a GIF', text('GIF89a\u0001\0\u0001\0')],
  ['HEIC', avif('heic')],
  ['MP4', avif('isom')],
  ['nothing at all', new Uint8Array()],
  ['a JPEG without a frame', hex('ffd8ffd9')],
]

// B62: more pixels than anybody needs, in a file of a few bytes.
export const TOO_MANY_PIXELS: [what: string, bytes: Uint8Array<ArrayBuffer>][] = [
  ['30,000 × 30,000 pixels', png(30_000, 30_000)],
  ['a strip of 13,000 pixels', png(13_000, 1)],
  ['a JPEG of 65,535 squared', jpeg(65_535, 65_535)],
]

type How = { width: number; height?: number }

// Of the same picture, AVIF takes the fewest bytes.
const DRAWN: Record<string, (width: number, height: number) => Uint8Array<ArrayBuffer>> = {
  'image/png': png,
  'image/jpeg': jpeg,
  'image/avif': (width, height) => avif('avif', width, height),
  'image/webp': (width, height) => Uint8Array.from([...webpOf(width, height), ...new Uint8Array(200)]),
}

// What was asked of it is noted in `drawn`.
export const aPainter = (drawn: object[], painted: Partial<typeof DRAWN> = {}) => ({
  input: () => ({
    transform: (how: How) => ({
      output: async ({ format }: { format: string }) => {
        drawn.push(how)
        const picture = { ...DRAWN, ...painted }[format]?.(how.width, how.height ?? how.width)
        return { response: () => new Response(picture, { headers: { 'Content-Type': format } }) }
      },
    }),
  }),
})
