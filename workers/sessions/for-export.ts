import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { sessions } from '#db/schema/sessions.ts'

export const sessionsForExport = (memberId: string): Record<string, Shelf<unknown>> => ({
  'sessions-you-host': sql`select slug, title, summary, place, starts_at, time_zone, length_minutes, seats
    from ${sessions} where host_id = ${memberId} order by starts_at`,
})
