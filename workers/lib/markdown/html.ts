import { lineOf, type PictureOf } from './line.ts'
import type { Token } from './reading.ts'
import { escaped } from './text.ts'

// Only what is named here is ever written; of anything else the text remains.
export const htmlOf = (tokens: Token[], { under, pictureOf }: Wish): string =>
  inSteps(tokens, under)
    .map((token) => written(token, pictureOf))
    .join('')

type Wish = { under: number; pictureOf?: PictureOf | undefined }

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

// Whoever begins with a small heading, or leaves one out, does not leave out a step in the page.
function inSteps(tokens: Token[], under: number): Token[] {
  let level = under
  for (const token of tokens) {
    if (token.type === 'heading_open') level = Math.min(under + Number(token.tag.slice(1)), level + 1, 6)
    if (token.type.startsWith('heading_')) token.tag = `h${level}`
  }
  return tokens
}

const LEAVES: Record<string, (token: Token, pictureOf?: PictureOf) => string> = {
  inline: ({ children }, pictureOf) => lineOf(children ?? [], pictureOf),
  code_block: preformatted,
  fence: preformatted,
  hr: () => '<hr>\n',
}

function written(token: Token, pictureOf?: PictureOf): string {
  if (token.hidden) return ''
  const [, kind = '', end] = /^(.+?)(?:_(open|close))?$/.exec(token.type) ?? []
  if (!end) return LEAVES[kind]?.(token, pictureOf) ?? escaped(token.content)
  const name = kind === 'heading' ? token.tag : ELEMENTS[kind]
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
