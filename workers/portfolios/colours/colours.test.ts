import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pixelsOf, type Rgb } from '#workers/media/pictures/pixels.ts'
import { oklch, standingOut } from './standing-out.ts'

const chunk = (name: string, data: Uint8Array) => Buffer.concat([uint(data.length), Buffer.from(name), data, uint(0)])
const uint = (value: number) => Buffer.from(value.toString(16).padStart(8, '0'), 'hex')

// A PNG as a service writes it, with a kind of line that differs from row to row.
function pngOf(rows: Rgb[][], kinds: number[]): Uint8Array {
  const length = (rows[0]?.length ?? 0) * 3
  const plain = rows.map((row) => Uint8Array.from(row.flat()))
  const lines = plain.map((row, y) =>
    Buffer.concat([Buffer.from([kinds[y] ?? 0]), differences(row, plain[y - 1], kinds[y] ?? 0)]),
  )
  const head = Buffer.concat([uint(length / 3), uint(rows.length), Buffer.from([8, 2, 0, 0, 0])])
  const body = deflateSync(Buffer.concat(lines))
  return Buffer.concat([
    Buffer.alloc(8),
    chunk('IHDR', head),
    chunk('IDAT', body.subarray(0, 9)),
    chunk('IDAT', body.subarray(9)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function differences(row: Uint8Array, above: Uint8Array | undefined, kind: number): Uint8Array {
  return row.map((value, n) => {
    const [left, up, corner] = [row[n - 3] ?? 0, above?.[n] ?? 0, n < 3 ? 0 : (above?.[n - 3] ?? 0)]
    const near = [left, up, corner]
    const estimate = left + up - corner
    const paeth =
      near.toSorted(
        (one, other) =>
          Math.abs(estimate - one) - Math.abs(estimate - other) || near.indexOf(one) - near.indexOf(other),
      )[0] ?? 0
    return value - ([0, left, up, (left + up) >> 1, paeth][kind] ?? 0)
  })
}

const colour = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255))

describe('the pixels of a small PNG', () => {
  it('are what they were, however its lines are written', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(colour, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(4), { minLength: 6, maxLength: 6 }),
        (rows, kinds) => {
          expect(pixelsOf(pngOf(rows as Rgb[][], kinds))).toEqual(rows.flat())
        },
      ),
    )
  })
})

describe('the colour that stands out', () => {
  const many = (one: Rgb, times: number) => Array.from({ length: times }, () => one)

  it('is the strong one, not the paper it is on', () => {
    const found = standingOut([...many([250, 248, 244], 500), ...many([30, 80, 200], 40)])
    expect(Math.abs((found?.hue ?? 0) - oklch([30, 80, 200]).hue)).toBeLessThan(1)
  })

  it('is of the many, not of a single spot', () => {
    const found = standingOut([...many([40, 120, 60], 200), ...many([220, 30, 30], 5)])
    expect(Math.abs((found?.hue ?? 0) - oklch([40, 120, 60]).hue)).toBeLessThan(1)
  })

  it('is ink for what is made in black and white, and none where nothing is known', () => {
    expect(standingOut(many([120, 120, 120], 100))).toEqual({ hue: 60, chroma: 0.01 })
    expect(standingOut([])).toBeUndefined()
  })

  it('can be read on whatever it is: never louder or fainter than the palettes of the house', () => {
    fc.assert(
      fc.property(fc.array(colour, { minLength: 1, maxLength: 60 }), (colours) => {
        const { hue = 0, chroma = 0 } = standingOut(colours as Rgb[]) ?? {}
        expect(hue).toBeGreaterThanOrEqual(0)
        expect(hue).toBeLessThanOrEqual(360)
        expect(chroma).toBeLessThanOrEqual(0.14)
      }),
    )
  })
})
