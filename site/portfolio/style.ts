import type { Content } from './content.ts'
import type { Theme } from './page.ts'
import { hueOf, paletteCss } from './palette.ts'
import { shapesCss } from './pictures.ts'
import print from './print.css?raw'
import shared from './shared.css?raw'

// One small file for a whole site: its colours, what all themes share, the theme, and how it comes on paper.
export const styleOf = ({ style }: Theme, { design, hue }: Content): string =>
  paletteCss(hueOf(design.palette, hue)) + shapesCss + [shared, style, print].map(smaller).join('')

const made = new Map<string, string>()

function smaller(css: string): string {
  const known = made.get(css)
  if (known !== undefined) return known
  const small = css
    .replace(/\/\*[^*]*\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .trim()
  made.set(css, small)
  return small
}
