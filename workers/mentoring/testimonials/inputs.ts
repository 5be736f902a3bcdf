import { z } from 'zod'
import { Person } from '#workers/people/profiles/inputs.ts'

export const PairOfWords = z.strictObject({ id: z.uuid() })
export type PairOfWords = z.output<typeof PairOfWords>

export const Showing = z.strictObject({
  shown: z.union([z.boolean(), z.enum(['yes', 'no']).transform((said) => said === 'yes')]),
})
export type Showing = z.output<typeof Showing>

const ticked = z
  .union([z.boolean(), z.literal('on')])
  .optional()
  .transform((value) => value === true || value === 'on')

// What whoever did not bring it to an end says about it afterwards.
export const LastWords = z
  .strictObject({
    rating: z.coerce.number().int().min(1).max(5).optional(),
    testimonial: z.string().trim().max(1000).default(''),
    mayBeShown: ticked,
    privateWords: z.string().trim().max(4000).default(''),
  })
  .refine(
    ({ rating, testimonial, privateWords }) => rating !== undefined || testimonial !== '' || privateWords !== '',
    {
      path: ['testimonial'],
      message: 'Please say at least one thing: a few words, or how it was for you.',
    },
  )
export type LastWords = z.output<typeof LastWords>

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
