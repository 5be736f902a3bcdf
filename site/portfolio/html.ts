import { escaped } from '#workers/lib/markdown/text.ts'

// HTML as it stands in a template: what is put in is escaped, unless it is HTML already.
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type Inside = Html | string | number | false | null | undefined | readonly Inside[]

export function html(words: TemplateStringsArray, ...inside: Inside[]): Html {
  let text = words[0] ?? ''
  for (let n = 0; n < inside.length; n++) text += written(inside[n]) + words[n + 1]
  return new Html(text)
}

function written(inside: Inside): string {
  if (inside instanceof Html) return inside.text
  if (typeof inside === 'string') return NEEDS_CARE.test(inside) ? escaped(inside) : inside
  if (typeof inside === 'number') return `${inside}`
  if (!inside) return ''
  let text = ''
  for (const one of inside) text += written(one)
  return text
}

// Most words hold none of these, and need no second look.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they have no place in a page.
const NEEDS_CARE = /[&<>"'\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/

export const NOTHING = new Html('')
