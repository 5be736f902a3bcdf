import { htmlOf } from './markdown/html.ts'
import type { PictureOf } from './markdown/line.ts'
import { readMarkdown } from './markdown/reading.ts'
import { cleaned, plainHtml, shortened, textOf } from './markdown/text.ts'

// HTML that may stand in our pages, from what a member wrote. Its headings follow the one it stands under. Pictures are links,
// but for those that `pictureOf` knows and draws.
export function markdown(written: string, under = 2, pictureOf?: PictureOf): string {
  const text = cleaned(written)
  const tokens = readMarkdown(text)
  return tokens ? htmlOf(tokens, { under, pictureOf }) : plainHtml(text)
}

// For summaries and descriptions: the words alone, at most so many characters.
export function plainOf(written: string, length: number): string {
  const text = cleaned(written)
  const tokens = readMarkdown(text)
  return shortened(tokens ? textOf(tokens) : text, length)
}
