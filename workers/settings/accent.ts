const AA = 4.5

// White words stand on the accent, so it has to be dark enough for them (WCAG 2.2, 1.4.3).
export const isReadable = (colour: string): boolean => 1.05 / (luminance(colour) + 0.05) >= AA

const CHARCOAL = '#191512'

// The same hue as it glows in the dark, where words on it are black: lighter until it stands out (6 to 1).
export function inTheDark(colour: string): string {
  const { hue, saturation, lightness } = hslOf(colour)
  for (let light = lightness; light < 1; light += 0.02) {
    const shade = hexOf({ hue, saturation, lightness: light })
    if ((luminance(shade) + 0.05) / (luminance(CHARCOAL) + 0.05) >= 6) return shade
  }
  return '#ffffff'
}

type Hsl = { hue: number; saturation: number; lightness: number }

function hslOf(colour: string): Hsl {
  const [red, green, blue] = channels(colour)
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)]
  const lightness = (most + least) / 2
  const span = most - least
  if (span === 0) return { hue: 0, saturation: 0, lightness }
  const turn =
    most === red ? ((green - blue) / span + 6) % 6 : most === green ? (blue - red) / span + 2 : (red - green) / span + 4
  return { hue: turn * 60, saturation: span / (1 - Math.abs(2 * lightness - 1)), lightness }
}

function hexOf({ hue, saturation, lightness }: Hsl): string {
  const reach = saturation * Math.min(lightness, 1 - lightness)
  const channel = (n: number) => {
    const at = (n + hue / 30) % 12
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1))))
  }
  return `#${[channel(0), channel(8), channel(4)].map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

function channels(colour: string): [red: number, green: number, blue: number] {
  const at = (place: number) => Number.parseInt(colour.slice(place, place + 2), 16) / 255
  return [at(1), at(3), at(5)]
}

export function luminance(colour: string): number {
  const [red, green, blue] = channels(colour)
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

const linear = (light: number) => (light <= 0.04045 ? light / 12.92 : ((light + 0.055) / 1.055) ** 2.4)
