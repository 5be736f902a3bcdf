import { z } from 'zod'
import { Person } from '#workers/people/profiles/inputs.ts'

export const PairOfWords = z.strictObject({ id: z.uuid() })
export type PairOfWords = z.output<typeof PairOfWords>

export const Showing = z.strictObject({
  shown: z.union([z.boolean(), z.enum(['yes', 'no']).transform((said) => said === 'yes')]),
})
export type Showing = z.output<typeof Showing>

export const Shown = z.strictObject({ id: z.uuid(), shown: z.boolean() })

// What somebody wrote about me at the end, and whether others read it.
export const Offered = z.strictObject({
  id: z.uuid(),
  words: z.string(),
  at: z.string(),
  shownAt: z.string().nullable(),
  skill: z.string().nullable(),
  by: Person,
})
export type Offered = z.output<typeof Offered>

export const OfferedWords = z.strictObject({ testimonials: z.array(Offered) })
