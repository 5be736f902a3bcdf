import type { Ctx } from '#workers/lib/context.ts'
import { Refusal, tooLarge, wrongType } from '#workers/lib/errors.ts'
import { readHeader } from './header.ts'

export const PICTURE_BYTES = 5 * 1024 * 1024

const MOST_PIXELS = 50_000_000
const LONGEST_SIDE = 12_000

// What is said after the reason: that what was there before stays.
type Comfort = string

// Before anything is decoded: is it a picture at all, and one of a size that anybody needs?
export function insistOnPicture(bytes: Uint8Array, comfort: Comfort) {
  if (bytes.length > PICTURE_BYTES) throw tooLarge(PICTURE_BYTES)
  const header = readHeader(bytes)
  if (!header) throw wrongType('a PNG, JPEG, WebP or AVIF picture')
  insistOnPixels(header, comfort)
  return header
}

export function insistOnPixels({ width, height }: { width: number; height: number }, comfort: Comfort) {
  if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE)
    throw new Refusal(
      422,
      'too_many_pixels',
      `This picture has ${width} × ${height} pixels, more than we can open. Send a smaller one. ${comfort}`,
    )
}

type Drawing = {
  transform: ImageTransform
  output: ImageOutputOptions & { format: 'image/webp' | 'image/avif' | 'image/png' | 'image/jpeg' }
}

// A picture of our own making: nothing but its pixels is left of the file that was sent.
export async function redraw(
  ctx: Ctx,
  bytes: Uint8Array<ArrayBuffer>,
  { comfort, ...drawing }: Drawing & { comfort: Comfort },
): Promise<ArrayBuffer> {
  try {
    return await draw(ctx, new Blob([bytes]).stream(), drawing)
  } catch (error) {
    ctx.log.warn('a picture could not be drawn', { error })
    throw new Refusal(
      422,
      'unreadable_picture',
      `We could not open this picture. Save it as a JPEG or PNG and try once more. ${comfort}`,
    )
  }
}

export async function draw({ env }: Ctx, source: ReadableStream<Uint8Array>, { transform, output }: Drawing) {
  const drawn = await env.IMAGES.input(source).transform(transform).output(output)
  const answer = drawn.response()
  const type = answer.headers.get('Content-Type')
  if (type !== output.format) throw new Error(`drew ${type}`)
  return answer.arrayBuffer()
}
