import type { Finding } from '../inputs.ts'
import { addressesIn, contactIn, sentencesOf } from './words.ts'

export type Said = { by: string; words: string }

// What bears on the words of a member: what others wrote to them alone, whether they are a child, and where this house is.
export type Around = { said: Said[]; minor: boolean; origin: string }

export type Text = { where: string; words: string; mend: string }

export const textOf = (title: string, words: string, mend: string): Text => ({
  where: `“${title}”`,
  words: `${title}\n\n${words}`,
  mend,
})

export const findingsInWords = (texts: Text[], around: Around): Finding[] => [
  ...wordsOfOthers(texts, around),
  ...privateThings(texts, around),
]

// Feedback was written for one person: whoever wrote it decides whether others read it.
function wordsOfOthers(texts: Text[], { said }: Around): Finding[] {
  const writers = new Map(said.flatMap(({ by, words }) => sentencesOf(words).map((sentence) => [sentence, by])))
  return texts.flatMap(({ where, words, mend }) => {
    const by = [...new Set(sentencesOf(words).flatMap((sentence) => writers.get(sentence) ?? []))]
    const says = `${where} quotes what ${by.join(' and ')} wrote to you alone. Say it in your own words, or ask for words that may be shown.`
    return by.length > 0 ? [{ check: 'words' as const, blocks: true, says, mend }] : []
  })
}

// How to reach a child is not for strangers; others may want to be reached.
const privateThings = (texts: Text[], { minor, origin }: Around): Finding[] =>
  texts.flatMap((text) => {
    const contact = contactIn(text.words)
    const [closed] = addressesIn(text.words, origin)
    return [
      ...(contact ? [privately(text, minor, reaching(text.where, contact, minor))] : []),
      ...(closed ? [privately(text, false, `${text.where} leads to ${closed}, which not everybody can open.`)] : []),
    ]
  })

const privately = ({ mend }: Text, blocks: boolean, says: string): Finding => ({ check: 'private', blocks, says, mend })

const reaching = (where: string, contact: string, minor: boolean) =>
  minor
    ? `${where} tells strangers how to reach you: ${contact}. Take it out first.`
    : `${where} tells everybody how to reach you: ${contact}. Leave it only if you want that.`
