import type { House } from '#workers/settings/inputs.ts'
import { NEW_HOUSE } from '#workers/settings/settings.ts'

// The community's own colour, worked out for paper and for charcoal; the house's own stands in tokens.css.
export function accentStyle({ accent }: Pick<House, 'accent'>): string | undefined {
  if (accent === NEW_HOUSE.accent) return undefined
  const from = (shade: string) => `oklch(from ${accent} ${shade} h)`
  return [
    `--color-accent: light-dark(${from('max(l, 0.55) c')}, ${from('0.7 min(c, 0.17)')})`,
    `--color-accent-strong: light-dark(${accent}, ${from('0.71 min(c, 0.17)')})`,
    `--color-accent-hover: light-dark(${from('calc(l - 0.06) c')}, ${from('0.77 min(c, 0.145)')})`,
    `--color-accent-tint: light-dark(${from('0.955 min(c, 0.024)')}, ${from('0.28 min(c, 0.04)')})`,
  ].join('; ')
}
