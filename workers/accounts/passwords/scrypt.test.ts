import { scryptSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scryptByAndBy } from './scrypt.ts'

const hex = async (password: string, salt: string, ln: number, r: number, p: number) =>
  (await scryptByAndBy(password, Buffer.from(salt), { ln, r, p }, 64)).toString('hex')

describe('scrypt by and by', () => {
  it('gives what RFC 7914 gives', async () => {
    expect(await hex('', '', 4, 1, 1)).toBe(
      '77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906',
    )
    expect(await hex('password', 'NaCl', 10, 8, 16)).toBe(
      'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640',
    )
    expect(await hex('pleaseletmein', 'SodiumChloride', 14, 8, 1)).toBe(
      '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887',
    )
  })

  it('gives what the runtime gives, whatever the words and the cost', { timeout: 60_000 }, async () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 80 })
    const salts = fc.uint8Array({ maxLength: 40 })
    const costs = fc.record({
      ln: fc.integer({ min: 1, max: 12 }),
      r: fc.integer({ min: 1, max: 9 }),
      p: fc.integer({ min: 1, max: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(words, salts, costs, fc.integer({ min: 1, max: 70 }), async (password, salt, cost, bytes) => {
        const { ln, r, p } = cost
        const other = scryptSync(password, salt, bytes, { N: 2 ** ln, r, p, maxmem: 64 * 1024 * 1024 })
        expect((await scryptByAndBy(password, salt, cost, bytes)).equals(other)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('L3 lets others go first dozens of times on the way', async () => {
    let turns = 0
    const watch = setInterval(() => turns++, 0)
    await scryptByAndBy('seven looms', Buffer.alloc(16), { ln: 15, r: 8, p: 1 }, 32)
    clearInterval(watch)
    expect(turns).toBeGreaterThan(32)
  })
})
