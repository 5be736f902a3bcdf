import { pageAt } from '#workers/pages.ts'

const SHORTEST = 30

// Sentences as they are compared: however they are set, and whatever stands around them.
export const sentencesOf = (words: string): string[] =>
  words
    .replace(/[*_>#~`‘’']/g, '')
    .split(/[.!?…:;“”„«»"\n]+/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim().toLowerCase())
    .filter((sentence) => sentence.length >= SHORTEST)

const MAIL = /[^\s@<>()[\]]{1,64}@[^\s@<>()[\],;]{1,190}\.[a-z]{2,24}/iu
const PHONE = /(?<![\w./-])(?:\+|00?)[1-9](?:[\s()./-]{0,3}\d){6,14}(?!\d)/u

// A mailbox or a telephone, if there is one.
export const contactIn = (words: string): string | undefined => (MAIL.exec(words) ?? PHONE.exec(words))?.[0].trim()

// Where a text leads within this house to what is not for everybody.
export function addressesIn(words: string, origin: string): string[] {
  const paths = [...words.matchAll(LINK)].map(([, link = '']) =>
    link.startsWith(origin) ? link.slice(origin.length) : link,
  )
  return [...new Set(paths.map((path) => path.split(/[?#]/)[0] ?? ''))].filter(isClosed)
}

const LINK = /(?:\]\(\s*<?|(?<=\s|^|<))((?:https?:\/\/|\/)[^\s)<>]{1,500})/gu

function isClosed(path: string): boolean {
  const rule = path.startsWith('/') ? pageAt(path) : undefined
  return rule !== undefined && rule.for !== 'everyone' && rule.for !== 'visitors'
}
