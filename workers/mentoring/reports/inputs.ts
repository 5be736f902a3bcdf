import { z } from 'zod'
import { CLOSING_REASONS } from '#db/schema/mentoring/mentorships.ts'

const Count = z.int().min(0)

export const Report = z.strictObject({
  // From meeting somebody to the first piece of work that was accepted; in the last half year.
  way: z.strictObject({ met: Count, invited: Count, joined: Count, paired: Count, handedIn: Count, finished: Count }),
  pairs: z.strictObject({ moving: Count, quiet: Count, silent: Count, paused: Count }),
  closed: z.array(z.strictObject({ because: z.enum(CLOSING_REASONS), pairs: Count })),
  waits: z.strictObject({ half: z.number(), most: z.number(), count: Count }).nullable(),
  looks: z.strictObject({ half: z.number(), most: z.number(), count: Count }).nullable(),
  // Of those who came in a month, how many were about in the last thirty days.
  stayed: z.array(z.strictObject({ month: z.string(), came: Count, about: Count })),
  rating: z.strictObject({ mean: z.number(), count: Count }).nullable(),
})
export type Report = z.output<typeof Report>
