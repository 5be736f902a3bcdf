import { z } from 'zod'
import { LETTER_STATES } from '#db/schema/portfolios/letters.ts'
import { cursorOf, Moment } from '#workers/lib/paging.ts'
import { EmailAddress } from '#workers/notifications/newsletter/inputs.ts'

const LONGEST = 5000

// In one line, whatever it was written with: it stands in the subject of a mail.
const Name = z
  .string('What is your name?')
  .max(80, 'Please keep it to 80 characters.')
  .transform((name) => name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim())
  .refine((name) => name !== '', 'What is your name?')

export const NewLetter = z.strictObject({
  name: Name,
  email: EmailAddress,
  words: z
    .string('Write something first.')
    .trim()
    .min(1, 'Write something first.')
    .max(LONGEST, `Please keep it to ${LONGEST} characters.`)
    .transform((words) => words.replace(/\r\n?/g, '\n')),
  // Nobody sees this field, so only programs fill it.
  fax: z.string().max(200).default(''),
  ticket: z.string().max(200).default(''),
})
export type NewLetter = z.output<typeof NewLetter>

export const LetterId = z.strictObject({ id: z.uuid() })
export type LetterId = z.output<typeof LetterId>

export const LetterSearch = z.strictObject({
  show: z.enum(['arrived', 'held']).default('arrived'),
  after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional(),
})
export type LetterSearch = z.output<typeof LetterSearch>

export const Letter = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  words: z.string(),
  state: z.enum(LETTER_STATES),
  writtenAt: z.string(),
})
export type Letter = z.output<typeof Letter>

export const LetterPage = z.strictObject({ letters: z.array(Letter), next: z.string().nullable() })
export type LetterPage = z.output<typeof LetterPage>

export const LetterState = z.strictObject({ id: z.uuid(), state: z.enum(LETTER_STATES) })
export type LetterState = z.output<typeof LetterState>

export const LetterBox = z.strictObject({ open: z.boolean() })
export type LetterBox = z.output<typeof LetterBox>
