import { z } from 'zod'
import { STRENGTHS } from '#db/schema/matching/wishes.ts'
import { EXPERIENCES } from '#db/schema/people.ts'
import { languageOf } from '#workers/people/my-profile/languages.ts'
import { MemberHandle } from '#workers/people/profiles/inputs.ts'
import { SkillSlug } from '#workers/people/skills/inputs.ts'

const Strength = z
  .enum(STRENGTHS, 'Must it be, or would it be nice?')
  .describe('Whether it has to be, or would be nice.')

const Language = z
  .string()
  .trim()
  .min(1, 'Which language?')
  .max(60)
  .transform((said, issues) => {
    const code = languageOf(said)
    if (!code) issues.addIssue({ code: 'custom', message: `We do not know “${said}” as a language.` })
    return code ?? ''
  })

// One thing asked of whoever is suggested.
export const NewWish = z
  .strictObject({
    strength: Strength,
    language: Language.optional(),
    skill: SkillSlug.shape.slug.optional(),
    experience: z.enum(EXPERIENCES).optional(),
  })
  .refine(
    ({ language, skill, experience }) => [language, skill, experience].filter(Boolean).length === 1,
    'Please ask for one thing at a time.',
  )
export type NewWish = z.output<typeof NewWish>

export const WishId = z.strictObject({ id: z.uuid() })
export type WishId = z.output<typeof WishId>

export const Apart = z.strictObject({ handle: MemberHandle.shape.handle })
export type Apart = z.output<typeof Apart>

const Wish = z.strictObject({
  id: z.uuid(),
  strength: z.enum(STRENGTHS),
  language: z.string().nullable(),
  skill: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
  experience: z.enum(EXPERIENCES).nullable(),
})
export type Wish = z.output<typeof Wish>

export const MyWishes = z.strictObject({
  wishes: z.array(Wish),
  apart: z
    .array(z.strictObject({ handle: z.string(), name: z.string() }))
    .describe('With whom you would rather not be suggested.'),
})
export type MyWishes = z.output<typeof MyWishes>
