import { z } from 'zod'
import { MemberHandle } from '../profiles/inputs.ts'
import { SkillSlug } from '../skills/inputs.ts'
import { line } from '../words.ts'

export const EndorsedSkill = MemberHandle.extend({ skill: SkillSlug.shape.slug })
export type EndorsedSkill = z.output<typeof EndorsedSkill>

export const WordsOfPraise = z.strictObject({ words: line(600) })
export type WordsOfPraise = z.output<typeof WordsOfPraise>

// The form beside a skill on a profile: one button says it, the other takes it back.
export const EndorsementForm = WordsOfPraise.extend({
  words: line(600).default(''),
  skill: SkillSlug.shape.slug,
  takeBack: z.literal('yes').optional(),
})
export type EndorsementForm = z.output<typeof EndorsementForm>

export const Endorsed = z.strictObject({ skill: z.string() })
