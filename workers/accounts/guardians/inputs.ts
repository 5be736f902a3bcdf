import { z } from 'zod'
import { line } from '#workers/people/words.ts'

export const GUARDIAN_DAYS = 21
export const GUARDIAN_HOURS = GUARDIAN_DAYS * 24

export const DECISIONS = ['agreed', 'refused', 'withdrawn'] as const

export const GuardianDecision = z.strictObject({
  token: z.string().min(1).max(100),
  decision: z.enum(DECISIONS, 'Please choose one of the two.'),
  name: line(80).refine((name) => /\p{L}/u.test(name), 'Please write your name, so that we know who decided.'),
})
export type GuardianDecision = z.output<typeof GuardianDecision>

export const Decided = z.strictObject({ decision: z.enum(DECISIONS) })

export const ConsentAsked = z.object({ id: z.uuid(), consent: z.uuid() })
export type ConsentAsked = z.output<typeof ConsentAsked>

export const ConsentDecided = z.object({ id: z.uuid(), link: z.uuid() })
export type ConsentDecided = z.output<typeof ConsentDecided>
