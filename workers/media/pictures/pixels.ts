import { inflateSync } from 'node:zlib'

export type Rgb = [red: number, green: number, blue: number]

const CHANNELS: Record<number, number> = { 2: 3, 6: 4 }

// The colours of a small PNG, drawn with eight bits for each channel; of any other kind none are known.
export function pixelsOf(png: Uint8Array): Rgb[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const [depth, kind = 0, , , isInterlaced] = png.subarray(24, 29)
  const channels = CHANNELS[kind]
  if (depth !== 8 || !channels || isInterlaced) return []
  const lines = inflateSync(dataOf(png, view))
  return plain(lines, view.getUint32(16) * channels, channels).flatMap((row) => colours(row, channels))
}

function dataOf(png: Uint8Array, view: DataView): Uint8Array {
  const pieces: Uint8Array[] = []
  for (let at = 8; at + 12 <= png.length; at += 12 + view.getUint32(at))
    if (view.getUint32(at + 4) === IDAT) pieces.push(png.subarray(at + 8, at + 8 + view.getUint32(at)))
  return Buffer.concat(pieces)
}

const IDAT = 0x49444154

// A row is written as how it differs from what is beside and above.
function plain(lines: Uint8Array, length: number, channels: number): Uint8Array[] {
  const rows: Uint8Array[] = []
  let above = new Uint8Array(length)
  for (let at = 0; at + length < lines.length; at += length + 1) {
    const row = lines.slice(at + 1, at + 1 + length)
    const guess = GUESSES[lines[at] ?? 0] ?? nothing
    for (let n = 0; n < length; n++)
      row[n] =
        (row[n] ?? 0) + guess(row[n - channels] ?? 0, above[n] ?? 0, n < channels ? 0 : (above[n - channels] ?? 0))
    rows.push(row)
    above = row
  }
  return rows
}

type Guess = (left: number, above: number, corner: number) => number

const nothing: Guess = () => 0

const nearest: Guess = (left, above, corner) => {
  const [a, b, c] = [above - corner, left - corner, left + above - 2 * corner].map(Math.abs)
  return (a ?? 0) <= (b ?? 0) && (a ?? 0) <= (c ?? 0) ? left : (b ?? 0) <= (c ?? 0) ? above : corner
}

const GUESSES: Guess[] = [
  nothing,
  (left) => left,
  (_left, above) => above,
  (left, above) => (left + above) >> 1,
  nearest,
]

function colours(row: Uint8Array, channels: number): Rgb[] {
  const found: Rgb[] = []
  for (let n = 0; n + channels <= row.length; n += channels)
    if (channels === 3 || (row[n + 3] ?? 0) > 128) found.push([row[n] ?? 0, row[n + 1] ?? 0, row[n + 2] ?? 0])
  return found
}
