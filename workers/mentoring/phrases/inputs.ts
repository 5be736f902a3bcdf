import { z } from 'zod'
import { COMMENT_KINDS } from '#db/schema/mentoring/feedback.ts'
import { cursorOf, Moment } from '#workers/lib/paging.ts'

export const AtHand = z.strictObject({ id: z.uuid(), kind: z.enum(COMMENT_KINDS), words: z.string() })
export type AtHand = z.output<typeof AtHand>

const Phrase = AtHand.extend({ skill: z.string().nullable(), uses: z.number().int(), lastUsedAt: z.string() })

export const PhrasePage = z.strictObject({ phrases: z.array(Phrase), next: z.string().nullable() })
export type PhrasePage = z.output<typeof PhrasePage>

export const PhraseSearch = z.strictObject({
  skill: z.string().trim().max(120).optional(),
  after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional(),
})
export type PhraseSearch = z.output<typeof PhraseSearch>

export const PhraseId = z.strictObject({ id: z.uuid() })
export type PhraseId = z.output<typeof PhraseId>
