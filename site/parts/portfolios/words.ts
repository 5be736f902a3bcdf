import type { PaletteName } from '#workers/portfolios/design.ts'

export const PALETTE_WORDS: Record<PaletteName, string> = {
  works: 'From my works',
  ink: 'Ink',
  clay: 'Clay',
  moss: 'Moss',
  sea: 'Sea',
  plum: 'Plum',
  sun: 'Sun',
}
