import { z } from 'zod'

export const EmailAddress = z
  .string()
  .trim()
  .normalize()
  .max(254, 'This address is too long.')
  .pipe(z.email('Please check this address: it should look like name@example.org.'))

export const NewsletterRequest = z.strictObject({ email: EmailAddress })
export type NewsletterRequest = z.output<typeof NewsletterRequest>

export const LinkToken = z.strictObject({ token: z.string().min(1).max(300) })
export type LinkToken = z.output<typeof LinkToken>

export const SubscriptionId = z.object({ id: z.uuid() })
export type SubscriptionId = z.output<typeof SubscriptionId>

export const Accepted = z.strictObject({ status: z.literal('check-your-mail') })
export const Confirmed = z.strictObject({ status: z.literal('confirmed') })
export const Unsubscribed = z.strictObject({ status: z.literal('unsubscribed') })

export const OneClick = z.strictObject({ 'List-Unsubscribe': z.literal('One-Click') })
