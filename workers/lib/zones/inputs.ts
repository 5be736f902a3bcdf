import { z } from 'zod'
import { knownZone } from '../zones.ts'
import { tidyHours } from './weekly-hours.ts'

export const Zone = z
  .string()
  .overwrite((name) => knownZone(name) ?? name)
  .refine((name) => knownZone(name) === name, 'Choose a time zone from the list, such as Europe/Madrid.')

const Clock = z
  .string()
  .max(5)
  .regex(/^(?:[01]\d|2[0-3]):(?:00|15|30|45)$|^24:00$/, 'Use quarter hours, such as 18:15.')
const Hours = z.strictObject({ from: Clock, until: Clock })
const isLong = ({ from, until }: { from: string; until: string }) => from !== until && from !== '24:00'

const LENGTH = 'These hours are over when they begin: choose another end.'
const MOST_A_WEEK = 70
const MOST_A_DAY = 10
const MOST_DATES = 200

export const Weekly = z
  .array(Hours.extend({ day: z.int().min(1).max(7) }).refine(isLong, LENGTH))
  .max(MOST_A_WEEK)
  .overwrite(tidyHours)

export const Exceptions = z
  .array(
    z.strictObject({
      date: z.iso.date().max(10),
      hours: z.array(Hours.refine(({ from, until }) => from < until, LENGTH)).max(MOST_A_DAY),
    }),
  )
  .max(MOST_DATES)
