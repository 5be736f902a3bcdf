import { z } from 'zod'
import { line } from '#workers/people/words.ts'
import { Email } from '../sign-ins/inputs.ts'
import { SILENT_DAYS } from './patience.ts'

// A link works for as long as the account waits.
export const GUARDIAN_DAYS = SILENT_DAYS
export const GUARDIAN_HOURS = GUARDIAN_DAYS * 24

export const DECISIONS = ['agreed', 'refused', 'withdrawn'] as const

export const GuardianDecision = z.strictObject({
  token: z.string().min(1).max(100),
  decision: z.enum(DECISIONS, 'Please choose one of the two.'),
  name: line(80).refine((name) => /\p{L}/u.test(name), 'Please write your name, so that we know who decided.'),
})
export type GuardianDecision = z.output<typeof GuardianDecision>

export const Decided = z.strictObject({ decision: z.enum(DECISIONS) })

export const NewGuardian = z.strictObject({ guardianEmail: Email })
export type NewGuardian = z.output<typeof NewGuardian>

export const OwnGuardian = z.strictObject({
  email: z.string(),
  name: z.string().nullable(),
  askedAt: z.string(),
  decision: z.enum(DECISIONS).nullable(),
  decidedAt: z.string().nullable(),
  // While the account waits: the day on which it closes without a yes, and how often somebody else may be asked.
  closesAt: z.string().nullable(),
  asksLeft: z.int(),
})
export type OwnGuardian = z.output<typeof OwnGuardian>

export const ConsentAsked = z.object({ id: z.uuid(), consent: z.uuid() })
export type ConsentAsked = z.output<typeof ConsentAsked>

export const ConsentDecided = z.object({ id: z.uuid(), link: z.uuid() })
export type ConsentDecided = z.output<typeof ConsentDecided>
