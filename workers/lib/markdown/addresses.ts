import type { MarkdownIt } from 'markdown-it'

// To other houses, to a mailbox, or within ours; never to a script, and never to elsewhere while it looks like ours.
export const mayLeadTo = (address: string): boolean =>
  MAY_BEGIN.test(address) && URL.canParse(address, 'https://guildhall.invalid')

const MAY_BEGIN = /^(?:https?:\/\/[^/?#\\]|mailto:[^?]|\/(?![/\\]))/i

const SCHEME = 'https://'
const LONGEST = 500
const HAS_TWO_DOTS = /^https:\/\/www\.[^/?#]+\.[^/?#]/i

// "www.example.org" leads somewhere by itself; "readme.md" does not.
export const www = {
  validate(text: string, at: number, linkify: MarkdownIt['linkify']): number {
    if (text[at - 'www.'.length - 1] === '.') return 0
    const found = linkify.matchAtStart(`${SCHEME}www.${text.slice(at, at + LONGEST)}`)
    return found && HAS_TWO_DOTS.test(found.url) ? found.lastIndex - `${SCHEME}www.`.length : 0
  },
  normalize(match: { url: string }) {
    match.url = SCHEME + match.url
  },
}
