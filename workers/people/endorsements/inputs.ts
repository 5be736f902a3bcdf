import { z } from 'zod'
import { MemberHandle } from '../profiles/inputs.ts'
import { SkillSlug } from '../skills/inputs.ts'
import { line } from '../words.ts'

export const EndorsedSkill = MemberHandle.extend({ skill: SkillSlug.shape.slug })
export type EndorsedSkill = z.output<typeof EndorsedSkill>

export const WordsOfPraise = z.strictObject({ words: line(600).default('') })
export type WordsOfPraise = z.output<typeof WordsOfPraise>

export const NewEndorsement = WordsOfPraise.extend({ skill: SkillSlug.shape.slug })

export const Endorsed = z.strictObject({ skill: z.string() })
