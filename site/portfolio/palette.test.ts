import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PALETTES } from '#workers/portfolios/design.ts'
import { type Hue, hueOf, TONES, toneOf } from './palette.ts'

// As CSS Color 4 turns OKLCH into what a screen shows, and WCAG 2 measures how far two of them are apart.
function brightness([lightness, chroma, hue]: [number, number, number]): number {
  const angle = (hue * Math.PI) / 180
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s
  const green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s
  const blue = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s
  const [r = 0, g = 0, u = 0] = [red, green, blue].map((light) => Math.min(1, Math.max(0, light)))
  return 0.2126 * r + 0.7152 * g + 0.0722 * u
}

function contrast(one: string, other: string, scheme: 'light' | 'dark', hue: Hue): number {
  const [first = 0, second = 0] = [one, other].map((name) => {
    const tone = TONES[name]
    if (!tone) throw new Error(name)
    return brightness(toneOf(tone, scheme, hue))
  })
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05)
}

const anyHue = fc.record({
  hue: fc.double({ min: 0, max: 360, noNaN: true }),
  chroma: fc.double({ min: 0, max: 0.16, noNaN: true }),
})
const schemes = fc.constantFrom('light' as const, 'dark' as const)

describe('the colours of a site', () => {
  it('let text be read in every hue, by day and by night', () => {
    fc.assert(
      fc.property(anyHue, schemes, (hue, scheme) => {
        for (const ground of ['ground', 'raised']) {
          expect(contrast('ink', ground, scheme, hue)).toBeGreaterThan(7)
          expect(contrast('soft', ground, scheme, hue)).toBeGreaterThan(4.5)
          expect(contrast('accent', ground, scheme, hue)).toBeGreaterThan(4.5)
        }
      }),
    )
  })

  it('come from what its member made, as soon as that is known', () => {
    expect(hueOf('works', { hue: 200, chroma: 0.1 })).toEqual({ hue: 200, chroma: 0.1 })
    for (const palette of PALETTES) expect(hueOf(palette, undefined)).toMatchObject({ hue: expect.any(Number) })
  })
})
