export type Chance = {
  // Between nothing and one, as Math.random, but the same every time for the same seed.
  next(): number
  happens(share: number): boolean
  upTo(most: number): number
  oneOf<T>(these: readonly T[]): T | undefined
}

// Mulberry32, by Tommy Ettinger (public domain).
export function chanceFrom(seed: number): Chance {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    happens: (share) => next() < share,
    upTo: (most) => 1 + Math.floor(next() * most),
    oneOf: (these) => these[Math.floor(next() * these.length)],
  }
}
