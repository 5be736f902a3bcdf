import type { State } from './state.ts'

const NAMES = [
  'price',
  'profit',
  'bids',
  'unseen',
  'placeOf',
  'sent',
  'firstAt',
  'nextAt',
  'beforeAt',
  'listed',
  'candidates',
  'worths',
  'gains',
  'progress',
] as const

// The whole state as bytes, so that a job stops anywhere and another goes on: a line of lengths, then the numbers.
export function asBytes(state: State): Uint8Array<ArrayBuffer> {
  const lengths = Int32Array.from(NAMES, (name) => state[name].length)
  const bytes = new Uint8Array(lengths.byteLength + NAMES.reduce((sum, name) => sum + state[name].byteLength, 0))
  bytes.set(new Uint8Array(lengths.buffer))
  let at = lengths.byteLength
  for (const name of NAMES) {
    const { buffer, byteOffset, byteLength } = state[name]
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += byteLength
  }
  return bytes
}

export function fromBytes(bytes: Uint8Array): State {
  const whole = bytes.slice().buffer
  const lengths = new Int32Array(whole, 0, NAMES.length)
  let at = lengths.byteLength
  const next = (width: number, index: number) => {
    const from = at
    at += width * (lengths[index] ?? 0)
    return whole.slice(from, at)
  }
  const whole32 = (index: number) => new Int32Array(next(4, index))
  return {
    price: new Float64Array(next(8, 0)),
    profit: new Float64Array(next(8, 1)),
    bids: new Float64Array(next(8, 2)),
    unseen: new Float64Array(next(8, 3)),
    placeOf: whole32(4),
    sent: whole32(5),
    firstAt: whole32(6),
    nextAt: whole32(7),
    beforeAt: whole32(8),
    listed: whole32(9),
    candidates: whole32(10),
    worths: whole32(11),
    gains: new Float64Array(next(8, 12)),
    progress: whole32(13),
  }
}
