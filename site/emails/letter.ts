import type { Letterhead } from '#workers/settings/letterhead.ts'
import { dressed } from './dressed.ts'
import { plain } from './plain.ts'

export type Head = Letterhead & { origin: string }

export type Words = {
  subject: string
  greeting: string
  paragraphs: string[]
  // A list of short sentences, each leading somewhere; what has a name stands out.
  items?: { says: Says; url: string }[]
  action?: Link
  footer: Link & { why: string; more?: Link }
}

export type Says = (string | { name: string })[]
export type Link = { label: string; url: string }

export type Written = { setUnder(head: Head): { subject: string; text: string; html: string } }

// Every mail is written once, as words, and both its faces are set from them when it leaves, under the name, the logo and
// the colour of the community. Words that name the community take its head.
export const letter = (words: Words | ((head: Head) => Words)): Written => ({
  setUnder(head) {
    const said = typeof words === 'function' ? words(head) : words
    const subject = said.subject.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
    return { subject, text: plain(said, head), html: dressed({ ...said, subject }, head) }
  },
})
