import { z } from 'zod'

// One line in a member's own words. What would turn the text around it upside down is left out.
export const line = (longest: number) =>
  z.string().overwrite(asLine).max(longest, `At most ${longest} characters fit here.`)

// Several paragraphs, kept as they were written.
export const paragraphs = (longest: number) =>
  z.string().overwrite(asParagraphs).max(longest, `At most ${longest} characters fit here.`)

// Programs send a list, forms one line with commas.
export const wordList = <Word extends z.ZodType<unknown, string>>(word: Word, most: number) =>
  z.union([
    z.array(word).max(most, `At most ${most}, please.`),
    z
      .string()
      .max(most * 60)
      .transform(split)
      .pipe(z.array(word).max(most, `At most ${most}, please.`)),
  ])

const TURNS_TEXT_AROUND = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

function asLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(TURNS_TEXT_AROUND, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}

function asParagraphs(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim()
}

const split = (text: string) =>
  text
    .split(/[,;\n、،]/)
    .map((word) => word.trim())
    .filter(Boolean)
