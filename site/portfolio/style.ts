import type { Content } from './content.ts'
import type { Theme } from './page.ts'
import { hueOf, paletteCss } from './palette.ts'
import shared from './shared.css?raw'

// One small file for a whole site: its colours, what all themes share, and the theme.
export const styleOf = ({ style }: Theme, { design, hue }: Content): string =>
  smaller(`${paletteCss(hueOf(design.palette, hue))}\n${shared}\n${style}`)

const smaller = (css: string) =>
  css
    .replace(/\/\*[^*]*\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .trim()
