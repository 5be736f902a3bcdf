import { lineOf } from './line.ts'
import type { Token } from './reading.ts'
import { escaped } from './text.ts'

// Only what is named here is ever written; of anything else the text remains.
export const htmlOf = (tokens: Token[]): string => tokens.map(written).join('')

const ELEMENTS: Record<string, string> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  bullet_list: 'ul',
  ordered_list: 'ol',
  list_item: 'li',
  table: 'table',
  thead: 'thead',
  tbody: 'tbody',
  tr: 'tr',
  th: 'th',
  td: 'td',
}

// A page has its own first and second heading.
const HEADINGS: Record<string, string> = { h1: 'h3', h2: 'h4', h3: 'h5', h4: 'h6', h5: 'h6', h6: 'h6' }

const LEAVES: Record<string, (token: Token) => string> = {
  inline: ({ children }) => lineOf(children ?? []),
  code_block: preformatted,
  fence: preformatted,
  hr: () => '<hr>\n',
}

function written(token: Token): string {
  if (token.hidden) return ''
  const [, kind = '', end] = /^(.+?)(?:_(open|close))?$/.exec(token.type) ?? []
  if (!end) return LEAVES[kind]?.(token) ?? escaped(token.content)
  const name = kind === 'heading' ? HEADINGS[token.tag] : ELEMENTS[kind]
  if (!name) return ''
  return end === 'open' ? `<${name}${attributesOf(token, kind)}>` : `</${name}>\n`
}

function attributesOf(token: Token, kind: string): string {
  if (kind === 'ordered_list') return startingAt(token) + directionOf(token)
  if (kind === 'th' || kind === 'td') return ALIGNED[String(token.attrGet('style'))] ?? ''
  return directionOf(token)
}

// Each block finds its own direction; what is inside follows it.
const directionOf = ({ level }: Token) => (level === 0 ? ' dir="auto"' : '')

function startingAt(list: Token): string {
  const start = Number(list.attrGet('start') ?? 1)
  return start === 1 ? '' : ` start="${start}"`
}

const ALIGNED: Record<string, string> = {
  'text-align:center': ' class="in-middle"',
  'text-align:right': ' class="at-end"',
}

function preformatted(token: Token): string {
  return `<pre${directionOf(token)}><code>${escaped(token.content)}</code></pre>\n`
}
