import { html } from './html.ts'
import type { Site } from './page.ts'
import { hueOf } from './palette.ts'

// What stands beside the title in a browser's tab: the first letter of the site, in its colour.
export function iconOf({ title, content }: Site): string {
  const { hue, chroma } = hueOf(content.design.palette, content.hue)
  const first = letters.segment(title).containing(0)?.segment
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="oklch(0.46 ${chroma} ${Math.round(hue)})"/><text x="32" y="45" font-family="Georgia, serif" font-size="38" text-anchor="middle" fill="#fff">${first?.toUpperCase()}</text></svg>`
    .text
}

const letters = new Intl.Segmenter()
