import type { Token } from './reading.ts'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escaped = (text: string): string => cleaned(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')

export const cleaned = (written: string): string =>
  written.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROLS, '').replace(NOBODYS, '\ufffd')

export const textOf = (tokens: Token[]): string => tokens.map(wordsOf).join('')

// As it was typed, for what is too much to read as Markdown.
export const plainHtml = (text: string): string =>
  text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim())
    .map((paragraph) => `<p dir="auto">${escaped(paragraph.trim()).replaceAll('\n', '<br>\n')}</p>\n`)
    .join('')

export function shortened(text: string, length: number): string {
  const words = cleaned(text).replace(DIRECTIONS, '').replace(/\s+/g, ' ').trim()
  if (words.length <= length) return words
  const start = wholeLetters(words, length - 1)
  const space = words[start.length] === ' ' ? start.length : start.lastIndexOf(' ')
  return `${start.slice(0, space > length / 2 ? space : start.length).replace(/[\s,;:.–-]+$/, '')}…`
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they have no place in a page.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g
const NOBODYS = /[\ufdd0-\ufdef\ufffe\uffff]|[\u{1fffe}\u{1ffff}]/gu
// Where only words are left, nothing ends a change of direction.
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/g

function wordsOf(token: Token): string {
  if (token.type === 'image') return wordsOfImage(token)
  if (token.children) return textOf(token.children)
  return token.content || (token.block || token.type.endsWith('break') ? ' ' : '')
}

export const wordsOfImage = (image: Token): string => textOf(image.children ?? []) || String(image.attrGet('src'))

// Up to where the letter begins that would no longer fit.
const wholeLetters = (text: string, length: number): string =>
  text.slice(0, letters.segment(text.slice(0, length + LONG_LETTER)).containing(length)?.index)

const letters = new Intl.Segmenter()

// A family of five with skin tones is one letter of this many.
const LONG_LETTER = 40
