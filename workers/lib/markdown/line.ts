import { mayLeadTo } from './addresses.ts'
import type { Token } from './reading.ts'
import { escaped, textOf, wordsOfImage } from './text.ts'

// HTML for the picture at this address, with these words for whoever cannot see it; undefined for a picture of others.
export type PictureOf = (address: string, words: string) => string | undefined

// What stands within a paragraph.
export function lineOf(line: Token[], pictureOf?: PictureOf): string {
  let around = ''
  return line
    .map((token, at) => {
      if (token.type === 'image') return drawn(token, pictureOf) ?? linkInsteadOf(token, around)
      if (token.type === 'link_close') {
        const left = around
        around = ''
        return closing(left)
      }
      if (token.type !== 'link_open') return MARKS[token.type] ?? inWords(token)
      around = addressOf(token)
      return opening(around) + (line[at + 1]?.type === 'link_close' ? escaped(around) : '')
    })
    .join('')
}

const MARKS: Record<string, string> = {
  strong_open: '<strong>',
  strong_close: '</strong>',
  em_open: '<em>',
  em_close: '</em>',
  s_open: '<del>',
  s_close: '</del>',
  softbreak: '<br>\n',
  hardbreak: '<br>\n',
}

const inWords = ({ type, content }: Token) =>
  type === 'code_inline' ? `<code>${escaped(content)}</code>` : escaped(content)

const addressOf = (link: Token) => String(link.attrGet('href') ?? link.attrGet('src') ?? '')

const opening = (address: string) =>
  mayLeadTo(address) ? `<a href="${escaped(address)}" rel="ugc nofollow noopener">` : ''

const closing = (address: string) => (mayLeadTo(address) ? '</a>' : '')

const drawn = (image: Token, pictureOf?: PictureOf) => pictureOf?.(addressOf(image), textOf(image.children ?? []))

// A picture from elsewhere would tell its house who reads ours; whoever wants to see it goes there.
function linkInsteadOf(image: Token, around: string): string {
  const [address, words] = [addressOf(image), escaped(wordsOfImage(image))]
  return mayLeadTo(around) ? words : opening(address) + words + closing(address)
}
