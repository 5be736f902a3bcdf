import { z } from 'zod'
import { WORK_CIRCLES } from '#db/schema/projects.ts'
import { cursorOf, Moment } from '#workers/lib/paging.ts'
import { WorkCard } from '../inputs.ts'
import { WorkSlug } from '../own/inputs.ts'

export const MOST_WORKS = 200

export const CollectionId = z.strictObject({ id: z.uuid() })
export type CollectionId = z.output<typeof CollectionId>

export const NewCollection = z.strictObject({
  title: z
    .string('What is it called?')
    .trim()
    .min(1, 'What is it called?')
    .max(120, 'A shorter title is remembered better.'),
  words: z.string().trim().max(2000).default(''),
  visibility: z
    .enum(WORK_CIRCLES)
    .default('me')
    .describe('Who may see it. Each work in it is seen by whoever may see that work.'),
})
export type NewCollection = z.output<typeof NewCollection>

export const WorkInCollection = CollectionId.extend(WorkSlug.shape)
export type WorkInCollection = z.output<typeof WorkInCollection>

export const OrderOfWorks = z.strictObject({
  works: z.array(WorkSlug.shape.slug).min(1).max(MOST_WORKS).describe('Works that hang in it, the first one first.'),
})
export type OrderOfWorks = z.output<typeof OrderOfWorks>

export const CollectionSearch = z.strictObject({ after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional() })
export type CollectionSearch = z.output<typeof CollectionSearch>

export const CollectionState = z.strictObject({ id: z.uuid() })
export type CollectionState = z.output<typeof CollectionState>

export const CollectionCard = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  words: z.string(),
  visibility: z.enum(WORK_CIRCLES),
  createdAt: z.string(),
  by: WorkCard.shape.maker,
  count: z.int(),
  first: z.array(WorkCard.pick({ slug: true, picture: true, alt: true, width: true, height: true })),
})
export type CollectionCard = z.output<typeof CollectionCard>

export const CollectionPage = z.strictObject({ collections: z.array(CollectionCard), next: z.string().nullable() })
export type CollectionPage = z.output<typeof CollectionPage>
