// Salsa20/8 over a block of 2r times 64 bytes, as scrypt mixes it (RFC 7914, sections 3 and 4). It runs two hundred thousand
// times for one password, so it is written out: the machine keeps sixteen numbers at hand, a list it would look up.

const last = new Uint32Array(16)
let mixed = new Uint32Array(0)

export function mixBlock(block: Uint32Array, r: number) {
  if (mixed.length !== block.length) mixed = new Uint32Array(block.length)
  last.set(block.subarray(block.length - 16))
  for (let n = 0; n < 2 * r; n++) salsa(block, n * 16, ((n >> 1) + (n & 1) * r) * 16)
  block.set(mixed)
}

const turn = (sum: number, by: number) => (sum << by) | (sum >>> (32 - by))

function salsa(block: Uint32Array, at: number, to: number) {
  const y0 = (last[0] as number) ^ (block[at + 0] as number)
  const y1 = (last[1] as number) ^ (block[at + 1] as number)
  const y2 = (last[2] as number) ^ (block[at + 2] as number)
  const y3 = (last[3] as number) ^ (block[at + 3] as number)
  const y4 = (last[4] as number) ^ (block[at + 4] as number)
  const y5 = (last[5] as number) ^ (block[at + 5] as number)
  const y6 = (last[6] as number) ^ (block[at + 6] as number)
  const y7 = (last[7] as number) ^ (block[at + 7] as number)
  const y8 = (last[8] as number) ^ (block[at + 8] as number)
  const y9 = (last[9] as number) ^ (block[at + 9] as number)
  const y10 = (last[10] as number) ^ (block[at + 10] as number)
  const y11 = (last[11] as number) ^ (block[at + 11] as number)
  const y12 = (last[12] as number) ^ (block[at + 12] as number)
  const y13 = (last[13] as number) ^ (block[at + 13] as number)
  const y14 = (last[14] as number) ^ (block[at + 14] as number)
  const y15 = (last[15] as number) ^ (block[at + 15] as number)
  let x0 = y0
  let x1 = y1
  let x2 = y2
  let x3 = y3
  let x4 = y4
  let x5 = y5
  let x6 = y6
  let x7 = y7
  let x8 = y8
  let x9 = y9
  let x10 = y10
  let x11 = y11
  let x12 = y12
  let x13 = y13
  let x14 = y14
  let x15 = y15
  for (let round = 0; round < 8; round += 2) {
    x4 ^= turn((x0 + x12) | 0, 7)
    x8 ^= turn((x4 + x0) | 0, 9)
    x12 ^= turn((x8 + x4) | 0, 13)
    x0 ^= turn((x12 + x8) | 0, 18)
    x9 ^= turn((x5 + x1) | 0, 7)
    x13 ^= turn((x9 + x5) | 0, 9)
    x1 ^= turn((x13 + x9) | 0, 13)
    x5 ^= turn((x1 + x13) | 0, 18)
    x14 ^= turn((x10 + x6) | 0, 7)
    x2 ^= turn((x14 + x10) | 0, 9)
    x6 ^= turn((x2 + x14) | 0, 13)
    x10 ^= turn((x6 + x2) | 0, 18)
    x3 ^= turn((x15 + x11) | 0, 7)
    x7 ^= turn((x3 + x15) | 0, 9)
    x11 ^= turn((x7 + x3) | 0, 13)
    x15 ^= turn((x11 + x7) | 0, 18)
    x1 ^= turn((x0 + x3) | 0, 7)
    x2 ^= turn((x1 + x0) | 0, 9)
    x3 ^= turn((x2 + x1) | 0, 13)
    x0 ^= turn((x3 + x2) | 0, 18)
    x6 ^= turn((x5 + x4) | 0, 7)
    x7 ^= turn((x6 + x5) | 0, 9)
    x4 ^= turn((x7 + x6) | 0, 13)
    x5 ^= turn((x4 + x7) | 0, 18)
    x11 ^= turn((x10 + x9) | 0, 7)
    x8 ^= turn((x11 + x10) | 0, 9)
    x9 ^= turn((x8 + x11) | 0, 13)
    x10 ^= turn((x9 + x8) | 0, 18)
    x12 ^= turn((x15 + x14) | 0, 7)
    x13 ^= turn((x12 + x15) | 0, 9)
    x14 ^= turn((x13 + x12) | 0, 13)
    x15 ^= turn((x14 + x13) | 0, 18)
  }
  last[0] = mixed[to + 0] = x0 + y0
  last[1] = mixed[to + 1] = x1 + y1
  last[2] = mixed[to + 2] = x2 + y2
  last[3] = mixed[to + 3] = x3 + y3
  last[4] = mixed[to + 4] = x4 + y4
  last[5] = mixed[to + 5] = x5 + y5
  last[6] = mixed[to + 6] = x6 + y6
  last[7] = mixed[to + 7] = x7 + y7
  last[8] = mixed[to + 8] = x8 + y8
  last[9] = mixed[to + 9] = x9 + y9
  last[10] = mixed[to + 10] = x10 + y10
  last[11] = mixed[to + 11] = x11 + y11
  last[12] = mixed[to + 12] = x12 + y12
  last[13] = mixed[to + 13] = x13 + y13
  last[14] = mixed[to + 14] = x14 + y14
  last[15] = mixed[to + 15] = x15 + y15
}
