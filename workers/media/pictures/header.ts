export type Header = { type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/avif'; width: number; height: number }

// What a file says it is by its first bytes, and how many pixels it has, without decoding any of them. Names and the
// browser's word for the type count for nothing.
export function readHeader(bytes: Uint8Array): Header | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const found = readPng(view) ?? readJpeg(view) ?? readWebp(view) ?? readAvif(view)
    return found && found.width > 0 && found.height > 0 ? found : undefined
  } catch (error) {
    // It ends before it has said what it is.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const textAt = (view: DataView, at: number, length: number) =>
  String.fromCharCode(...Array.from({ length }, (_, n) => view.getUint8(at + n)))

function readPng(view: DataView): Header | undefined {
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a || textAt(view, 12, 4) !== 'IHDR')
    return undefined
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

const STANDALONE = new Set([0x01, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7])
const NO_FRAME = new Set([0xc4, 0xc8, 0xcc])

// A JPEG is a chain of segments; the size stands in the first that begins a frame.
function readJpeg(view: DataView): Header | undefined {
  if (view.getUint16(0) !== 0xffd8 || view.getUint8(2) !== 0xff) return undefined
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (STANDALONE.has(marker)) at += 2
    else if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.has(marker))
      return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    else if (marker === 0xda || marker === 0xd9) return undefined
    else at += 2 + view.getUint16(at + 2)
  }
}

function readWebp(view: DataView): Header | undefined {
  if (textAt(view, 0, 4) !== 'RIFF' || textAt(view, 8, 4) !== 'WEBP') return undefined
  const kind = textAt(view, 12, 4)
  const size = webpSize(view, kind)
  return size && { type: 'image/webp', ...size }
}

function webpSize(view: DataView, kind: string) {
  const three = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
  if (kind === 'VP8X') return { width: three(24) + 1, height: three(27) + 1 }
  if (kind === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (kind !== 'VP8L' || view.getUint8(20) !== 0x2f) return undefined
  const bits = view.getUint32(21, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

// AVIF is a film of one picture: boxes in boxes. The largest picture it announces counts.
function readAvif(view: DataView): Header | undefined {
  if (textAt(view, 4, 4) !== 'ftyp') return undefined
  const brands = textAt(view, 8, Math.min(view.getUint32(0), 128) - 8)
  if (!/^avi[fs]/.test(brands)) return undefined
  const sizes = boxes(view, 0, view.byteLength, ['meta', 'iprp', 'ipco', 'ispe'])
  if (sizes.length === 0) return undefined
  const largest = (offset: number) => Math.max(...sizes.map((at) => view.getUint32(at + offset)))
  return { type: 'image/avif', width: largest(4), height: largest(8) }
}

const MOST_BOXES = 200

// Where the contents of the boxes at the end of this path begin.
function boxes(view: DataView, start: number, end: number, [wanted, ...deeper]: string[]): number[] {
  const found: number[] = []
  for (let at = start, n = 0; at + 8 <= end && n < MOST_BOXES; n++) {
    const length = view.getUint32(at)
    if (length < 8) break
    const content = at + (wanted === 'meta' ? 12 : 8)
    if (textAt(view, at + 4, 4) === wanted)
      found.push(...(deeper.length > 0 ? boxes(view, content, Math.min(at + length, end), deeper) : [content]))
    at += length
  }
  return found
}
