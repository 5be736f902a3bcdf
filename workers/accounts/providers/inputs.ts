import { z } from 'zod'
import { AGE_BANDS } from '#db/schema/accounts.ts'
import { knownZone } from '#workers/lib/zones.ts'
import { Name } from '#workers/people/my-profile/inputs.ts'
import { Email } from '../sign-ins/inputs.ts'

export const BeginVisit = z.strictObject({
  purpose: z.enum(['sign-in', 'link', 'prove']).default('sign-in'),
  next: z.string().max(1000).default(''),
})
export type BeginVisit = z.output<typeof BeginVisit>

export const ProviderId = z.strictObject({
  id: z
    .string()
    .max(30)
    .regex(/^[a-z0-9-]+$/),
})
export type ProviderId = z.output<typeof ProviderId>

export const LinkedProvider = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  linkedAt: z.iso.datetime().nullable(),
  // Providers change: what is linked but offered no longer signs nobody in, and may be removed.
  isOffered: z.boolean(),
})
export type LinkedProvider = z.output<typeof LinkedProvider>

export const LinkedProviders = z.strictObject({ providers: z.array(LinkedProvider) })

const orNothing = (text: string) => text || undefined

// What a provider does not know about somebody who joins.
export const Newcomer = z
  .strictObject({
    name: Name,
    handle: z.string().trim().max(100).default('').transform(orNothing),
    ageBand: z.enum(AGE_BANDS, 'Please tell us how old you are, roughly.'),
    guardianEmail: z
      .union([z.literal(''), Email])
      .default('')
      .transform(orNothing),
    terms: z.string('Please read our terms and agree to them.').min(1).max(20),
    timeZone: z
      .string()
      .max(60)
      .default('')
      .transform((name) => knownZone(name) ?? 'UTC'),
  })
  .superRefine(({ ageBand, guardianEmail }, form) => {
    if (ageBand !== 'adult' && !guardianEmail)
      form.addIssue({
        code: 'custom',
        path: ['guardianEmail'],
        message: 'Please add the address of a parent or guardian.',
      })
  })
export type Newcomer = z.output<typeof Newcomer>
