import { z } from 'zod'
import { RHYTHMS } from '#db/schema/notifications.ts'
import { KIND_NAMES, type Kind, type KindName, kinds } from '../kinds.ts'

export const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)
export const DAYS = ['1', '2', '3', '4', '5', '6', '7'] as const
export const PUSH_RHYTHMS = ['at-once', 'never'] as const

const Ways = z.strictObject({ mail: z.enum(RHYTHMS).optional(), push: z.enum(PUSH_RHYTHMS).optional() })

// What protects an account is no choice: it is not named here, so nobody can turn it off.
export const CHOOSABLE: KindName[] = KIND_NAMES.filter((name) => {
  const { always, inboxOnly }: Kind = kinds[name]
  return !always && !inboxOnly
})

const chosen = Object.fromEntries(CHOOSABLE.map((name) => [name, Ways.optional()]))

export const Choices = z
  .strictObject({
    kinds: z.strictObject(chosen).optional(),
    quietFrom: z.enum([...HOURS, '']),
    quietUntil: z.enum([...HOURS, '']),
    digestHour: z.enum(HOURS),
    digestDay: z.enum(DAYS),
  })
  .refine(({ quietFrom, quietUntil }) => (quietFrom === '') === (quietUntil === ''), {
    path: ['quietUntil'],
    message: 'Quiet hours need a beginning and an end, or neither.',
  })
export type Choices = z.output<typeof Choices>

export const Chosen = z.strictObject({
  kinds: z.strictObject(
    Object.fromEntries(
      CHOOSABLE.map((name) => [name, z.strictObject({ mail: z.enum(RHYTHMS), push: z.enum(PUSH_RHYTHMS) })]),
    ),
  ),
  quietFrom: z.string(),
  quietUntil: z.string(),
  digestHour: z.string(),
  digestDay: z.string(),
  // The zone these hours are told in.
  zone: z.string(),
})
export type Chosen = z.output<typeof Chosen>
