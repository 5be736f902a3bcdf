// 32 bits of a text, alike in every runtime: FNV-1a over its code units, then stirred.
export function hashOf(text: string, seed = 0): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193)
  return stirred(hash)
}

// Every bit of what goes in moves about half of what comes out.
export function stirred(bits: number): number {
  let hash = bits ^ (bits >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

// Numbers from 0 up to 1 that look like chance, and are the same each time for the same seed.
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    return stirred(state) / 2 ** 32
  }
}
