import { z } from 'zod'
import { Category } from '#workers/people/skills/inputs.ts'

export const SearchWords = z.strictObject({
  q: z.string().trim().min(1, 'Write what you look for.').max(100, 'A few words are enough.'),
})
export type SearchWords = z.output<typeof SearchWords>

export const Found = z.strictObject({
  people: z.array(
    z.strictObject({ handle: z.string(), name: z.string(), craft: z.string(), portrait: z.string().nullable() }),
  ),
  skills: z.array(z.strictObject({ slug: z.string(), name: z.string(), category: Category, summary: z.string() })),
  works: z.array(
    z.strictObject({
      slug: z.string(),
      title: z.string(),
      picture: z.string(),
      alt: z.string(),
      width: z.int(),
      height: z.int(),
      maker: z.string(),
    }),
  ),
})
export type Found = z.output<typeof Found>
