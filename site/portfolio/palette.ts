import type { PaletteName } from '#workers/portfolios/design.ts'

// A palette is a hue and how strong it is; how light each tone is stays fixed, so that words can be read whatever the hue.
export type Hue = { hue: number; chroma: number }

const OF_THE_HOUSE: Record<Exclude<PaletteName, 'works'>, Hue> = {
  ink: { hue: 60, chroma: 0.01 },
  clay: { hue: 35, chroma: 0.13 },
  moss: { hue: 140, chroma: 0.09 },
  sea: { hue: 230, chroma: 0.1 },
  plum: { hue: 330, chroma: 0.11 },
  sun: { hue: 80, chroma: 0.12 },
}

export const hueOf = (palette: PaletteName, ofWorks: Hue | undefined): Hue =>
  palette === 'works' ? (ofWorks ?? OF_THE_HOUSE.clay) : OF_THE_HOUSE[palette]

type Tone = { light: [lightness: number, chroma: number]; dark: [lightness: number, chroma: number] }

// Chroma as a part of the palette's own.
export const TONES: Record<string, Tone> = {
  ground: { light: [0.985, 0.06], dark: [0.2, 0.1] },
  raised: { light: [0.96, 0.12], dark: [0.25, 0.14] },
  line: { light: [0.88, 0.16], dark: [0.36, 0.18] },
  soft: { light: [0.44, 0.3], dark: [0.78, 0.2] },
  ink: { light: [0.22, 0.25], dark: [0.95, 0.1] },
  accent: { light: [0.46, 1], dark: [0.8, 0.8] },
}

export const toneOf = (tone: Tone, scheme: 'light' | 'dark', { hue, chroma }: Hue): [number, number, number] => {
  const [lightness, part] = tone[scheme]
  return [lightness, round(chroma * part), Math.round(hue)]
}

const round = (value: number) => Math.round(value * 1000) / 1000

const oklch = (tone: Tone, scheme: 'light' | 'dark', hue: Hue) => `oklch(${toneOf(tone, scheme, hue).join(' ')})`

export const paletteCss = (hue: Hue): string =>
  `:root{color-scheme:light dark;${Object.entries(TONES)
    .map(([name, tone]) => `--${name}:light-dark(${oklch(tone, 'light', hue)},${oklch(tone, 'dark', hue)})`)
    .join(';')}}`

// For who knows no OKLCH, as CSS Color 4 turns it into what a screen shows.
export function hexOf(name: keyof typeof TONES, hue: Hue): string {
  const tone = TONES[name]
  if (!tone) throw new Error(`No tone is called ${name}.`)
  const [lightness, chroma, angle] = toneOf(tone, 'light', hue)
  const [a, b] = [chroma * Math.cos((angle * Math.PI) / 180), chroma * Math.sin((angle * Math.PI) / 180)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return `#${linear.map(asHex).join('')}`
}

function asHex(light: number): string {
  const shown = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.max(0, light) ** (1 / 2.4) - 0.055
  return Math.round(255 * Math.min(1, Math.max(0, shown)))
    .toString(16)
    .padStart(2, '0')
}
