import { z } from 'zod'
import { ROLES } from '#db/schema/people.ts'

export const Email = z.email('Please write an address like anna@example.org.').max(254)

// The longest password we take, in bytes; it is never cut.
export const PASSWORD_BYTES = 256

export const GivenPassword = z
  .string()
  .min(1, 'Please write your password.')
  .max(PASSWORD_BYTES)
  .refine((text) => Buffer.byteLength(text) <= PASSWORD_BYTES, 'That is longer than any password we take.')

export const Credentials = z.strictObject({ email: Email, password: GivenPassword })
export type Credentials = z.output<typeof Credentials>

export const SignedIn = z.strictObject({
  handle: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
})
export type SignedIn = z.output<typeof SignedIn>

export const SignInId = z.strictObject({ id: z.uuid() })

export const SignIns = z.strictObject({
  signIns: z.array(
    z.strictObject({
      id: z.uuid(),
      device: z.string(),
      country: z.string().nullable(),
      way: z.string(),
      startedAt: z.string(),
      seenAt: z.string(),
      isThis: z.boolean(),
    }),
  ),
})

export const EndedSignIns = z.strictObject({ ended: z.int() })
