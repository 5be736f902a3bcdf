import { z } from 'zod'
import { cursorOf, Moment } from '#workers/lib/paging.ts'
import { Category, SkillSlug } from '#workers/people/skills/inputs.ts'

export const WorkSearch = z.strictObject({
  category: Category.optional(),
  skill: SkillSlug.shape.slug.optional(),
  maker: z.string().max(40).optional(),
  show: z.enum(['picked', 'for-sale']).optional().describe('Only those the house picked, or those that can be bought.'),
  after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional(),
})
export type WorkSearch = z.output<typeof WorkSearch>

export const Maker = z.strictObject({
  handle: z.string(),
  name: z.string(),
  craft: z.string(),
  place: z.string(),
  portrait: z.string().nullable(),
})
export type Maker = z.output<typeof Maker>

export const SkillName = z.strictObject({ slug: z.string(), name: z.string() })
export type SkillName = z.output<typeof SkillName>

export const WorkCard = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  medium: z.string(),
  picture: z.string(),
  alt: z.string(),
  width: z.int(),
  height: z.int(),
  finishedAt: z.iso.datetime({ offset: true }),
  maker: Maker.pick({ handle: true, name: true }),
  skill: SkillName.nullable().describe('The main one.'),
})
export type WorkCard = z.output<typeof WorkCard>

export const WorkPage = z.strictObject({ works: z.array(WorkCard), next: z.string().nullable() })
export type WorkPage = z.output<typeof WorkPage>
