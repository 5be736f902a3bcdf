import { z } from 'zod'

export const NewSubscription = z.strictObject({
  endpoint: z.string().max(1000),
  // A point on the curve P-256 and sixteen random bytes, as browsers write them.
  publicKey: z
    .string()
    .length(87)
    .regex(/^B[\w-]{86}$/),
  secret: z
    .string()
    .length(22)
    .regex(/^[\w-]{22}$/),
})
export type NewSubscription = z.output<typeof NewSubscription>

export const SubscriptionId = z.strictObject({ id: z.uuid() })
export type SubscriptionId = z.output<typeof SubscriptionId>

export const Subscribed = z.strictObject({ id: z.uuid(), device: z.string() })
