import { z } from 'zod'

export const NewDeparture = z.strictObject({
  reason: z.string().trim().max(2000).default(''),
  // Typed by hand, so that nobody leaves by a slip of the finger.
  handle: z.string().trim().max(60),
})
export type NewDeparture = z.output<typeof NewDeparture>

export const Departure = z.strictObject({ leavesAt: z.string() })
export type Departure = z.output<typeof Departure>

export const Stayed = z.strictObject({ status: z.literal('staying') })
