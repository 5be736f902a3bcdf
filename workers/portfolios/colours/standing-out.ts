import type { Hue } from '#site/portfolio/palette.ts'
import type { Rgb } from '#workers/media/pictures/pixels.ts'

const PARTS = 24
const FAINT = 0.03

// Of many colours the one that stands out: where on the circle most of the strong ones lie. What is made in black and white has
// none, and its site is in ink.
export function standingOut(colours: Rgb[]): Hue | undefined {
  if (colours.length === 0) return undefined
  const strong = colours.map(oklch).filter(({ chroma, lightness }) => chroma > FAINT && lightness > 0.15)
  if (strong.length < colours.length / 50) return { hue: 60, chroma: 0.01 }
  const parts = Array.from({ length: PARTS }, () => 0)
  for (const { hue, chroma } of strong) parts[partOf(hue)] = (parts[partOf(hue)] ?? 0) + chroma
  const best = parts.indexOf(Math.max(...parts))
  const chosen = strong.filter(({ hue }) => partOf(hue) === best)
  return { hue: meanOf(chosen, 'hue'), chroma: Math.min(0.14, Math.max(0.06, meanOf(chosen, 'chroma'))) }
}

const partOf = (hue: number) => Math.floor((hue / 360) * PARTS) % PARTS

const meanOf = (all: Hue[], name: keyof Hue) => all.reduce((sum, one) => sum + one[name], 0) / all.length

// As CSS Color 4 writes what a screen shows as OKLCH.
export function oklch([red, green, blue]: Rgb): Hue & { lightness: number } {
  const [r = 0, g = 0, u = 0] = [red, green, blue].map(light)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * u)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * u)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * u)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, b),
    hue: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360,
  }
}

const light = (value: number) => (value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4)
