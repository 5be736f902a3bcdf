import { z } from 'zod'
import { cursorOf } from '#workers/lib/paging.ts'

export const Category = z.enum(['art', 'music', 'coding', 'crafts', 'professional'])

export const SkillSearch = z.strictObject({
  q: z
    .string()
    .trim()
    .max(100)
    .optional()
    .describe('Words to look for. Typing mistakes and other names are understood.'),
  category: Category.optional(),
  tag: z.string().trim().max(40).optional(),
  after: cursorOf(z.tuple([z.uuid(), z.string().transform(Number).pipe(z.number()), z.string()]), 3).optional(),
})
export type SkillSearch = z.output<typeof SkillSearch>

export const SkillSlug = z.strictObject({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(80),
})

export const SkillCard = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  category: Category,
  summary: z.string(),
  tags: z.array(z.string()),
})
export type SkillCard = z.output<typeof SkillCard>

export const SkillPage = z.strictObject({ skills: z.array(SkillCard), next: z.string().nullable() })
export type SkillPage = z.output<typeof SkillPage>

export const Skill = SkillCard.extend({
  description: z.string(),
  firstStep: z.string(),
  ladder: z.array(z.string()).length(5),
  synonyms: z.array(z.string()),
  related: z.array(SkillCard.pick({ slug: true, name: true, category: true })),
})
export type Skill = z.output<typeof Skill>
