import { z } from 'zod'
import { Exceptions, Weekly, Zone } from '#workers/lib/zones/inputs.ts'

// Forms send digits as text.
const upTo = (most: number) =>
  z.union([
    z.int().min(0).max(most, `At most ${most}, please.`),
    z
      .string()
      .trim()
      .max(4)
      .regex(/^\d+$/, 'Write a number.')
      .transform(Number)
      .pipe(z.int().max(most, `At most ${most}, please.`)),
  ])

const Day = z.iso.date('Choose a day.').max(10)

export const MyTimes = z.strictObject({
  timeZone: Zone.max(60),
  weekly: Weekly,
  exceptions: Exceptions,
  menteesAtMost: upTo(50),
  sessionsAWeekAtMost: upTo(40),
  pausedUntil: z
    .union([z.literal('').transform(() => null), z.null(), Day])
    .describe('The first day that is open again.'),
})
export type MyTimes = z.output<typeof MyTimes>

const Hours = z.strictObject({ from: z.string(), until: z.string() })

export const KeptTimes = z.strictObject({
  timeZone: z.string(),
  weekly: z.array(Hours.extend({ day: z.int() })),
  exceptions: z.array(z.strictObject({ date: z.string(), hours: z.array(Hours) })),
  menteesAtMost: z.int(),
  sessionsAWeekAtMost: z.int(),
  pausedUntil: z.string().nullable(),
})
export type KeptTimes = z.output<typeof KeptTimes>
