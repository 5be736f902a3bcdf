export type Chance = {
  next: () => number
  between: (low: number, high: number) => number
  whole: (low: number, high: number) => number
  about: (middle: number, spread: number) => number
  pick: <T>(choices: readonly [T, ...T[]]) => T
}

export function chance(seed: string): Chance {
  let state = hash(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number) => low + (high - low) * next()
  return {
    next,
    between,
    whole: (low, high) => Math.floor(between(low, high + 1)),
    about: (middle, spread) => middle + (next() + next() + next() - 1.5) * (spread / 0.75) * 0.5,
    pick: (choices) => choices[Math.floor(next() * choices.length)] ?? choices[0],
  }
}

/** Smooth value noise between 0 and 1. */
export function noise(seed: string): (x: number, y: number) => number {
  const key = hash(seed)
  const corner = (x: number, y: number) => {
    let mixed = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ key
    mixed = Math.imul(mixed ^ (mixed >>> 13), 1274126177)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296
  }
  return (x, y) => {
    const [left, top] = [Math.floor(x), Math.floor(y)]
    const [across, down] = [ease(x - left), ease(y - top)]
    const above = mix(corner(left, top), corner(left + 1, top), across)
    const below = mix(corner(left, top + 1), corner(left + 1, top + 1), across)
    return mix(above, below, down)
  }
}

export const mix = (from: number, to: number, share: number) => from + (to - from) * share

const ease = (share: number) => share * share * (3 - 2 * share)

export function hash(text: string): number {
  let value = 2166136261
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 16777619)
  return value >>> 0
}
