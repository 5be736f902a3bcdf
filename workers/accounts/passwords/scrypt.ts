import { scrypt as atOnce, createHmac, type ScryptOptions } from 'node:crypto'
import { mixBlock } from './salsa.ts'

export type Cost = { ln: number; r: number; p: number }

const MOST_BYTES = 64 * 1024 * 1024
// A millisecond or two of computing.
const STEPS_AT_ONCE = 1024

// In a Worker the runtime's own scrypt holds up every other request until it is done; in Node it has a thread for itself.
const holdsUpOthers = navigator.userAgent === 'Cloudflare-Workers'

export const scrypt = (password: string, salt: Uint8Array, cost: Cost, bytes: number): Promise<Buffer> =>
  holdsUpOthers ? scryptByAndBy(password, salt, cost, bytes) : scryptAtOnce(password, salt, cost, bytes)

function scryptAtOnce(password: string, salt: Uint8Array, { ln, r, p }: Cost, bytes: number): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** ln, r, p, maxmem: MOST_BYTES }
  return new Promise((resolve, reject) =>
    atOnce(password, salt, bytes, options, (error, key) => (error ? reject(error) : resolve(key))),
  )
}

// The same function (RFC 7914), letting others go first again and again.
export async function scryptByAndBy(password: string, salt: Uint8Array, { ln, r, p }: Cost, bytes: number) {
  const size = 32 * r
  const blocks = wordsOf(expand(password, salt, p * size * 4))
  const memory = new Uint32Array(2 ** ln * size)
  for (let n = 0; n < p; n++) await romix(blocks.subarray(n * size, (n + 1) * size), memory, r)
  return expand(password, bytesOf(blocks), bytes)
}

async function romix(block: Uint32Array, memory: Uint32Array, r: number) {
  const places = memory.length / block.length
  for (let from = 0; from < places; from += STEPS_AT_ONCE) {
    await othersFirst()
    fill(block, memory, r, from)
  }
  for (let done = 0; done < places; done += STEPS_AT_ONCE) {
    await othersFirst()
    stir(block, memory, r, Math.min(STEPS_AT_ONCE, places - done))
  }
}

const othersFirst = () => new Promise<void>((resume) => setTimeout(resume, 0))

function fill(block: Uint32Array, memory: Uint32Array, r: number, from: number) {
  const to = Math.min(memory.length, (from + STEPS_AT_ONCE) * block.length)
  for (let at = from * block.length; at < to; at += block.length) {
    memory.set(block, at)
    mixBlock(block, r)
  }
}

function stir(block: Uint32Array, memory: Uint32Array, r: number, steps: number) {
  const size = block.length
  const mask = memory.length / size - 1
  for (let step = 0; step < steps; step++) {
    const at = ((block[size - 16] ?? 0) & mask) * size
    for (let n = 0; n < size; n++) block[n] = (block[n] ?? 0) ^ (memory[at + n] ?? 0)
    mixBlock(block, r)
  }
}

// HMAC-SHA-256 of the salt and a counter, as often as it takes.
function expand(password: string, salt: Uint8Array, bytes: number): Buffer {
  const pieces = Array.from({ length: Math.ceil(bytes / 32) }, (_, n) => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(n + 1)
    return createHmac('sha256', password).update(salt).update(counter).digest()
  })
  return Buffer.concat(pieces).subarray(0, bytes)
}

// Numbers are written little end first in the standard, and on every machine a Worker runs on.
const wordsOf = (bytes: Uint8Array) => new Uint32Array(new Uint8Array(bytes).buffer)

const bytesOf = (words: Uint32Array) => new Uint8Array(words.buffer)
