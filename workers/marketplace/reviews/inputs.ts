import { z } from 'zod'

export const NewReview = z.strictObject({
  line: z.uuid(),
  stars: z.coerce.number('How many stars?').int().min(1, 'At least one star.').max(5, 'Five are the most.'),
  words: z.string().trim().max(2000).default(''),
})
export type NewReview = z.output<typeof NewReview>

export const NewReply = z.strictObject({
  line: z.uuid(),
  words: z.string().trim().min(1, 'Please write something.').max(2000),
})
export type NewReply = z.output<typeof NewReply>

export type Review = { stars: number; words: string; signedAs: string; at: string; reply: string }
