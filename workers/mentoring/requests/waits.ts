import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { mentorshipRequests } from '#db/schema/mentoring/mentorships.ts'

export type Waits = { half: number; most: number; count: number }

const ENOUGH = 10

// How long people really waited for an answer, in hours: half of them not longer than `half`, four of five than `most`.
// Where fewer than ten were answered, nobody could learn anything from it, and nothing is said.
export const waits = (mentorId?: string): Shelf<Waits> => sql`
  select round((percentile_cont(0.5) within group (order by hours))::numeric, 1)::float as half,
    round((percentile_cont(0.8) within group (order by hours))::numeric, 1)::float as most, count(*)::int as count
  from (
    select extract(epoch from decided_at - created_at) / 3600 as hours from ${mentorshipRequests}
    where decided_at > now() - interval '180 days' and state in ('accepted', 'declined')
      and (${mentorId ?? null}::uuid is null or mentor_id = ${mentorId ?? null}::uuid)
    order by decided_at desc limit 1000) answered
  having count(*) >= ${ENOUGH}`

export const inWords = (hours: number): string =>
  hours < 1 ? 'an hour' : hours < 36 ? `${Math.round(hours)} hours` : `${Math.round(hours / 24)} days`
