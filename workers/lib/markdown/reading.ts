import MarkdownIt, { type MarkdownIt as Reader, type Token } from 'markdown-it'
import { mayLeadTo, www } from './addresses.ts'
import { DEEPEST, isTooMuch } from './limits.ts'

export type { Token }

// Undefined when the text is too much to read as Markdown.
export function readMarkdown(text: string): Token[] | undefined {
  if (isTooMuch(text)) return undefined
  const tokens = reader().parse(text, {})
  return tokens.some(isAtTheBottom) ? undefined : tokens
}

// The reader drops what lies deeper.
const isAtTheBottom = ({ type, level }: Token) => HOLDS_BLOCKS.has(type) && level >= DEEPEST - 1
const HOLDS_BLOCKS = new Set(['blockquote_open', 'list_item_open'])

let made: Reader | undefined

function reader(): Reader {
  if (made) return made
  made = new MarkdownIt({ html: false, linkify: true, maxNesting: DEEPEST })
  made.validateLink = mayLeadTo
  // An address is shown as it was typed: decoded, it could look like another one.
  made.normalizeLinkText = (typed) => typed
  made.linkify.add('//', null).add('www.', www)
  return made
}
