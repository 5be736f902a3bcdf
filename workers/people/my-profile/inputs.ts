import { z } from 'zod'
import { EXPERIENCES } from '#db/schema/people.ts'
import { Zone } from '#workers/lib/zones/inputs.ts'
import { line, paragraphs, wordList } from '../words.ts'
import { Language } from './languages.ts'

export const Name = line(80).refine((name) => /[\p{L}\p{N}]/u.test(name), 'Please write the name you go by.')

const Experience = z.union([z.literal('').transform(() => null), z.null(), z.enum(EXPERIENCES)])

const Interest = line(40).refine((word) => word !== '', 'An interest has at least one letter.')

// Whatever is named is changed; the rest stays as it is.
export const parts = {
  name: Name.optional(),
  craft: line(80).optional(),
  place: line(80).optional(),
  timeZone: Zone.max(60).optional(),
  languages: wordList(Language, 12)
    .transform((codes) => [...new Set(codes)])
    .optional(),
  experience: Experience.optional(),
  interests: wordList(Interest, 20)
    .transform((words) => [...new Map(words.map((word) => [word.toLowerCase(), word])).values()])
    .optional(),
  story: paragraphs(6000).optional(),
  learningGoals: paragraphs(2000).optional(),
  offers: paragraphs(2000).optional(),
}

export const ProfileEdit = z.strictObject(parts).refine((edit) => Object.keys(edit).length > 0, {
  message: 'Say at least one thing that changes.',
  when: ({ issues }) => issues.length === 0,
})
export type ProfileEdit = z.output<typeof ProfileEdit>

export const MyProfile = z.strictObject({
  handle: z.string(),
  name: z.string(),
  craft: z.string(),
  place: z.string(),
  timeZone: z.string(),
  languages: z.array(z.string()),
  experience: z.enum(EXPERIENCES).nullable(),
  interests: z.array(z.string()),
  story: z.string(),
  learningGoals: z.string(),
  offers: z.string(),
  portrait: z.string().nullable(),
  arrival: z.int(),
})
export type MyProfile = z.output<typeof MyProfile>

export const ChangedProfile = z.strictObject({ handle: z.string(), name: z.string() })
