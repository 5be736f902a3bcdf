import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { readTogether } from '#db/reading.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { invalid } from '#workers/lib/errors.ts'
import { instantOf } from '#workers/lib/zones/clock.ts'
import { whenAndWhere } from '#workers/lib/zones/when.ts'
import { zoneOf } from '#workers/mentoring/requests/queue.ts'

// When and where a lesson is; without a start, the two agree on a day.
export const Lesson = z.strictObject({
  startsAt: z.string().nullable(),
  lengthMinutes: z.int(),
  place: z.string(),
  timeZone: z.string().describe('Of its teacher.'),
})
export type Lesson = z.output<typeof Lesson>

export const lessonOf = (offered: SQL): SQL => sql`case when ${offered}.kind = 'lesson' then json_build_object(
  'startsAt', ${offered}.starts_at, 'lengthMinutes', ${offered}.length_minutes, 'place', ${offered}.place,
  'timeZone', (select teacher.time_zone from ${members} teacher where teacher.id = ${offered}.member_id)) end`

export const isAhead = (offered: SQL): SQL => sql`(${offered}.starts_at is null or ${offered}.starts_at > now())`

export const lessonInWords = ({ startsAt, lengthMinutes, place, timeZone }: Lesson): string =>
  [startsAt ? whenAndWhere(timeZone, startsAt) : 'on a day you agree on', `${lengthMinutes} minutes`, place]
    .filter(Boolean)
    .join(', ')

// What was typed is on its teacher's own clock.
export async function startOf({ db, member, now }: MemberCtx, typed: string | undefined): Promise<Date | null> {
  if (!typed) return null
  const { zone } = await readTogether(db, { zone: zoneOf(member.id) })
  const start = instantOf(typed, zone[0]?.timeZone ?? 'UTC')
  if (start <= now)
    throw invalid([{ path: 'startsAt', message: 'That is over already. Please choose a day to come, or none.' }])
  return start
}
