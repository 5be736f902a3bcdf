import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { members } from '#db/schema/people.ts'
import { sessions } from '#db/schema/sessions.ts'
import { isMemberThere, nearnessAs } from '#workers/people/profiles/visibility.ts'

export type SessionCard = {
  slug: string
  title: string
  summary: string
  place: string | null
  startsAt: string
  timeZone: string
  lengthMinutes: number
  host: string
}

// For everybody who comes by, so only where its host is there for everybody.
export const isComing = sql`(session.starts_at > now() and ${isMemberThere('host', nearnessAs('guest'))})`

export const upcomingSessions = (limit: number): Shelf<SessionCard> => sql`
  select session.slug, session.title, session.summary, session.place, session.starts_at as "startsAt",
    session.time_zone as "timeZone", session.length_minutes as "lengthMinutes", host.name as host
  from ${sessions} session join ${members} host on host.id = session.host_id
  where ${isComing}
  order by session.starts_at, session.id limit ${limit}`
