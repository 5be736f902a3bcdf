import { z } from 'zod'
import { SkillCard, SkillSlug } from '../skills/inputs.ts'
import { WebAddress } from '../web-address.ts'
import { line } from '../words.ts'

export const Bond = z.enum(['teaches', 'learns'])
export type Bond = z.output<typeof Bond>

// Five rungs in words, each written by the skill itself; what a form left open is no level.
const Level = z.union([
  z.literal('').transform(() => null),
  z.null(),
  z.int().min(1).max(5),
  z.enum(['1', '2', '3', '4', '5']).transform(Number),
])

export const SkillBond = z.strictObject({ bond: Bond, slug: SkillSlug.shape.slug })
export type SkillBond = z.output<typeof SkillBond>

export const Assessment = z.strictObject({
  level: Level.describe('The rung of the skill’s ladder you see yourself on, or null.'),
  assessedAt: z.iso.datetime({ offset: true }).max(40).optional().describe('When, if not just now.'),
})
export type Assessment = z.output<typeof Assessment>

export const SkillWord = z.strictObject({
  bond: Bond,
  word: line(60).refine((word) => /[\p{L}\p{N}]/u.test(word), 'Please write what you mean.'),
})
export type SkillWord = z.output<typeof SkillWord>

export const NewEvidence = z.strictObject({
  title: line(120).refine((title) => title !== '', 'Please give it a name.'),
  url: WebAddress,
})
export type NewEvidence = z.output<typeof NewEvidence>

export const EvidenceId = z.strictObject({ id: z.uuid() })

export const Evidence = z.strictObject({ id: z.uuid(), title: z.string(), url: z.string() })

export const MySkill = SkillCard.pick({ slug: true, name: true, category: true }).extend({
  bond: Bond,
  level: z.int().nullable(),
  assessedAt: z.string().nullable(),
  ladder: z.array(z.string()),
  evidence: z.array(Evidence),
})
export type MySkill = z.output<typeof MySkill>

const Near = z.strictObject({ slug: z.string(), name: z.string() })

export const MyWord = SkillWord.extend({ word: z.string(), near: z.array(Near) })
export type MyWord = z.output<typeof MyWord>

export const MySkills = z.strictObject({ skills: z.array(MySkill), words: z.array(MyWord) })
export type MySkills = z.output<typeof MySkills>

export const KeptSkill = SkillBond.extend({ level: z.int().nullable(), assessedAt: z.string().nullable() })
export type KeptSkill = z.output<typeof KeptSkill>
