const AA = 4.5

// White words stand on the accent, so it has to be dark enough for them (WCAG 2.2, 1.4.3).
export const isReadable = (colour: string): boolean => 1.05 / (luminance(colour) + 0.05) >= AA

const CHARCOAL = 0.0077
const LIGHTER = 0.06

// The same colour as it glows in the dark, where words on it are black: lightened until it stands out (6 to 1).
export function inTheDark(colour: string): string {
  if ((luminance(colour) + 0.05) / (CHARCOAL + 0.05) >= 6) return colour
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  const lighter = channels.map((value) => Math.ceil(value + (255 - value) * LIGHTER))
  return inTheDark(`#${lighter.map((value) => value.toString(16).padStart(2, '0')).join('')}`)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const linear = (light: number) => (light <= 0.04045 ? light / 12.92 : ((light + 0.055) / 1.055) ** 2.4)
