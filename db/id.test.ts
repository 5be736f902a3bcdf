import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from './id.ts'

const VERSION_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const moment = fc.integer({ min: 0, max: 2 ** 48 - 1 })

describe('a new id', () => {
  it('is a UUID of version 7 that carries its millisecond', () =>
    fc.assert(
      fc.property(moment, (now) => {
        const id = newId(now)
        expect(id).toMatch(VERSION_7)
        expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now)
      }),
    ))

  it('sorts after every id of an earlier millisecond', () =>
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        fc.pre(one !== other)
        expect(newId(one) < newId(other)).toBe(one < other)
      }),
    ))

  it('is another one each time, within one millisecond too', () => {
    const ids = Array.from({ length: 20_000 }, () => newId(1))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('uses all 74 bits that are left to chance', () => {
    const seen = Array.from({ length: 2000 }, () => BigInt(`0x${newId(0).replaceAll('-', '')}`))
    const ever = seen.reduce((all, id) => all | id, 0n)
    const always = seen.reduce((all, id) => all & id)
    const chance = (ever & ~always).toString(2).replaceAll('0', '').length
    expect(chance).toBe(74)
  })
})
